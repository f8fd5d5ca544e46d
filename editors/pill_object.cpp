// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/pill_object.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "editors/emoji_drawing.h"
#include "editors/property_choice.h"
#include "message/template_match.h"

namespace heliograph::editors {
namespace {

constexpr qreal PillPadding = 6;
constexpr qreal PillAround = 1;
constexpr qreal PillCorner = 5;
constexpr qreal PillAbove = 15.5;  // of the box over the base line
constexpr qreal PillBelow = 6;     // of the box under it
constexpr qreal PillMaxWidth = 260;

QString markText(const QByteArray& source) {
  const QString text = QString::fromUtf8(source);
  return QStringLiteral("U+%1").arg(text.isEmpty() ? 0 : text[0].unicode(), 4, 16, QLatin1Char('0')).toUpper();
}

}  // namespace

QString PillObject::placeLabel(const QByteArray& source) {
  const int number = message::openPlaceNumber(source);
  return number > 0 ? tr("Value %1?").arg(number) : tr("Value?");
}

QTextCharFormat PillObject::formatOf(const MessageText::Cell& cell) {
  QTextCharFormat format;
  format.setObjectType(Type);
  format.setProperty(SourceBytes, cell.source);
  if (cell.token) {
    format.setProperty(Label, tokenLabel(cell.token->root, cell.token->property));
    format.setProperty(HasGap, !cell.token->fallback.has_value());
  } else if (cell.kind == MessageText::Cell::Kind::Place) {
    format.setProperty(Label, placeLabel(cell.source));
    format.setProperty(IsPlace, true);
  } else if (cell.kind == MessageText::Cell::Kind::Emoji) {
    format.setProperty(Label, drawnText(QString::fromUtf8(cell.source)).text);
    format.setProperty(IsEmoji, true);
  } else {
    format.setProperty(Label, markText(cell.source));
    format.setProperty(IsMark, true);
  }
  return format;
}

QFont PillObject::fontOf(const QTextFormat& format) const {
  if (format.boolProperty(IsEmoji)) return emojiFont(m_theme.textFont);
  QFont font = format.boolProperty(IsMark) ? m_theme.hintFont : m_theme.textFont;
  font.setWeight(QFont::Medium);
  return font;
}

QSizeF PillObject::intrinsicSize(QTextDocument*, int, const QTextFormat& format) {
  const QFontMetricsF metrics(fontOf(format));
  const QFontMetricsF textMetrics(m_theme.textFont);
  const qreal around = format.boolProperty(IsEmoji) ? 0 : 2 * (PillPadding + PillAround);
  const qreal width = metrics.horizontalAdvance(format.stringProperty(Label)) + around;
  // Whole pixels, or the text after it is blurred. An object stands on the base line: the box is drawn past its lower
  // edge, as descenders are, so that a line with pills is no higher than one without.
  return {std::min(PillMaxWidth, std::ceil(width)), std::ceil(textMetrics.ascent())};
}

void PillObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format) {
  // A selection leaves an empty brush here, and nothing else does.
  if (format.hasProperty(QTextFormat::BackgroundBrush) && format.background().style() == Qt::NoBrush) {
    m_selected.push_back(Drawn{painter->worldTransform().mapRect(rect), format});
  } else {
    draw(painter, rect, format, false);
  }
}

void PillObject::drawSelected(QPainter* painter) {
  for (const Drawn& drawn : m_selected) {
    draw(painter, drawn.rect, drawn.format, true);
  }
  m_selected.clear();
}

void PillObject::drawEmoji(QPainter* painter, const QRectF& rect, const QTextFormat& format, bool selected) const {
  const qreal baseline = std::round(rect.bottom());
  const bool isCostly = format.hasProperty(QTextFormat::TextUnderlineColor);
  painter->save();
  if (selected || isCostly) {
    painter->fillRect(QRectF(rect.left(), baseline - PillAbove, rect.width(), PillAbove + PillBelow - 0.5),
                      selected ? m_theme.selection : m_theme.attentionWeak);
  }
  painter->setFont(fontOf(format));
  painter->setPen(m_theme.text);
  painter->drawText(QPointF(rect.left(), baseline), format.stringProperty(Label));
  painter->restore();
}

void PillObject::draw(QPainter* painter, const QRectF& rect, const QTextFormat& format, bool selected) const {
  if (format.boolProperty(IsEmoji)) return drawEmoji(painter, rect, format, selected);
  const bool place = format.boolProperty(IsPlace);
  const bool mark = place || format.boolProperty(IsMark);
  const QColor waved = format.hasProperty(QTextFormat::TextUnderlineColor)
                           ? format.colorProperty(QTextFormat::TextUnderlineColor)
                           : QColor();
  QColor border = mark && !waved.isValid() ? m_theme.line : (waved.isValid() ? waved : m_theme.accentLine);
  if (selected) border = m_theme.accent;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(selected ? m_theme.selection : (mark ? m_theme.quiet : m_theme.accentWeak));
  painter->setPen(QPen(border, 1, place ? Qt::DashLine : Qt::SolidLine));
  const qreal baseline = std::round(rect.bottom());
  const QRectF box(rect.left() + PillAround + 0.5, baseline - PillAbove, rect.width() - 2 * PillAround - 1,
                   PillAbove + PillBelow - 0.5);
  painter->drawRoundedRect(box, PillCorner, PillCorner);
  const QFont font = fontOf(format);
  const QFontMetricsF metrics(font);
  painter->setFont(font);
  painter->setPen(mark ? m_theme.hint : (selected ? m_theme.text : m_theme.accent));
  const QString label =
      metrics.elidedText(format.stringProperty(Label), Qt::ElideRight, box.width() - 2 * PillPadding + 3);
  painter->drawText(QPointF(std::round(box.left() + PillPadding), baseline), label);
  painter->restore();
}

}  // namespace heliograph::editors
