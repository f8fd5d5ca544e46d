// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/provider_list_model.h"
#include "items/rows_model.h"
#include "providers/routes/provider_group.h"
#include "providers/routes/route.h"

namespace heliograph::items {

/// One way for a campaign to go out.
struct RouteEntry {
  providers::Route route;
  QString name;
  QString detail;  ///< "group of 3", or when it last took a message
  HealthWord health;
  bool isDefault = false;
};

/// Groups first, then providers, as they stand in "Send through"; an archived one says so.
[[nodiscard]] std::vector<RouteEntry> routeEntries(const std::vector<providers::ProviderGroup>& groups,
                                                   const std::vector<providers::Provider>& providers,
                                                   const QDateTime& now);

/// What a campaign can be sent through: one column, with health as tone and a second line as tooltip.
class RouteListModel final : public RowsModel<RouteEntry> {
  Q_OBJECT
 public:
  enum Column { Name, ColumnCount };

  using RowsModel::RowsModel;

  /// The number of the row of that route (the default's row for the default route); -1 when there is none.
  [[nodiscard]] int rowOfRoute(const providers::Route& route) const;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const RouteEntry& entry) const override;
  [[nodiscard]] QVariant cell(const RouteEntry& entry, int column, int role) const override;
};

}  // namespace heliograph::items
