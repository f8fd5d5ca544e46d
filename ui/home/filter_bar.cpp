// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/filter_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"
#include "ui/home/filter_line.h"
#include "ui/home/standing_chips.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/filter_chip.h"

namespace heliograph::ui {

using campaign::CampaignQuery;
using campaign::SavedFilter;
using campaign::SavedFilterId;

namespace {

struct Kept {
  std::vector<SavedFilter> filters;
  std::vector<FilterChoices::Way> ways;
};

Result<Kept> readKept(const Services& services) {
  auto filters = services.savedFilters.list();
  if (!filters) return fail(filters.error());
  auto groups = services.groups.list();
  if (!groups) return fail(groups.error());
  auto providers = services.providers.list();
  if (!providers) return fail(providers.error());
  Kept kept{std::move(*filters), {}};
  kept.ways.push_back({{}, FilterBar::tr("The default")});
  for (const auto& group : *groups) kept.ways.push_back({{QStringLiteral("group"), group.id.value}, group.name});
  for (const auto& one : *providers) kept.ways.push_back({{QStringLiteral("provider"), one.id.value}, one.name});
  return kept;
}

}  // namespace

FilterBar::FilterBar(Services& services, const items::CampaignListModel& campaigns, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_campaigns(campaigns),
      m_standings(new StandingChips),
      m_more(new FilterChip(tr("+ Filter"))),
      m_line(new FilterLine(this)),
      m_menu(new FilterMenu(this)) {
  m_more->setObjectName(QStringLiteral("home.filter"));
  m_more->setAccessibleName(tr("More filters"));
  m_more->setCheckable(false);
  auto* first = new QHBoxLayout;
  first->setSpacing(size::Small);
  first->addWidget(m_standings);
  first->addWidget(m_more);
  first->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addLayout(first);
  column->addWidget(m_line);
  connect(m_more, &FilterChip::clicked, this, &FilterBar::openMenu);
  connect(m_menu, &FilterMenu::queryWanted, this, &FilterBar::setQuery);
  connect(m_menu, &FilterMenu::sortWanted, this, &FilterBar::sortWanted);
  connect(m_standings, &StandingChips::chosen, this, [this](const std::set<campaign::Standing>& standings) {
    CampaignQuery query = m_query;
    query.standings = standings;
    setQuery(query);
  });
  connectLine();
}

void FilterBar::connectLine() {
  const campaign::SavedFilters& filters = m_services.savedFilters;
  connect(m_line, &FilterLine::queryWanted, this, [this](const CampaignQuery& query) {
    setQuery(query);
    if (!m_line->isVisible()) m_more->setFocus();
  });
  connect(m_line, &FilterLine::saveWanted, this, [this, &filters](const QString& name, const CampaignQuery& query) {
    keep([&filters, name, query] { return filters.add(name, query).map([](SavedFilterId) {}); });
  });
  connect(m_line, &FilterLine::renameWanted, this, [this, &filters](SavedFilterId id, const QString& name) {
    keep([&filters, id, name] { return filters.rename(id, name); });
  });
  connect(m_line, &FilterLine::replaceWanted, this, [this, &filters](SavedFilterId id, const CampaignQuery& query) {
    keep([&filters, id, query] { return filters.replace(id, query); });
  });
  connect(m_line, &FilterLine::removeWanted, this,
          [this, &filters](SavedFilterId id) { keep([&filters, id] { return filters.remove(id); }); });
}

void FilterBar::keep(std::function<Result<>()> work) {
  m_services.background.run(std::move(work)).then(this, [this](const Result<>& done) {
    if (!done) Q_EMIT failed(done.error().message);
    refresh();
  });
}

void FilterBar::refresh() {
  m_services.background.run([services = m_services] { return readKept(services); })
      .then(this, [this](const Result<Kept>& kept) {
        if (!kept) return Q_EMIT failed(kept.error().message);
        m_choices.ways = kept->ways;
        m_line->setSaved(kept->filters);
        showQuery();
        recount();
      });
}

void FilterBar::setText(const QString& text) {
  if (m_query.text == text.trimmed()) return;
  m_query.text = text.trimmed();
  showQuery();
  Q_EMIT queryChanged(m_query);
}

void FilterBar::setQuery(const CampaignQuery& query) {
  const bool otherHalf = m_query.archived != query.archived;
  m_query = query;
  showQuery();
  if (otherHalf) recount();
  Q_EMIT queryChanged(m_query);
}

void FilterBar::showQuery() {
  m_standings->choose(m_query.standings);
  m_line->show(m_query, m_choices);
}

void FilterBar::recount() {
  QSet<QString> labels;
  for (const auto& campaign : m_campaigns.rows()) labels.unite({campaign.labels.begin(), campaign.labels.end()});
  m_choices.labels = QStringList(labels.begin(), labels.end());
  m_choices.labels.sort(Qt::CaseInsensitive);
  m_standings->count(m_campaigns.rows(), m_query.archived);
  m_line->count(m_campaigns.rows(), m_services.clock.now());
}

void FilterBar::setOrder(int column, Qt::SortOrder order) {
  m_column = column;
  m_order = order;
}

void FilterBar::openMenu() {
  m_menu->set(m_choices, m_query, m_column, m_order);
  m_menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

}  // namespace heliograph::ui
