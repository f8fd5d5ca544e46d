// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "audience/profile.h"
#include "delivery/test_messages/test_number_repository.h"
#include "delivery/test_messages/test_send.h"
#include "ui/services.h"

class QCheckBox;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Label;
class PersonField;
class PhoneNumberField;

/// Somebody whom a test can be sent to.
struct TestPerson {
  enum class Kind { TestProfile, Contact, Number };

  delivery::TestRecipient recipient;
  QString name;  ///< as it is shown
  Kind kind = Kind::Number;
  bool chosen = false;
};

/// Whom a test goes to: those who are marked for tests, contacts found by typing, and numbers, which are remembered
/// until they are forgotten here.
class TestRecipients final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int mostRecipients = 20;

  /// `identity` is a contact who is offered, too; empty for none.
  TestRecipients(Services& services, const QString& identity, QWidget* parent = nullptr);

  /// Those who are ticked, in the order in which they stand there.
  [[nodiscard]] std::vector<TestPerson> chosen() const;
  /// Something is typed that isn't among them yet.
  [[nodiscard]] bool isAdding() const;
  /// Takes what is typed, if it is a number or a contact.
  void addTyped();
  void focusFirst();
  /// The last one that Tab leads to.
  [[nodiscard]] QWidget* lastControl() const;

 Q_SIGNALS:
  /// Others are ticked, or something else is typed.
  void changed();

 private:
  void arrange();
  void load(const QString& identity);
  void put(TestPerson person);
  void putProfile(const audience::Profile& profile, bool chosen);
  void putNumbers(const std::vector<delivery::TestNumber>& numbers);
  void showRows();
  QWidget* makeRow(std::size_t place);
  void addNumber();
  void addContact();
  void forget(const QString& number);
  void say(const QString& problem);
  [[nodiscard]] int chosenCount() const;

  Services& m_services;
  std::vector<TestPerson> m_people;
  QVBoxLayout* m_rows;
  std::vector<QCheckBox*> m_boxes;
  PersonField* m_contact;
  Button* m_addContact;
  PhoneNumberField* m_number;
  Button* m_addNumber;
  Label* m_count;
  Label* m_note;
};

}  // namespace heliograph::ui
