// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_page.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/campaign_repository.h"
#include "delivery/delivery_service.h"
#include "ui/home/selected_campaign.h"
#include "ui/home/standing_chips.h"
#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using Column = items::CampaignListModel::Column;

namespace {
constexpr std::chrono::milliseconds kRefreshPause{700};
}

HomePage::HomePage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_model(services.clock),
      m_search(new SearchField(tr("Search campaigns"))),
      m_chips(new StandingChips),
      m_stack(new QStackedWidget),
      m_table(new PlainTable),
      m_pane(new SelectedCampaign(services)) {
  setObjectName(QStringLiteral("home"));
  m_filter.setSourceModel(&m_model);
  m_stack->addWidget(makeList());
  m_stack->addWidget(makeEmpty());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeBar());
  column->addWidget(m_stack, 1);

  m_soon.setSingleShot(true);
  m_soon.setInterval(kRefreshPause);
  connect(&m_soon, &QTimer::timeout, this, &HomePage::refresh);
  connect(&services.delivery, &delivery::DeliveryService::progress, this, [this] {
    if (!m_soon.isActive()) m_soon.start();
  });
  connect(m_pane, &SelectedCampaign::openRequested, this, [this] {
    if (const auto campaign = selected()) Q_EMIT openRequested(*campaign);
  });
  connect(m_pane, &SelectedCampaign::cloneRequested, this, &HomePage::cloneRequested);
  connect(m_pane, &SelectedCampaign::archiveRequested, this, &HomePage::archiveRequested);
  connect(m_pane, &SelectedCampaign::removeRequested, this, &HomePage::removeRequested);
}

QWidget* HomePage::makeBar() {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  m_search->setObjectName(QStringLiteral("home.search"));
  m_search->setAccessibleName(tr("Search campaigns"));
  m_search->setShortcutHint(tr("Ctrl F"));
  m_search->setMinimumWidth(200);
  m_search->setMaximumWidth(280);
  auto* import = new Button(tr("Import contacts"), ButtonRole::Plain, Icon::FileText);
  import->setObjectName(QStringLiteral("home.import"));
  auto* fresh = new Button(tr("New campaign"), ButtonRole::Primary, Icon::Plus);
  fresh->setObjectName(QStringLiteral("home.new"));
  connect(m_search, &SearchField::textChanged, &m_filter, &items::CampaignFilter::setText);
  connect(import, &Button::clicked, this, &HomePage::importRequested);
  connect(fresh, &Button::clicked, this, &HomePage::newRequested);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(20, 0, 20, 0);
  row->setSpacing(size::Medium);
  row->addWidget(new Label(tr("Campaigns"), TypeRole::Header));
  row->addStretch();
  row->addWidget(m_search, 1);
  row->addWidget(import);
  row->addWidget(fresh);
  return bar;
}

QWidget* HomePage::makeList() {
  m_table->setObjectName(QStringLiteral("home.table"));
  m_table->setAccessibleName(tr("Campaigns"));
  m_table->setModel(&m_filter);
  m_table->setStrongColumn(Column::Name);
  m_table->setItemDelegateForColumn(Column::State, new ChipDelegate(items::role::Tone, m_table));
  for (const int figure : {Column::People, Column::Sent, Column::Unclear}) {
    m_table->setItemDelegateForColumn(figure, new FigureDelegate(m_table));
    m_table->fitColumn(figure);
  }
  for (const int fitted : {Column::State, Column::NextRun}) m_table->fitColumn(fitted);
  for (const int wide : {Column::Name, Column::Audience}) m_table->stretchColumn(wide);
  m_table->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_table, &PlainTable::customContextMenuRequested, this, &HomePage::openMenu);
  connect(m_table, &PlainTable::activated, this, [this] {
    if (const auto campaign = selected()) Q_EMIT openRequested(*campaign);
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HomePage::showSelected);
  connect(m_chips, &StandingChips::chosen, &m_filter, &items::CampaignFilter::setStandings);

  auto* list = new QVBoxLayout;
  list->setContentsMargins(20, size::Large, 20, 0);
  list->setSpacing(size::Medium);
  list->addWidget(m_chips);
  list->addWidget(m_table, 1);
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addLayout(list, 1);
  row->addWidget(m_pane);
  return page;
}

QWidget* HomePage::makeEmpty() {
  auto* empty = new EmptyState(Icon::Send, tr("No campaign yet"),
                               tr("Import your contacts, then write the first message. Or look around with sample "
                                  "contacts and a provider that texts nobody."));
  connect(empty->addAction(tr("New campaign"), Icon::Plus), &Button::clicked, this, &HomePage::newRequested);
  connect(empty->addAction(tr("Import contacts"), Icon::FileText), &Button::clicked, this, &HomePage::importRequested);
  connect(empty->addAction(tr("Open the sample workspace"), Icon::Folder), &Button::clicked, this,
          &HomePage::sampleRequested);
  return empty;
}

void HomePage::refresh() {
  if (m_loading) {
    m_soon.start();
    return;
  }
  m_loading = true;
  m_services.background.run([&campaigns = m_services.campaigns] { return campaigns.list(); })
      .then(this, [this](const Result<std::vector<campaign::CampaignSummary>>& rows) {
        m_loading = false;
        if (rows) {
          showRows(*rows);
        } else {
          Q_EMIT failed(rows.error().message);
        }
      });
}

void HomePage::showRows(std::vector<campaign::CampaignSummary> rows) {
  const auto before = selected();
  m_chips->count(rows);
  m_model.setRows(std::move(rows));
  m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
  const auto& all = m_model.rows();
  m_table->setColumnHidden(Column::Unclear, std::none_of(all.begin(), all.end(), [](const auto& campaign) {
                             return campaign.counts.unclear > 0;
                           }));
  int row = before ? m_model.rowOf(before->id.value) : -1;
  if (row < 0 && m_model.rowCount() > 0) row = 0;
  const QModelIndex index = m_filter.mapFromSource(m_model.index(row, 0));
  if (index.isValid() && index.row() != m_table->currentIndex().row()) m_table->selectRow(index.row());
  showSelected();
}

std::optional<campaign::CampaignSummary> HomePage::selected() const {
  const QModelIndex index = m_filter.mapToSource(m_table->currentIndex());
  if (!index.isValid()) return std::nullopt;
  return m_model.row(index.row());
}

void HomePage::showSelected() {
  m_pane->show(selected());
  Q_EMIT selectionChanged();
}

void HomePage::openMenu(const QPoint& at) {
  if (!m_table->indexAt(at).isValid()) return;
  m_pane->menu().popup(m_table->viewport()->mapToGlobal(at));
}

void HomePage::focusSearch() {
  m_search->setFocus();
  m_search->selectAll();
}

}  // namespace heliograph::ui
