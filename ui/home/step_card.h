// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/widgets/card.h"

class QHBoxLayout;

namespace heliograph::ui {

class Label;
class CardNumber;

/// One of several steps in a row: its number or a tick, what it is about, how far it is, and what can be done.
class StepCard final : public Card {
  Q_OBJECT
 public:
  enum class State {
    Waiting,  ///< a step before it comes first
    Next,
    Done
  };

  StepCard(int number, const QString& title, const QString& text, QWidget* parent = nullptr);

  /// `text` says what is there, or what is to be done.
  void setState(State state, const QString& text);
  [[nodiscard]] State state() const { return m_state; }
  /// Adds a button below the text.
  void addAction(QWidget* action);
  /// Adds something at the end of the first line that stands there once the step is done, in place of the buttons.
  void addLater(QWidget* action);
  /// Adds something as wide as the card.
  void addContent(QWidget* content);

 private:
  int m_number;
  State m_state = State::Waiting;
  QString m_title;
  CardNumber* m_mark;
  Label* m_heading;
  Label* m_text;
  QHBoxLayout* m_first;
  QWidget* m_actionBox;
  QHBoxLayout* m_actions;
  std::vector<QWidget*> m_later;
};

}  // namespace heliograph::ui
