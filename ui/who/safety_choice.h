// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace heliograph::ui {

class Label;

/// The safety check: a campaign isn't sent if more people qualify than that.
class SafetyChoice final : public QWidget {
  Q_OBJECT
 public:
  explicit SafetyChoice(QWidget* parent = nullptr);

  /// Shows a number without a signal; 0: no safety check.
  void setMost(int people);
  /// How many qualify; -1 while it isn't known.
  void setQualified(qint64 people);
  void focusChoice();

 Q_SIGNALS:
  void changed(int people);

 private:
  void choose();
  void showState();

  int m_most = 0;
  qint64 m_qualified = -1;
  QCheckBox* m_on;
  QSpinBox* m_people;
  Label* m_words;
};

}  // namespace heliograph::ui
