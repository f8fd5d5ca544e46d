// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include "campaign/campaign_query.h"

namespace heliograph::ui {

/// What campaigns can be narrowed by.
struct FilterChoices {
  struct Way {
    campaign::Route route;
    QString name;
  };
  QStringList labels;
  std::vector<Way> ways;

  /// The name of a route; empty when it isn't among them.
  [[nodiscard]] QString nameOf(const campaign::Route& route) const;
};

/// The menu behind "+ Filter": labels, what it is sent through, when it changed, archived ones, and the order.
class FilterMenu final : public QMenu {
  Q_OBJECT
 public:
  explicit FilterMenu(QWidget* parent = nullptr);

  /// What the menu offers, and what of it is set.
  void set(const FilterChoices& choices, const campaign::CampaignQuery& query, int sortColumn, Qt::SortOrder order);

  /// "Today", "In the last 7 days"; for a query's changedWithinDays.
  [[nodiscard]] static QString daysWords(int days);

 Q_SIGNALS:
  void queryWanted(const heliograph::campaign::CampaignQuery& query);
  void sortWanted(int column, Qt::SortOrder order);

 private:
  void addLabels(const QStringList& labels);
  void addWays(const std::vector<FilterChoices::Way>& ways);
  void addTimes();
  void addOrder(int sortColumn, Qt::SortOrder order);
  /// A line that is ticked when `on` and asks for `query` when it is chosen.
  void addChoice(QMenu* menu, const QString& text, bool on, const campaign::CampaignQuery& query);

  campaign::CampaignQuery m_query;
};

}  // namespace heliograph::ui
