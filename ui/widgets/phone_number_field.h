// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "phone/phone_number.h"

class QComboBox;
class QLineEdit;

namespace heliograph::ui {

class Label;

/// A phone number: the country at the left, the digits at the right, written with gaps as they are typed, and what is
/// wrong with them underneath. A number with a plus chooses its country itself.
class PhoneNumberField final : public QWidget {
  Q_OBJECT
 public:
  /// `region` is proposed (ISO 3166); empty: the one of the computer.
  explicit PhoneNumberField(const QString& region = {}, QWidget* parent = nullptr);

  /// What it holds now.
  [[nodiscard]] phone::ParsedPhone number() const;
  [[nodiscard]] bool isEmpty() const;
  /// Puts a number in as it is; empty takes it away.
  void setNumber(const QString& number);
  [[nodiscard]] QString region() const;
  void setRegion(const QString& region);
  /// The line itself: to be named, and to put the focus on.
  [[nodiscard]] QLineEdit* line() const { return m_line; }

 Q_SIGNALS:
  /// Other digits or another country, by whomever.
  void changed();
  /// Enter was pressed.
  void entered();

 private:
  void fillCountries();
  void format(const QString& typed);
  void chooseCountry();
  void check();

  QComboBox* m_country;
  QLineEdit* m_line;
  Label* m_problem;
};

}  // namespace heliograph::ui
