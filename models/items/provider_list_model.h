// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include "items/rows_model.h"
#include "providers/provider.h"

namespace heliograph::items {

/// How a provider fares, as a word and what the word means.
struct HealthWord {
  QString word;
  RowTone tone = RowTone::Neutral;
};

/// "Healthy", "Never tested" or "Problem".
[[nodiscard]] HealthWord healthWord(const providers::Provider& provider);

/// A provider with what its kind is called.
struct ProviderEntry {
  providers::Provider provider;
  QString kind;        ///< "Twilio"
  QDateTime loadedAt;  ///< "4 min ago" is counted from here
};

/// The configured providers: name, kind, health in a word, when it last took a message, default.
class ProviderListModel final : public RowsModel<ProviderEntry> {
  Q_OBJECT
 public:
  enum Column { Name, Kind, Health, LastAccepted, Default, ColumnCount };

  using RowsModel::RowsModel;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const ProviderEntry& entry) const override { return entry.provider.id.value; }
  [[nodiscard]] QVariant cell(const ProviderEntry& entry, int column, int role) const override;
};

}  // namespace heliograph::items
