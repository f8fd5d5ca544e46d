// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/who_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>

#include "audience/property_statistics.h"
#include "audience/reach_counter.h"
#include "audience/segment_repository.h"
#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/who/reach_card.h"
#include "ui/who/reach_watch.h"
#include "ui/who/rule_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"

namespace heliograph::ui {

using Kind = campaign::Audience::Kind;

namespace {
/// With the reach card beside it, a narrower page has no room for dates.
constexpr int kNarrow = 900;
}  // namespace

WhoPage::WhoPage(Services& services, CampaignDocument& document, QWidget* parent)
    : StepPage(services, document, parent),
      m_watch(new ReachWatch(services, this)),
      m_reach(new ReachCard),
      m_tabs(new QTabBar),
      m_stack(new QStackedWidget) {
  m_tabs->setObjectName(QStringLiteral("who.tabs"));
  m_tabs->setAccessibleName(tr("Ways to choose people"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  for (const QString& title : {tr("Saved segments"), tr("New rules"), tr("Everybody")}) m_tabs->addTab(title);
  m_stack->addWidget(makeSaved());
  m_stack->addWidget(makeRules());
  m_stack->addWidget(makeEverybody());
  body()->addWidget(new PageHeader(tr("Who"), tr("Everybody who is texted, and nobody else.")));
  body()->addWidget(m_tabs);
  body()->addWidget(m_stack, 1);
  setSidePane(m_reach);
  connect(m_tabs, &QTabBar::currentChanged, this, &WhoPage::showTab);
  watchReach();
  m_watch->count(m_document.campaign().audience);
}

void WhoPage::watchReach() {
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    const bool audience = event.field == CampaignField::Audience || event.field == CampaignField::Everything;
    if (audience) m_watch->count(m_document.campaign().audience);
    if (audience) m_everybody->setChecked(m_document.campaign().audience.kind == Kind::Everybody);
  });
  connect(m_watch, &ReachWatch::counting, m_reach, &ReachCard::setCounting);
  connect(m_watch, &ReachWatch::counted, this, [this](const ReachView& view) {
    m_reach->show(view);
    Q_EMIT reachChanged(view.reach.reachable);
  });
  connect(m_watch, &ReachWatch::cleared, this, [this](const QString& why) {
    m_reach->clear(why);
    Q_EMIT reachChanged(-1);
  });
}

QWidget* WhoPage::makeSaved() {
  m_table = new PlainTable;
  m_table->setObjectName(QStringLiteral("who.segments"));
  m_table->setAccessibleName(tr("Saved segments"));
  m_table->setModel(&m_segments);
  m_table->setStrongColumn(items::SegmentListModel::Name);
  using Column = items::SegmentListModel::Column;
  for (const int fitted : {Column::Name, Column::People, Column::Updated}) m_table->fitColumn(fitted);
  m_table->stretchColumn(Column::Rules);
  m_table->setItemDelegateForColumn(Column::People, new FigureDelegate(m_table));
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WhoPage::storeSegment);

  auto* empty = new EmptyState(Icon::Users, tr("No saved segment yet"),
                               tr("Make rules for this campaign, and save them as a segment to use them again."));
  connect(empty->addAction(tr("New rules"), Icon::Rules), &Button::clicked, this,
          [this] { m_tabs->setCurrentIndex(RulesTab); });
  connect(empty->addAction(tr("Import contacts"), Icon::Upload), &Button::clicked, this, &WhoPage::importRequested);
  m_noSegments = empty;

  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->addWidget(m_table, 1);
  column->addWidget(m_noSegments);
  return page;
}

QWidget* WhoPage::makeRules() {
  m_rules = new RuleList(m_properties);
  m_sentence = new Label({}, TypeRole::Hint, Ink::Text3);
  m_sentence->setWordWrap(true);
  m_segmentName = new QLineEdit;
  m_segmentName->setObjectName(QStringLiteral("who.segmentName"));
  m_segmentName->setAccessibleName(tr("Name of the segment"));
  m_segmentName->setPlaceholderText(tr("Name, to use these rules again"));
  m_saveSegment = new Button(tr("Save as segment"), ButtonRole::Quiet, Icon::Save);
  m_saved = new Label({}, TypeRole::Hint, Ink::Text3);
  connect(m_rules, &RuleList::edited, this, &WhoPage::storeRules);
  connect(m_saveSegment, &Button::clicked, this, &WhoPage::saveAsSegment);
  connect(m_segmentName, &QLineEdit::returnPressed, this, &WhoPage::saveAsSegment);

  auto* save = new QHBoxLayout;
  save->addWidget(m_segmentName, 1);
  save->addWidget(m_saveSegment);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_rules);
  column->addWidget(m_sentence);
  column->addLayout(save);
  column->addWidget(m_saved);
  column->addStretch();
  return page;
}

QWidget* WhoPage::makeEverybody() {
  m_everybody = new ChoiceCard(tr("Send to everybody"),
                               tr("All contacts that can be texted. Choose this only if you mean it: most campaigns "
                                  "are for some of them."));
  m_everybody->setObjectName(QStringLiteral("who.everybody"));
  m_everybody->setAccessibleName(tr("Send to everybody"));
  m_everybody->setCheckable(true);
  m_everybody->setMaximumWidth(480);
  connect(m_everybody, &ChoiceCard::clicked, this, [this] {
    m_everybody->setChecked(true);
    m_document.setAudience(campaign::Audience::everybody());
  });
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->addWidget(m_everybody);
  column->addStretch();
  return page;
}

void WhoPage::load(const campaign::Campaign& campaign) {
  const campaign::Audience& audience = campaign.audience;
  m_everybody->setChecked(audience.kind == Kind::Everybody);
  selectSegment(audience.kind == Kind::Saved ? audience.segmentId : SegmentId{});
  m_rules->setSegment(audience.kind == Kind::Rules ? audience.segment : audience::Segment{});
  m_sentence->setText(audience.kind == Kind::Rules ? describe(audience) : QString());
  const QSignalBlocker quiet(m_tabs);
  if (audience.kind == Kind::Rules) showTab(RulesTab);
  if (audience.kind == Kind::Saved) showTab(SavedTab);
  if (audience.kind == Kind::Everybody) showTab(EverybodyTab);
}

void WhoPage::showTab(int tab) {
  m_tabs->setCurrentIndex(tab);
  m_stack->setCurrentIndex(tab);
}

void WhoPage::enter() {
  loadLists();
}

void WhoPage::loadLists() {
  m_services.background
      .run(
          [&segments = m_services.segments] { return segments.list().value_or(std::vector<audience::SavedSegment>{}); })
      .then(this, [this](const std::vector<audience::SavedSegment>& segments) { showSegments(segments); });
  m_services.background
      .run([&database = m_services.database] {
        QList<items::PropertyEntry> entries;
        for (const auto& each :
             audience::propertyStatistics(database).value_or(std::vector<audience::PropertyStatistic>{})) {
          entries.append({each.property.name, {}, each.sample.toString(), each.share, each.property.type});
        }
        return entries;
      })
      .then(this, [this](const QList<items::PropertyEntry>& entries) {
        m_properties.setEntries(entries);
        load(m_document.campaign());
      });
}

void WhoPage::showSegments(std::vector<audience::SavedSegment> segments) {
  const QSignalBlocker quiet(m_table->selectionModel());
  m_segments.setRows(std::move(segments));
  m_noSegments->setVisible(m_segments.rowCount() == 0);
  m_table->setVisible(m_segments.rowCount() > 0);
  countSegments();
  const auto& audience = m_document.campaign().audience;
  selectSegment(audience.kind == Kind::Saved ? audience.segmentId : SegmentId{});
}

void WhoPage::countSegments() {
  for (const audience::SavedSegment& segment : m_segments.rows()) {
    m_services.background.run([&reach = m_services.reach, rules = segment.segment] { return reach.count(rules); })
        .then(this, [this, id = segment.id](const Result<audience::Reach>& reach) {
          if (reach) m_segments.setPeople(id, reach->reachable);
        });
  }
}

void WhoPage::selectSegment(SegmentId id) {
  const QSignalBlocker quiet(m_table->selectionModel());
  const int row = m_segments.rowOf(id.value);
  if (row < 0) {
    m_table->setCurrentIndex({});
    m_table->clearSelection();
  } else {
    m_table->selectRow(row);
  }
  m_table->viewport()->update();
}

void WhoPage::storeSegment() {
  // Only a deliberate selection counts: a table that gets the focus makes its first row current by itself.
  const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
  if (chosen.isEmpty()) return;
  const audience::SavedSegment& segment = m_segments.row(chosen.front().row());
  m_document.setAudience(campaign::Audience::saved(segment.id, segment.name));
}

void WhoPage::storeRules() {
  const audience::Segment segment = m_rules->segment();
  m_document.setAudience(segment.isEverybody() ? campaign::Audience{} : campaign::Audience::rules(segment));
  m_sentence->setText(segment.isEverybody() ? QString() : describe(segment));
  m_saved->setText(m_rules->isComplete() ? QString() : tr("A rule without a value is left out."));
}

void WhoPage::saveAsSegment() {
  const QString name = m_segmentName->text().trimmed();
  const audience::Segment segment = m_rules->segment();
  if (name.isEmpty() || segment.isEverybody()) {
    m_saved->setText(tr("Give the segment at least one rule and a name."));
    return;
  }
  const auto& known = m_segments.rows();
  if (std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.name == name; })) {
    m_saved->setText(tr("There is a segment “%1” already. Choose another name.").arg(name));
    return;
  }
  m_services.background.run([&segments = m_services.segments, name, segment] { return segments.save(name, segment); })
      .then(this, [this, name](const Result<SegmentId>& saved) {
        m_saved->setText(saved ? tr("Saved as “%1”.").arg(name) : saved.error().message);
        if (saved) loadLists();
      });
}

void WhoPage::resizeEvent(QResizeEvent* event) {
  StepPage::resizeEvent(event);
  m_table->setColumnHidden(items::SegmentListModel::Updated, width() < kNarrow);
}

void WhoPage::focusField(const QString&, int) {
  switch (m_tabs->currentIndex()) {
    case RulesTab:
      return m_rules->focusFirst();
    case EverybodyTab:
      return m_everybody->setFocus();
    default:
      break;
  }
  if (m_table->isVisible()) {
    m_table->setFocus();
  } else {
    m_tabs->setFocus();
  }
}

}  // namespace heliograph::ui
