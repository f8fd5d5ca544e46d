// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QTimer>
#include <chrono>
#include <utility>

class QLayout;
class QLineEdit;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class Label;

/// What the dialog asks.
struct PublishQuestion {
  QString heading;
  qint64 people = 0;                         ///< the number to be typed
  qint64 parts = 0;                          ///< of all texts
  QList<std::pair<QString, QString>> facts;  ///< who, what, when, through whom, cost, release
  QString notice;  ///< what changed since it was asked before; empty: asked for the first time
};

/// The deliberate act: the number of people is typed, then a countdown runs that one key takes back. Accepted when the
/// countdown has ended, rejected at any time before.
class PublishDialog final : public QDialog {
  Q_OBJECT
 public:
  PublishDialog(const PublishQuestion& question, std::chrono::milliseconds countdown, QWidget* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeConfirmation(const PublishQuestion& question);
  QLayout* makeNumber();
  QLayout* makeButtons();
  QWidget* makeCountdown();
  void checkTyped();
  void enterTyped();
  void startCountdown();
  void showSeconds();
  void tick();

  qint64 m_people;
  std::chrono::milliseconds m_left;
  QTimer m_timer;
  QStackedWidget* m_stack;
  QLineEdit* m_typed;
  Label* m_wrong;
  Button* m_confirm;
  Label* m_seconds;
  Button* m_cancel;
};

/// The number in a text typed by a person, with or without something between its thousands; -1 if it isn't one.
[[nodiscard]] qint64 typedNumber(const QString& text);

}  // namespace heliograph::ui
