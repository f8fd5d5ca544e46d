// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "ui/palette/palette_entry.h"

namespace heliograph::ui {

/// The entries that answer what was typed, best first.
class PaletteModel final : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { KindRole = Qt::UserRole, DetailRole, IconRole };

  using QAbstractListModel::QAbstractListModel;

  void setEntries(std::vector<PaletteEntry> entries);
  /// Adds what was read meanwhile.
  void addEntries(std::vector<PaletteEntry> entries);
  void setTyped(const QString& typed);
  /// The entry of a row; null when there is none.
  [[nodiscard]] const PaletteEntry* entry(const QModelIndex& index) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  void match();

  std::vector<PaletteEntry> m_entries;
  std::vector<std::size_t> m_shown;
  QString m_typed;
};

}  // namespace heliograph::ui
