// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include <QEvent>
#include <QStyle>

namespace heliograph::ui {

QColor inkColor(const Tokens& tokens, Ink ink) {
  switch (ink) {
    case Ink::Text2:
      return tokens.text2;
    case Ink::Text3:
      return tokens.text3;
    case Ink::Accent:
      return tokens.accent;
    case Ink::Fine:
      return tokens.fine;
    case Ink::Attention:
      return tokens.attention;
    case Ink::Problem:
      return tokens.problem;
    case Ink::Text:
      break;
  }
  return tokens.text;
}

Label::Label(const QString& text, TypeRole role, Ink ink, QWidget* parent) : QLabel(text, parent), m_ink(ink) {
  setRole(role);
  align();
  refresh();
}

void Label::setInk(Ink ink) {
  if (ink == m_ink) return;
  m_ink = ink;
  refresh();
}

void Label::setRole(TypeRole role) {
  setFont(typeFont(role));
}

void Label::setAlignment(Qt::Alignment alignment) {
  m_alignment = alignment;
  align();
}

void Label::align() {
  // QLabel goes by the direction of the text: an English word would stand at the far side of an Arabic window.
  QLabel::setAlignment(QStyle::visualAlignment(layoutDirection(), m_alignment) | Qt::AlignAbsolute);
}

void Label::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::LayoutDirectionChange) align();
  if (event->type() == QEvent::PaletteChange) refresh();
}

void Label::refresh() {
  const QColor ink = inkColor(Tokens::of(this), m_ink);
  if (palette().color(QPalette::Active, QPalette::WindowText) == ink) return;
  QPalette own;
  own.setColor(QPalette::WindowText, ink);
  own.setColor(QPalette::Disabled, QPalette::WindowText, Tokens::of(this).text3);
  setPalette(own);
}

Label* makeFieldLabel(const QString& text, QWidget* buddy, QWidget* parent) {
  auto* label = new Label(text, TypeRole::Label, Ink::Text, parent);
  label->setBuddy(buddy);
  if (buddy != nullptr && buddy->accessibleName().isEmpty())
    buddy->setAccessibleName(QString(text).remove(QLatin1Char('&')));
  return label;
}

}  // namespace heliograph::ui
