// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/campaign_table.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/home/name_delegate.h"
#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/figure_delegate.h"

namespace heliograph::ui {

using campaign::CampaignSummary;
using CampaignColumn = items::CampaignListModel::Column;

namespace {
/// Narrower than this the table leaves out how many people there were: what was sent says enough.
constexpr int kRoomForPeople = 720;
/// Of the room for names and audiences, the audience has at most this part.
constexpr double kAudienceShare = 0.4;
constexpr int kLeastAudience = 72;
}  // namespace

CampaignTable::CampaignTable(items::CampaignFilter& filter, QWidget* parent)
    : QWidget(parent), m_filter(filter), m_view(new PlainTable) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_view);
  setFocusProxy(m_view);
  m_view->setObjectName(QStringLiteral("home.table"));
  m_view->setAccessibleName(tr("Campaigns"));
  m_view->setModel(&m_filter);
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
  layOutColumns();
  connect(m_view, &PlainTable::activated, this, &CampaignTable::activated);
  connect(m_view, &PlainTable::menuRequested, this, &CampaignTable::menuRequested);
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    if (!m_restoring) Q_EMIT selectionChanged();
  });
  connect(&m_filter, &QAbstractItemModel::modelAboutToBeReset, this, &CampaignTable::remember);
  connect(&m_filter, &QAbstractItemModel::modelReset, this, &CampaignTable::restore);
}

void CampaignTable::layOutColumns() {
  m_view->setItemDelegateForColumn(CampaignColumn::State, new ChipDelegate(items::role::Tone, m_view));
  m_view->setItemDelegateForColumn(CampaignColumn::Name, new NameDelegate(m_view));
  for (const int figure : {CampaignColumn::People, CampaignColumn::Sent, CampaignColumn::Unclear}) {
    m_view->setItemDelegateForColumn(figure, new FigureDelegate(m_view));
    m_view->fitColumn(figure);
  }
  for (const int fitted : {CampaignColumn::State, CampaignColumn::NextRun}) m_view->fitColumn(fitted);
  m_view->stretchColumn(CampaignColumn::Name);
  m_view->horizontalHeader()->setSectionResizeMode(CampaignColumn::Audience, QHeaderView::Fixed);
  m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  QHeaderView* header = m_view->horizontalHeader();
  header->setSortIndicatorClearable(true);
  header->setSortIndicator(-1, Qt::AscendingOrder);
  m_view->setSortingEnabled(true);
  connect(header, &QHeaderView::sortIndicatorChanged, this, &CampaignTable::sorted);
}

std::vector<CampaignSummary> CampaignTable::selected() const {
  std::vector<int> rows;
  for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) rows.push_back(index.row());
  std::sort(rows.begin(), rows.end());
  std::vector<CampaignSummary> campaigns;
  campaigns.reserve(rows.size());
  for (const int row : rows) campaigns.push_back(m_filter.row(row));
  return campaigns;
}

std::optional<CampaignSummary> CampaignTable::current() const {
  const QModelIndex index = m_view->currentIndex();
  if (!index.isValid() || !m_view->selectionModel()->isRowSelected(index.row())) return std::nullopt;
  return m_filter.row(index.row());
}

bool CampaignTable::select(CampaignId id) {
  const int row = m_filter.rowOf(id);
  if (row < 0) return false;
  // Not selectRow(), which adds to what is selected while Ctrl is held, as it is in a shortcut.
  m_view->selectionModel()->setCurrentIndex(m_filter.index(row, CampaignColumn::Name),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_view->scrollTo(m_filter.index(row, CampaignColumn::Name));
  return true;
}

void CampaignTable::editName() {
  const QModelIndex index = m_view->currentIndex();
  if (index.isValid()) m_view->edit(index.siblingAtColumn(CampaignColumn::Name));
}

void CampaignTable::sortBy(int column, Qt::SortOrder order) {
  m_view->sortByColumn(column, order);
}

void CampaignTable::showUnclear(bool show) {
  m_view->setColumnHidden(CampaignColumn::Unclear, !show);
}

void CampaignTable::remember() {
  m_kept.clear();
  for (const CampaignSummary& campaign : selected()) m_kept.push_back(campaign.id);
  const auto at = current();
  m_keptCurrent = at ? at->id : CampaignId{};
  m_keptRow = m_view->verticalScrollBar()->value();
}

void CampaignTable::restore() {
  m_restoring = true;
  QItemSelection selection;
  for (const CampaignId id : m_kept) {
    const int row = m_filter.rowOf(id);
    if (row >= 0) selection.select(m_filter.index(row, 0), m_filter.index(row, m_filter.columnCount() - 1));
  }
  const int at = std::max(m_filter.rowOf(m_keptCurrent), selection.isEmpty() ? 0 : selection.front().top());
  const QModelIndex current = m_filter.index(at, 0);
  if (current.isValid()) m_view->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
  if (selection.isEmpty() && current.isValid())
    selection.select(current, current.siblingAtColumn(CampaignColumn::ColumnCount - 1));
  m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
  m_view->verticalScrollBar()->setValue(m_keptRow);
  m_restoring = false;
  shareRoom();
  Q_EMIT selectionChanged();
}

void CampaignTable::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_view->setColumnHidden(CampaignColumn::People, width() < kRoomForPeople);
  shareRoom();
}

void CampaignTable::shareRoom() {
  const QHeaderView* header = m_view->horizontalHeader();
  const int room = header->sectionSize(CampaignColumn::Name) + header->sectionSize(CampaignColumn::Audience);
  const int wanted =
      static_cast<const QAbstractItemView*>(m_view)->sizeHintForColumn(CampaignColumn::Audience) + size::Medium;
  const int most = static_cast<int>(room * kAudienceShare);
  m_view->setColumnWidth(CampaignColumn::Audience, std::max(kLeastAudience, std::min(wanted, most)));
}

}  // namespace heliograph::ui
