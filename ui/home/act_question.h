// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/widgets/card.h"

namespace heliograph::ui {

class Button;
class Label;

/// Asks before something is done that can't be taken back, at the place where it was asked for: what will happen, and
/// two buttons. Esc answers no.
class ActQuestion final : public Card {
  Q_OBJECT
 public:
  explicit ActQuestion(QWidget* parent = nullptr);

  /// Shows the question; `then` is done when it is answered with yes. The focus goes to yes if `harmless`.
  void ask(const QString& title, const QString& text, const QString& yes, const QString& no, bool harmless,
           std::function<void()> then);
  /// Answers no.
  void close();

 Q_SIGNALS:
  void asked();
  /// It was answered; the question is hidden.
  void answered();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::function<void()> m_then;
  Label* m_title;
  Label* m_text;
  Button* m_yes;
  Button* m_no;
};

}  // namespace heliograph::ui
