// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/chip.h"

namespace heliograph::ui {

SearchField::SearchField(const QString& placeholder, QWidget* parent) : QLineEdit(parent) {
  setPlaceholderText(placeholder);
  setAccessibleName(placeholder);
  setTextMargins(size::Wide - 2, 0, 0, 0);
  setClearButtonEnabled(true);
}

void SearchField::setShortcutHint(const QString& text) {
  m_hint = text;
  update();
}

void SearchField::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  paintIcon(&painter, QRectF(10, (height() - size::Icon) / 2.0, size::Icon, size::Icon), Icon::Search, tokens.text2);
  if (m_hint.isEmpty() || !text().isEmpty()) return;
  const int width = chipSize(m_hint).width();
  paintChip(&painter, QRect(this->width() - width - 10, 0, width, height()), m_hint, Tone::Neutral, tokens);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
    clear();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

}  // namespace heliograph::ui
