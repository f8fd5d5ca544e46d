// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <chrono>

class QLineEdit;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class Label;

/// The deliberate act: the number of people is typed, then a countdown runs that one key takes back. Accepted when the
/// countdown has ended, rejected at any time before.
class PublishDialog final : public QDialog {
  Q_OBJECT
 public:
  PublishDialog(qint64 people, const QString& sentence, std::chrono::milliseconds countdown, QWidget* parent = nullptr);

 private:
  QWidget* makeConfirmation(const QString& sentence);
  QWidget* makeCountdown();
  void checkTyped(const QString& text);
  void startCountdown();
  void tick();

  qint64 m_people;
  std::chrono::milliseconds m_left;
  QTimer m_timer;
  QStackedWidget* m_stack;
  QLineEdit* m_typed;
  Button* m_confirm;
  Label* m_seconds;
  Button* m_cancel;
};

/// The number in a text typed by a person, whatever separates its thousands; -1 if it isn't one.
[[nodiscard]] qint64 typedNumber(const QString& text);

}  // namespace heliograph::ui
