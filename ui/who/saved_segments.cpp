// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/saved_segments.h"

#include <QApplication>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "audience/reach_counter.h"
#include "audience/segment_repository.h"
#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/who/segment_foot.h"
#include "ui/who/trend_delegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/search_field.h"

namespace heliograph::ui {

using SegmentColumn = items::SegmentListModel::Column;

namespace {
/// With less the names of segments would be cut.
constexpr int kRoomForUpdated = 760;
constexpr int kRoomForTexted = 480;
}  // namespace

struct SavedSegments::Known {
  std::vector<audience::SavedSegment> segments;
  QHash<SegmentId, QDateTime> texted;
  QHash<QString, campaign::AudienceUse> uses;
  QHash<SegmentId, std::vector<audience::SegmentSize>> trends;
};

SavedSegments::SavedSegments(Services& services, CampaignId campaign, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_campaign(campaign),
      m_search(new SearchField(tr("Search segments"))),
      m_table(new PlainTable),
      m_foot(new SegmentFoot(services, campaign)) {
  m_search->setObjectName(QStringLiteral("who.search"));
  m_search->setAccessibleName(tr("Search segments"));
  makeTable();
  m_empty = makeEmpty();
  connectFoot();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_search);
  column->addWidget(m_table, 1);
  column->addWidget(m_foot);
  column->addWidget(m_empty);
  connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
    const QSignalBlocker quiet(m_table->selectionModel());
    m_sorted.setFilterFixedString(text);
    select(m_chosen);
  });
  show(Known{});
}

SavedSegments::~SavedSegments() {
  m_cancel.cancel();
}

void SavedSegments::makeTable() {
  m_sorted.setSourceModel(&m_model);
  m_sorted.setSortRole(items::role::Raw);
  m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
  m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
  m_sorted.setFilterKeyColumn(SegmentColumn::Name);
  m_table->setObjectName(QStringLiteral("who.segments"));
  m_table->setAccessibleName(tr("Saved segments"));
  m_table->setModel(&m_sorted);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(SegmentColumn::Name, Qt::AscendingOrder);
  m_table->setStrongColumn(SegmentColumn::Name);
  m_table->stretchColumn(SegmentColumn::Name);
  for (const int fitted : {SegmentColumn::Size, SegmentColumn::People, SegmentColumn::Trend, SegmentColumn::Updated,
                           SegmentColumn::Texted}) {
    m_table->fitColumn(fitted);
  }
  m_table->setItemDelegateForColumn(SegmentColumn::Size, new FigureDelegate(m_table));
  m_table->setItemDelegateForColumn(SegmentColumn::People, new FigureDelegate(m_table));
  m_table->setItemDelegateForColumn(SegmentColumn::Trend, new TrendDelegate(m_table));
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SavedSegments::choose);
}

QWidget* SavedSegments::makeEmpty() {
  auto* empty = new EmptyState(Icon::Users, tr("No saved segment yet"),
                               tr("Make rules for this campaign, and save them as a segment to use them again."));
  connect(empty->addAction(tr("New rules"), Icon::Rules), &Button::clicked, this, &SavedSegments::rulesRequested);
  connect(empty->addAction(tr("Import contacts"), Icon::Upload), &Button::clicked, this,
          &SavedSegments::importRequested);
  return empty;
}

void SavedSegments::connectFoot() {
  connect(m_foot, &SegmentFoot::copyRequested, this, &SavedSegments::copyRequested);
  connect(m_foot, &SegmentFoot::renamed, this, &SavedSegments::renamed);
  connect(m_foot, &SegmentFoot::changed, this, [this] {
    m_announce = true;  // it may have another name
    m_table->setFocus();
    refresh();
  });
  connect(m_foot, &SegmentFoot::removed, this, [this] {
    m_chosen = {};
    m_table->setFocus();
    refresh();
    Q_EMIT removed();
  });
}

void SavedSegments::refresh() {
  m_services.background
      .run([services = m_services, campaign = m_campaign] {
        using Of = audience::MemberRule::Of;
        const auto& database = services.database;
        return Known{services.segments.list().value_or(std::vector<audience::SavedSegment>{}),
                     campaign::lastTexted(database).value_or(QHash<SegmentId, QDateTime>{}),
                     campaign::audienceUses(database, services.clock, Of::Segment, campaign)
                         .value_or(QHash<QString, campaign::AudienceUse>{}),
                     audience::SegmentTrend(database, services.clock)
                         .lately()
                         .value_or(QHash<SegmentId, std::vector<audience::SegmentSize>>{})};
      })
      .then(this, [this](const Known& known) { show(known); });
}

void SavedSegments::show(const Known& known) {
  m_uses = known.uses;
  {
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model.setRows(known.segments);
    m_model.setTexted(known.texted);
    m_model.setTrends(known.trends);
  }
  const bool some = m_model.rowCount() > 0;
  // The segments come after the page has given the keyboard to what stood here without them.
  const bool keyboard = some && m_empty->isAncestorOf(QApplication::focusWidget());
  m_empty->setVisible(!some);
  m_table->setVisible(some);
  m_search->setVisible(some);
  if (keyboard) m_table->setFocus();
  select(m_chosen);
  if (const int row = m_model.rowOf(m_chosen.value); m_announce && row >= 0) Q_EMIT chosen(m_model.row(row));
  m_announce = false;
  m_cancel.cancel();
  m_cancel = CancelToken();
  countNext(0);
}

void SavedSegments::countNext(std::size_t number) {
  // One after the other, so that what the person does meanwhile isn't kept waiting by a long list.
  if (number >= m_model.rows().size()) return readTrends();
  const audience::SavedSegment& segment = m_model.rows()[number];
  m_services.background
      .run([services = m_services, segment, cancel = m_cancel] {
        auto reach = services.reach.count(segment.segment, cancel);
        if (reach) (void)audience::SegmentTrend(services.database, services.clock).note(segment.id, *reach);
        return reach;
      })
      .then(this, [this, number, id = segment.id](const Result<audience::Reach>& reach) {
        if (!reach && reach.error().code == ErrorCode::Cancelled) return;
        if (reach) m_model.setPeople(id, reach->reachable, reach->qualified);
        countNext(number + 1);
      });
}

void SavedSegments::readTrends() {
  m_services.background
      .run([services = m_services] { return audience::SegmentTrend(services.database, services.clock).lately(); })
      .then(this, [this](const auto& trends) {
        if (trends) m_model.setTrends(*trends);
      });
}

void SavedSegments::select(SegmentId id) {
  m_chosen = id;
  {
    const QSignalBlocker quiet(m_table->selectionModel());
    const int row = m_model.rowOf(id.value);
    const QModelIndex shown = row < 0 ? QModelIndex() : m_sorted.mapFromSource(m_model.index(row, 0));
    if (shown.isValid()) {
      m_table->selectRow(shown.row());
    } else {
      m_table->setCurrentIndex({});
      m_table->clearSelection();
    }
  }
  m_table->viewport()->update();
  showFoot();
}

void SavedSegments::choose() {
  // Only a deliberate selection counts: a table that gets the focus makes its first row current by itself.
  const QModelIndexList rows = m_table->selectionModel()->selectedRows();
  if (rows.isEmpty()) return;
  const audience::SavedSegment& segment = m_model.row(m_sorted.mapToSource(rows.front()).row());
  m_chosen = segment.id;
  showFoot();
  Q_EMIT chosen(segment);
}

void SavedSegments::showFoot() {
  const int row = m_model.rowOf(m_chosen.value);
  if (row < 0) return m_foot->hide();
  m_foot->show(m_model.row(row), m_uses.value(m_model.row(row).name));
}

bool SavedSegments::hasSegment(const QString& name) const {
  const auto& known = m_model.rows();
  return std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.name == name; });
}

void SavedSegments::focusFirst() {
  if (m_table->isHidden()) {
    m_empty->setFocus();
    if (auto* first = m_empty->findChild<Button*>()) first->setFocus();
  } else {
    m_table->setFocus();
  }
}

void SavedSegments::setNarrow(bool narrow) {
  m_table->setColumnHidden(SegmentColumn::Trend, narrow);
}

void SavedSegments::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_table->setColumnHidden(SegmentColumn::Updated, width() < kRoomForUpdated);
  m_table->setColumnHidden(SegmentColumn::Texted, width() < kRoomForTexted);
}

}  // namespace heliograph::ui
