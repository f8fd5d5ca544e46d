// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

#include "campaign/campaign.h"
#include "delivery/test_messages/test_send.h"
#include "ui/services.h"

class QLineEdit;

namespace heliograph::editors {
class MessageEditor;
}

namespace heliograph::ui {

class Button;
class Chip;
class Label;

/// The last of the first steps: a message that is there already and can be changed, a number, and one button that sends
/// it as a test. What was written becomes a draft.
class FirstTest final : public QWidget {
  Q_OBJECT
 public:
  explicit FirstTest(Services& services, QWidget* parent = nullptr);

  /// Whether the provider is the sandbox, which texts nobody: then any number will do, and one stands there.
  void setSandbox(bool sandbox);
  /// What is written, as a campaign for everybody.
  [[nodiscard]] const campaign::Campaign& campaign() const { return m_campaign; }
  /// Whose values the message is filled with.
  void setPerson(const QString& identity) { m_person = identity; }
  /// Reads anew what is known of people, for the message and its menu.
  void refresh();
  void focusFirst();

 Q_SIGNALS:
  void messageChanged();
  /// A provider accepted the test; the draft is stored.
  void accepted();
  void openRequested(heliograph::CampaignId draft);
  void sandboxRequested();

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeFields();
  QWidget* makeResult();
  void loadProperties();
  void checkNumber();
  void send();
  void open();
  void store(std::function<void(const Result<>&)> then);
  void makeUpFor(ErrorCode code);
  void reload();
  void deliver();
  void show(const Result<delivery::TestSendResult>& result);
  using QWidget::show;

  Services& m_services;
  campaign::Campaign m_campaign;
  QByteArray m_stored;  ///< the message as the draft holds it
  QString m_person;
  bool m_sandbox = false;
  bool m_sending = false;
  bool m_written = false;  ///< by the person
  editors::MessageEditor* m_message;
  QLineEdit* m_number;
  Label* m_note;
  Button* m_send;
  QWidget* m_result = nullptr;
  Chip* m_outcome = nullptr;
  Label* m_words = nullptr;
  Button* m_phone = nullptr;
  Button* m_open = nullptr;
};

}  // namespace heliograph::ui
