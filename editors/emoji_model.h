// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "editors/emoji_catalogue.h"

namespace heliograph::editors {

/// Emoji as the cells of a grid; a cell is called by its emoji's name.
class EmojiModel final : public QAbstractListModel {
  Q_OBJECT
 public:
  using QAbstractListModel::QAbstractListModel;

  void show(std::vector<Emoji> emoji);
  void setTone(SkinTone tone);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<Emoji> m_emoji;
  SkinTone m_tone = SkinTone::None;
};

}  // namespace heliograph::editors
