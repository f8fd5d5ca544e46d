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

/// A provider with what is known of it.
struct ProviderEntry {
  providers::Provider provider;
  QString kind;           ///< "Twilio"
  QDateTime loadedAt;     ///< "4 min ago" is counted from here
  QString sender = {};    ///< whom its texts seem to come from, as far as it is set
  qint64 accepted = 0;    ///< in the last 24 hours
  qint64 delivered = 0;   ///< of those, as receipts say
  bool receipts = false;  ///< there were receipts
  QString balance = {};   ///< when it was verified last
};

/// The configured providers: name, sender, health in a word, delivered in 24 hours, balance, default, and what can be
/// done with it.
class ProviderListModel final : public RowsModel<ProviderEntry> {
  Q_OBJECT
 public:
  enum Column { Name, Sender, Health, Delivered, Balance, Default, Menu, ColumnCount };

  using RowsModel::RowsModel;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] bool isFigure(int column) const override { return column == Delivered || column == Balance; }
  [[nodiscard]] qint64 key(const ProviderEntry& entry) const override { return entry.provider.id.value; }
  [[nodiscard]] QVariant cell(const ProviderEntry& entry, int column, int role) const override;

 private:
  [[nodiscard]] static QString toolTip(const ProviderEntry& entry, int column);
  [[nodiscard]] static QString deliveredWords(const ProviderEntry& entry);
};

}  // namespace heliograph::items
