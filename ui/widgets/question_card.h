// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/widgets/card.h"

class QLineEdit;

namespace heliograph::ui {

class Button;
class Label;

/// Asks before something is done that can't be taken back, at the place where it was asked for: what will happen, and
/// two buttons. Where many people are meant, their number has to be typed. Esc answers no.
class QuestionCard final : public Card {
  Q_OBJECT
 public:
  /// Its object name is `name`; its parts' are that and ".title", ".text", ".number", ".yes" and ".no".
  explicit QuestionCard(const QString& name, QWidget* parent = nullptr);

  struct Words {
    QString title;
    QString text;
    QString yes;
    QString no = {};         ///< empty: "Cancel"
    bool dangerous = false;  ///< the keyboard is at no then
    int typed = 0;           ///< a number that has to be typed first; 0: none
  };
  /// Shows the question; `then` is done when it is answered with yes.
  void ask(const Words& words, std::function<void()> then);
  /// Answers no.
  void close();
  [[nodiscard]] bool isOpen() const { return m_then != nullptr; }

 Q_SIGNALS:
  void asked();
  /// It was answered; the question is hidden.
  void answered();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void check();
  void agree();

  std::function<void()> m_then;
  int m_typed = 0;
  Label* m_title;
  Label* m_text;
  Label* m_prompt;
  QLineEdit* m_number;
  Button* m_yes;
  Button* m_no;
};

}  // namespace heliograph::ui
