// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type_scale.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "ui/theme/direction.h"

namespace heliograph::ui {
namespace {

struct ScaleStep {
  int pixels;
  int line;
  QFont::Weight weight;
};

ScaleStep scaleStep(TypeRole role) {
  switch (role) {
    case TypeRole::Hint:
      return {12, 17, QFont::Normal};
    case TypeRole::Body:
      return {13, 20, QFont::Normal};
    case TypeRole::Label:
      return {13, 20, QFont::DemiBold};
    case TypeRole::Editor:
      return {15, 27, QFont::Normal};
    case TypeRole::Header:
      return {17, 24, QFont::DemiBold};
    case TypeRole::Title:
      return {20, 28, QFont::DemiBold};
    case TypeRole::Sentence:
      return {22, 32, QFont::DemiBold};
    case TypeRole::Figure:
      return {24, 30, QFont::Bold};
    case TypeRole::BigNumber:
      return {34, 42, QFont::Bold};
  }
  return {13, 20, QFont::Normal};
}

// The real name: behind an alias such as "Sans Serif" a second family would be asked for digits and spaces first.
const QString& interfaceFamily() {
  static const QString family = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family();
  return family;
}

int widestDigit(const QFontMetrics& metrics) {
  int widest = 0;
  for (char16_t digit = u'0'; digit <= u'9'; ++digit)
    widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
  return widest;
}

bool isDigit(QChar c) {
  return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool hasTabularFigures(const QFontMetrics& metrics) {
  const int first = metrics.horizontalAdvance(QLatin1Char('0'));
  for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
    if (metrics.horizontalAdvance(QChar(digit)) != first) return false;
  }
  return true;
}

}  // namespace

QFont typeFont(TypeRole role) {
  const ScaleStep step = scaleStep(role);
  QFont font(interfaceFamily());
  font.setPixelSize(step.pixels);
  font.setWeight(step.weight);
  // Named second, so that emoji come in colour wherever the text font has none.
  font.setFamilies({interfaceFamily(), QStringLiteral("Noto Color Emoji")});
  return font;
}

int typeLine(TypeRole role) {
  return scaleStep(role).line;
}

int tabularWidth(const QFont& font, const QString& text) {
  const QFontMetrics metrics(font);
  if (hasTabularFigures(metrics)) return metrics.horizontalAdvance(text);
  const int digit = widestDigit(metrics);
  int width = 0;
  for (const QChar c : text) width += isDigit(c) ? digit : metrics.horizontalAdvance(c);
  return width;
}

void drawTabular(QPainter* painter, const QRect& rect, int alignment, const QString& text) {
  const QFontMetrics metrics = painter->fontMetrics();
  if (hasTabularFigures(metrics) || text.isRightToLeft()) {
    return drawWords(painter, rect, static_cast<Qt::Alignment>(alignment), text);
  }
  const Qt::Alignment seen = QStyle::visualAlignment(painter->layoutDirection(), static_cast<Qt::Alignment>(alignment));
  const int width = tabularWidth(painter->font(), text);
  const int digit = widestDigit(metrics);
  int x = rect.left();
  if (seen.testFlag(Qt::AlignRight)) x = rect.right() + 1 - width;
  if (seen.testFlag(Qt::AlignHCenter)) x = rect.left() + (rect.width() - width) / 2;
  for (const QChar c : text) {
    const int cell = isDigit(c) ? digit : metrics.horizontalAdvance(c);
    painter->drawText(QRect(x, rect.top(), cell, rect.height()),
                      Qt::AlignHCenter | (alignment & Qt::AlignVertical_Mask), QString(c));
    x += cell;
  }
}

}  // namespace heliograph::ui
