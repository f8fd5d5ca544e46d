// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/pill_object.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "editors/property_choice.h"

namespace heliograph::editors {
namespace {

constexpr qreal Padding = 6;
constexpr qreal Around = 1;
constexpr qreal Corner = 5;
constexpr qreal MaxWidth = 260;

QString markText(const QByteArray& source) {
  const QString text = QString::fromUtf8(source);
  return QStringLiteral("U+%1").arg(text.isEmpty() ? 0 : text[0].unicode(), 4, 16, QLatin1Char('0')).toUpper();
}

}  // namespace

QTextCharFormat PillObject::formatOf(const MessageText::Cell& cell) {
  QTextCharFormat format;
  format.setObjectType(Type);
  format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
  format.setProperty(SourceBytes, cell.source);
  if (cell.token) {
    format.setProperty(Label, propertyLabel(cell.token->property));
    format.setProperty(HasGap, !cell.token->fallback.has_value());
  } else {
    format.setProperty(Label, markText(cell.source));
    format.setProperty(IsMark, true);
  }
  return format;
}

QFont PillObject::fontOf(const QTextFormat& format) const {
  QFont font = format.boolProperty(IsMark) ? m_theme.hintFont : m_theme.textFont;
  font.setWeight(QFont::Medium);
  return font;
}

QSizeF PillObject::intrinsicSize(QTextDocument*, int, const QTextFormat& format) {
  const QFontMetricsF metrics(fontOf(format));
  const qreal width = metrics.horizontalAdvance(format.stringProperty(Label)) + 2 * (Padding + Around);
  // Whole pixels, or the text after it is blurred.
  return {std::min(MaxWidth, std::ceil(width)), std::ceil(metrics.ascent() + metrics.descent()) + 1};
}

void PillObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format) {
  // A selection hands its colours over in the format; the text layout does not paint it for objects.
  const bool selected = format.hasProperty(QTextFormat::BackgroundBrush);
  const bool mark = format.boolProperty(IsMark);
  const QColor waved = format.hasProperty(QTextFormat::TextUnderlineColor)
                           ? format.colorProperty(QTextFormat::TextUnderlineColor)
                           : QColor();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF box = rect.adjusted(Around + 0.5, 0.5, -Around - 0.5, -0.5);
  QColor ground = mark ? m_theme.quiet : m_theme.accentWeak;
  if (selected) ground = m_theme.selection;
  painter->setBrush(ground);
  painter->setPen(QPen(mark ? m_theme.line : (waved.isValid() ? waved : m_theme.accentLine), 1));
  painter->drawRoundedRect(box, Corner, Corner);
  const QFont font = fontOf(format);
  painter->setFont(font);
  painter->setPen(mark ? m_theme.hint : (selected ? m_theme.text : m_theme.accent));
  const QFontMetricsF metrics(font);
  const QString label = metrics.elidedText(format.stringProperty(Label), Qt::ElideRight, box.width() - 2 * Padding + 3);
  const qreal baseline = std::round(box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2);
  painter->drawText(QPointF(std::round(box.left() + Padding), baseline), label);
  painter->restore();
}

}  // namespace heliograph::editors
