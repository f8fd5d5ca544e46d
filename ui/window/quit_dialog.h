// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "delivery/run/outlook.h"

namespace heliograph::ui {

/// Asked when the window is closed while something is being sent or due: says what will happen, and lets the person
/// choose each time.
class QuitDialog final : public QDialog {
  Q_OBJECT
 public:
  /// Where the program can go on without its window.
  enum class Background { Tray, Minimised, Nowhere };
  enum class Choice { Background, Quit };

  QuitDialog(const delivery::Outlook& outlook, Background background, QWidget* parent);

 Q_SIGNALS:
  /// Not emitted when the person stays.
  void chosen(heliograph::ui::QuitDialog::Choice choice);

 private:
  QWidget* makeChoice(const QString& title, const QString& words);
  QWidget* makeButtons(bool sending, Background background);
  void choose(Choice choice);
};

}  // namespace heliograph::ui
