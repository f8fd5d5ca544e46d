// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_delegate.h"

#include <QPainter>

#include "editors/emoji_drawing.h"

namespace heliograph::editors {
namespace {
constexpr int EmojiPixels = 22;
}

void EmojiDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->setPen(QPen(m_theme.accent, 1));
    painter->setBrush(m_theme.accentWeak);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
  }
  QFont signs = emojiFont(m_theme.uiFont);
  signs.setPixelSize(EmojiPixels);
  painter->setFont(signs);
  painter->setPen(m_theme.text);
  painter->drawText(option.rect, Qt::AlignCenter, drawnText(index.data().toString()).text);
  painter->restore();
}

}  // namespace heliograph::editors
