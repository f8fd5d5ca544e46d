// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/filter_menu.h"

#include <algorithm>

#include "items/campaign_list_model.h"

namespace heliograph::ui {

using campaign::CampaignQuery;
using FilterColumn = items::CampaignListModel::Column;

QString FilterChoices::nameOf(const campaign::Route& route) const {
  const auto found = std::find_if(ways.begin(), ways.end(), [&route](const Way& way) { return way.route == route; });
  return found == ways.end() ? QString() : found->name;
}

FilterMenu::FilterMenu(QWidget* parent) : QMenu(parent) {
  setObjectName(QStringLiteral("home.filterMenu"));
}

void FilterMenu::set(const FilterChoices& choices, const CampaignQuery& query, int sortColumn, Qt::SortOrder order) {
  clear();
  m_query = query;
  addLabels(choices.labels);
  addWays(choices.ways);
  addTimes();
  CampaignQuery archived = query;
  archived.archived = !query.archived;
  addChoice(this, tr("Archived campaigns"), query.archived, archived);
  addSeparator();
  addOrder(sortColumn, order);
}

void FilterMenu::addChoice(QMenu* menu, const QString& text, bool on, const CampaignQuery& query) {
  // A name of the person's own may hold what would be taken for a mnemonic.
  QAction* action = menu->addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
  action->setCheckable(true);
  action->setChecked(on);
  connect(action, &QAction::triggered, this, [this, query] { Q_EMIT queryWanted(query); });
}

void FilterMenu::addLabels(const QStringList& labels) {
  QMenu* menu = addMenu(tr("Label"));
  for (const QString& label : labels) {
    CampaignQuery query = m_query;
    if (!query.labels.removeAll(label)) query.labels << label;
    addChoice(menu, label, m_query.labels.contains(label), query);
  }
  if (labels.isEmpty()) menu->addAction(tr("No campaign has a label yet"))->setEnabled(false);
}

void FilterMenu::addWays(const std::vector<FilterChoices::Way>& ways) {
  QMenu* menu = addMenu(tr("Sent through"));
  CampaignQuery query = m_query;
  query.route.reset();
  addChoice(menu, tr("Any"), !m_query.route, query);
  for (const FilterChoices::Way& way : ways) {
    query.route = way.route;
    addChoice(menu, way.name, m_query.route == way.route, query);
  }
}

QString FilterMenu::daysWords(int days) {
  if (days <= 0) return tr("At any time");
  return days == 1 ? tr("Today") : tr("In the last %1 days").arg(days);
}

void FilterMenu::addTimes() {
  QMenu* menu = addMenu(tr("Changed"));
  for (const int days : {0, 1, 7, 30, 90}) {
    CampaignQuery query = m_query;
    query.changedWithinDays = days;
    addChoice(menu, daysWords(days), m_query.changedWithinDays == days, query);
  }
}

void FilterMenu::addOrder(int sortColumn, Qt::SortOrder order) {
  QMenu* menu = addMenu(tr("Sort by"));
  const auto addLine = [&](int column, const QString& text) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(column == sortColumn);
    // Chosen once more it turns round.
    const bool turn = column == sortColumn && order == Qt::AscendingOrder;
    connect(action, &QAction::triggered, this,
            [this, column, turn] { Q_EMIT sortWanted(column, turn ? Qt::DescendingOrder : Qt::AscendingOrder); });
  };
  addLine(-1, tr("Last changed"));
  addLine(FilterColumn::State, tr("State"));
  addLine(FilterColumn::Name, tr("Name"));
  addLine(FilterColumn::Audience, tr("Audience"));
  addLine(FilterColumn::NextRun, tr("Next run"));
  addLine(FilterColumn::People, tr("People"));
  addLine(FilterColumn::Sent, tr("Sent"));
}

}  // namespace heliograph::ui
