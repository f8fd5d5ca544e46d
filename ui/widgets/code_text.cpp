// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/code_text.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <algorithm>
#include <cmath>

#include "ui/theme/type_scale.h"

namespace heliograph::ui {

CodeText::CodeText(const QString& accessibleName, QWidget* parent) : QPlainTextEdit(parent) {
  setAccessibleName(accessibleName);
  setReadOnly(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  setTabChangesFocus(true);
  setFrameShape(QFrame::NoFrame);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setLayoutDirection(Qt::LeftToRight);
  QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  fixed.setPixelSize(typeFont(TypeRole::Hint).pixelSize());
  setFont(fixed);
  document()->setDocumentMargin(0);
  viewport()->setAutoFillBackground(false);
  connect(this, &QPlainTextEdit::textChanged, this, &CodeText::fit);
  fit();
}

void CodeText::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  fit();
}

void CodeText::fit() {
  // A plain text's size is counted in lines.
  const auto lines = static_cast<int>(std::ceil(document()->documentLayout()->documentSize().height()));
  setFixedHeight(std::max(1, lines) * fontMetrics().lineSpacing() + 2);
}

}  // namespace heliograph::ui
