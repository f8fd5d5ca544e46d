// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/campaign_order.h"

#include <QCollator>
#include <QLocale>
#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

#include "items/campaign_list_model.h"

namespace heliograph::items {

using campaign::CampaignSummary;
using campaign::Standing;
using Column = CampaignListModel::Column;

namespace {

/// What asks for a person comes first.
int urgency(Standing standing) {
  switch (standing) {
    case Standing::Held:
      return 0;
    case Standing::Paused:
      return 1;
    case Standing::Sending:
      return 2;
    case Standing::Scheduled:
      return 3;
    case Standing::Draft:
      return 4;
    case Standing::Stopped:
      return 5;
    case Standing::Done:
      break;
  }
  return 6;
}

std::optional<qint64> figure(const CampaignSummary& campaign, int column) {
  if (column == Column::State) return urgency(campaign.standing);
  if (column == Column::NextRun) {
    const QDateTime& next = campaign.nextDue.isValid() ? campaign.nextDue : campaign.planned;
    return next.isValid() ? std::optional(next.toMSecsSinceEpoch()) : std::nullopt;
  }
  if (campaign.people == 0) return std::nullopt;
  if (column == Column::People) return campaign.people;
  return column == Column::Sent ? campaign.counts.accepted : campaign.counts.unclear;
}

template <class Key>
void orderBy(std::vector<int>& order, const std::vector<std::optional<Key>>& keys, Qt::SortOrder direction) {
  std::stable_sort(order.begin(), order.end(), [&keys, direction](int left, int right) {
    const auto& a = keys[static_cast<std::size_t>(left)];
    const auto& b = keys[static_cast<std::size_t>(right)];
    if (!a || !b) return a.has_value() && !b.has_value();
    return direction == Qt::AscendingOrder ? *a < *b : *b < *a;
  });
}

template <class Key>
std::vector<std::optional<Key>> keysOf(const std::vector<CampaignSummary>& rows,
                                       const std::function<std::optional<Key>(const CampaignSummary&)>& key) {
  std::vector<std::optional<Key>> keys;
  keys.reserve(rows.size());
  for (const CampaignSummary& row : rows) keys.push_back(key(row));
  return keys;
}

}  // namespace

std::vector<int> campaignOrder(const std::vector<CampaignSummary>& rows, int column, Qt::SortOrder direction) {
  std::vector<int> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  if (column < 0) return order;
  if (column != Column::Name && column != Column::Audience) {
    orderBy(order, keysOf<qint64>(rows, [column](const auto& row) { return figure(row, column); }), direction);
    return order;
  }
  // The C locale orders by code points, which nobody reads a list by.
  const QLocale locale;
  QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
  collator.setCaseSensitivity(Qt::CaseInsensitive);
  collator.setNumericMode(true);
  const auto key = [&collator, column](const CampaignSummary& row) -> std::optional<QCollatorSortKey> {
    const QString& text = column == Column::Name ? row.name : row.audience;
    if (text.isEmpty()) return std::nullopt;
    return collator.sortKey(text);
  };
  orderBy(order, keysOf<QCollatorSortKey>(rows, key), direction);
  return order;
}

}  // namespace heliograph::items
