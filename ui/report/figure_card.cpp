// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/figure_card.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {

constexpr int kFigureHeight = 98;
constexpr int kFigureLeastWidth = 110;

}  // namespace

FigureCard::FigureCard(const QString& label, QWidget* parent) : QAbstractButton(parent) {
  setText(label);
  setAccessibleName(label);
  setCheckable(true);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setToolTip(tr("Show these people"));
  setAccessibleDescription(tr("Shows these people"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString FigureCard::figure() const {
  return m_value < 0 ? QStringLiteral("–") : locale().toString(m_value);
}

void FigureCard::setFigure(qint64 value, const QString& note) {
  if (value == m_value && note == m_note) return;
  m_value = value;
  m_note = note;
  setAccessibleName(QStringList{text(), figure(), m_note}.join(u' ').trimmed());
  update();
}

QSize FigureCard::sizeHint() const {
  return {std::max(kFigureLeastWidth, tabularWidth(typeFont(TypeRole::Figure), figure()) + 2 * size::Large),
          kFigureHeight};
}

QSize FigureCard::minimumSizeHint() const {
  return {kFigureLeastWidth, kFigureHeight};
}

void FigureCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const QColor border = isChecked() ? tokens.accent : underMouse() ? tokens.lineStrong : tokens.line;
  drawing::roundRect(&painter, rect(), size::CardCorner, tokens.surface, border, isChecked() ? 2 : 1);
  const auto side = Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
  QRect line = rect().adjusted(size::Large, size::Large, -size::Large, 0);
  const auto draw = [&](TypeRole role, const QColor& ink, const QString& words) {
    line.setHeight(typeLine(role));
    painter.setFont(typeFont(role));
    painter.setPen(ink);
    drawTabular(&painter, line, static_cast<int>(side),
                painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
    line.translate(0, line.height());
  };
  draw(TypeRole::Hint, tokens.text3, text());
  draw(TypeRole::Figure, m_value < 0 ? tokens.text3 : tokens.text, figure());
  draw(TypeRole::Hint, tokens.text2, m_note);
  if (hasFocus()) drawing::focusRing(&painter, rect(), size::CardCorner, tokens);
}

}  // namespace heliograph::ui
