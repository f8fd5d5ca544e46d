// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_model.h"

namespace heliograph::editors {

void EmojiModel::show(std::vector<Emoji> emoji) {
  beginResetModel();
  m_emoji = std::move(emoji);
  endResetModel();
}

void EmojiModel::setTone(SkinTone tone) {
  if (tone == m_tone) return;
  m_tone = tone;
  if (!m_emoji.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_emoji.size()) - 1));
}

int EmojiModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_emoji.size());
}

QVariant EmojiModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Emoji& emoji = m_emoji[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return inTone(emoji, m_tone);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
      return emoji.name;
    default:
      return {};
  }
}

}  // namespace heliograph::editors
