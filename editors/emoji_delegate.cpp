// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_delegate.h"

#include <QPainter>

namespace heliograph::editors {
namespace {
constexpr int EmojiPixels = 22;
}

QFont EmojiDelegate::emojiFont(const QFont& text, int pixels) {
  QFont font = text;
  font.setFamilies({QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"),
                    QStringLiteral("Segoe UI Emoji"), text.family()});
  font.setPixelSize(pixels);
  return font;
}

void EmojiDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->setPen(QPen(m_theme.accent, 1));
    painter->setBrush(m_theme.accentWeak);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
  }
  painter->setFont(emojiFont(m_theme.uiFont, EmojiPixels));
  painter->setPen(m_theme.text);
  painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
  painter->restore();
}

}  // namespace heliograph::editors
