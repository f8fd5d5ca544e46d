// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/who_page.h"

#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "audience/groups/seed_list.h"
#include "audience/groups/workspace_group.h"
#include "audience/profile_repository.h"
#include "campaign/segment_renaming.h"
#include "library/coupon_repository.h"
#include "ui/composer/everybody/outcome_line.h"
#include "ui/composer/everybody/outcome_watch.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/who/audience_options.h"
#include "ui/who/lists/lists_tab.h"
#include "ui/who/live/live_card.h"
#include "ui/who/live/live_editor.h"
#include "ui/who/live/live_watch.h"
#include "ui/who/people_dialog.h"
#include "ui/who/person_dialog.h"
#include "ui/who/reach_card.h"
#include "ui/who/rules_tab.h"
#include "ui/who/saved_segments.h"
#include "ui/who/seed_list_dialog.h"
#include "ui/who/workspace_group_dialog.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/page_header.h"

namespace heliograph::ui {

using AudienceKind = campaign::Audience::Kind;

namespace {
/// With the reach card beside it, a narrower page has no room for dates.
constexpr int kNarrow = 900;
constexpr int kCardWidth = 480;

/// What of the workspace concerns each campaign.
struct WorkspaceFacts {
  QStringList pools;
  audience::ControlGroup group;
  int seeds = 0;
};

Result<WorkspaceFacts> workspaceFacts(const Services& services) {
  auto pools = services.coupons.list();
  if (!pools) return fail(pools.error());
  auto group = audience::WorkspaceGroup(services.database).read();
  if (!group) return fail(group.error());
  auto seeds = audience::SeedList(services.database, services.clock).list();
  if (!seeds) return fail(seeds.error());
  WorkspaceFacts facts{{}, *group, static_cast<int>(seeds->size())};
  for (const library::CouponPool& pool : *pools) facts.pools << pool.name;
  return facts;
}
}  // namespace

WhoPage::WhoPage(Services& services, CampaignDocument& document, OutcomeWatch& outcome, QWidget* parent)
    : StepPage(services, document, parent),
      m_watch(new ReachWatch(services, this)),
      m_reach(new ReachCard),
      m_tabs(new QTabBar),
      m_stack(new QStackedWidget),
      m_saved(new SavedSegments(services, document.campaign().id)),
      m_lists(new ListsTab(services, document.campaign().id)),
      m_rules(new RulesTab(services)),
      m_options(new AudienceOptions),
      m_header(new PageHeader(tr("Who"))),
      m_liveWatch(new LiveWatch(services, this)),
      m_liveCard(new LiveCard) {
  makeTabs();
  body()->addWidget(m_header);
  body()->addWidget(m_tabs);
  body()->addWidget(m_stack, 1);
  body()->addWidget(m_options);
  // Choosing other people changes what leaves as much as writing does.
  m_outcome = new OutcomeLine(services, outcome, document.campaign().id, QStringLiteral("who.outcome"));
  body()->addWidget(m_outcome);
  connect(m_outcome, &OutcomeLine::personRequested, this, &WhoPage::showPerson);
  setSidePane(makeSide());
  connectTabs();
  watchReach();
  watchOptions();
  showWay();
  m_watch->count(m_document.campaign());
}

void WhoPage::makeTabs() {
  m_tabs->setObjectName(QStringLiteral("who.tabs"));
  m_tabs->setAccessibleName(tr("Ways to choose people"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  for (const QString& title : {tr("Saved segments"), tr("Lists"), tr("New rules"), tr("Everybody")})
    m_tabs->addTab(title);
  m_stack->addWidget(m_saved);
  m_stack->addWidget(m_lists);
  m_stack->addWidget(m_rules);
  m_stack->addWidget(makeEverybody());
}

void WhoPage::connectTabs() {
  connect(m_tabs, &QTabBar::currentChanged, this, &WhoPage::showTab);
  connect(m_saved, &SavedSegments::chosen, this, [this](const audience::SavedSegment& segment) {
    m_document.setAudience(campaign::Audience::saved(segment.id, segment.name));
  });
  connect(m_saved, &SavedSegments::copyRequested, this, [this](const audience::Segment& segment) {
    m_rules->setSegment(segment);
    m_tabs->setCurrentIndex(RulesTabIndex);
    storeRules();
    m_rules->focusFirst();
  });
  connect(m_saved, &SavedSegments::rulesRequested, this, [this] {
    m_tabs->setCurrentIndex(RulesTabIndex);
    m_rules->focusFirst();
  });
  connect(m_saved, &SavedSegments::importRequested, this, &WhoPage::importRequested);
  connect(m_lists, &ListsTab::chosen, this, [this](const QString& name) {
    m_document.setAudience(campaign::Audience::rules(membersOfList(name)));
    m_rules->setSegment(m_document.campaign().audience.segment);
  });
  connect(m_lists, &ListsTab::changed, this, &WhoPage::enter);
  connect(m_lists, &ListsTab::removed, this, [this] {
    m_document.setAudience({});
    m_rules->setSegment({});
  });
  connect(m_saved, &SavedSegments::removed, this, [this] { m_document.setAudience({}); });
  connect(m_saved, &SavedSegments::renamed, this, [this](SegmentId segment, const QString& from, const QString& to) {
    const campaign::Audience audience = campaign::withSegmentRenamed(m_document.campaign().audience, segment, from, to);
    m_document.setAudience(audience);
    if (audience.kind == AudienceKind::Rules) m_rules->setSegment(audience.segment);
  });
  connect(m_rules, &RulesTab::edited, this, &WhoPage::storeRules);
  connect(m_rules, &RulesTab::saved, m_saved, &SavedSegments::refresh);
}

void WhoPage::watchReach() {
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    static const QList<CampaignField> fields{
        CampaignField::Everything, CampaignField::Audience,  CampaignField::HoldBack, CampaignField::SafetyCheck,
        CampaignField::Reach,      CampaignField::LiveLimit, CampaignField::Purpose,  CampaignField::Route};
    if (!fields.contains(event.field)) return;
    m_options->load(m_document.campaign());
    // Start chooses between people that are picked and people as they act.
    if (m_document.campaign().audience.isLive() != !m_liveCard->isHidden()) load(m_document.campaign());
    m_watch->count(m_document.campaign());
    m_everybody->setChecked(m_document.campaign().audience.kind == AudienceKind::Everybody);
  });
  connect(m_watch, &ReachWatch::counting, m_reach, &ReachCard::setCounting);
  connect(m_watch, &ReachWatch::counted, this, [this](const ReachView& view) {
    m_view = view;
    m_reach->show(view);
    m_rules->showReach(view.reach);
    m_options->showReach(view);
    Q_EMIT reachChanged(view.receive());
  });
  connect(m_watch, &ReachWatch::cleared, this, [this](const QString& why) {
    m_reach->clear(why);
    m_options->clearReach();
    Q_EMIT reachChanged(-1);
  });
  connect(m_reach, &ReachCard::importRequested, this, &WhoPage::importRequested);
  connect(m_reach, &ReachCard::peopleRequested, this, &WhoPage::showPeople);
  connect(m_reach, &ReachCard::countryRequested, this,
          [this](const QString& country, bool isCovered, const QString& title, qint64 people) {
            const auto kind = isCovered ? audience::Reachability::Reachable : audience::Reachability::NoProvider;
            auto* dialog =
                new PeopleDialog(m_services, m_view.segment, m_view.rules, kind, title, people, country, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
          });
  connect(m_reach, &ReachCard::personRequested, this, [this](const audience::Profile& person) {
    auto* dialog = new PersonDialog(person, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
}

void WhoPage::watchOptions() {
  connect(m_options, &AudienceOptions::reachChanged, &m_document, &CampaignDocument::setReach);
  connect(m_options, &AudienceOptions::liveLimitChanged, &m_document, &CampaignDocument::setLiveLimit);
  connect(m_options, &AudienceOptions::holdBackChanged, &m_document, &CampaignDocument::setHoldBack);
  connect(m_options, &AudienceOptions::safetyChanged, &m_document, &CampaignDocument::setSafetyCheck);
  connect(m_options, &AudienceOptions::groupRequested, this, &WhoPage::changeGroup);
  connect(m_options, &AudienceOptions::seedsRequested, this, &WhoPage::changeSeeds);
}

void WhoPage::readWorkspace() {
  m_services.background.run([services = m_services] { return workspaceFacts(services); })
      .then(this, [this](const Result<WorkspaceFacts>& facts) {
        if (!facts) return;
        m_options->setPools(facts->pools);
        m_options->setWorkspaceGroup(facts->group);
        m_options->setSeeds(facts->seeds);
      });
}

void WhoPage::changeGroup() {
  auto* dialog = new WorkspaceGroupDialog(m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &WorkspaceGroupDialog::saved, this, &WhoPage::enter);
  dialog->open();
}

void WhoPage::changeSeeds() {
  auto* dialog = new SeedListDialog(m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SeedListDialog::changed, this, &WhoPage::enter);
  dialog->open();
}

void WhoPage::showPerson(ProfileId person) {
  m_services.background.run([&profiles = m_services.profiles, person] { return profiles.byId(person); })
      .then(this, [this](const Result<audience::Profile>& found) {
        if (!found) return;
        auto* dialog = new PersonDialog(*found, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
      });
}

void WhoPage::showPeople(std::optional<audience::Reachability> kind, const QString& title, qint64 people) {
  auto* dialog = new PeopleDialog(m_services, m_view.segment, m_view.rules, kind, title, people, std::nullopt, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

/// The card in what scrolls, for low windows.
QWidget* WhoPage::makeSide() {
  auto* side = new QScrollArea;
  side->setFrameShape(QFrame::NoFrame);
  side->setWidgetResizable(true);
  side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  side->setFocusPolicy(Qt::NoFocus);
  auto* cards = new QWidget;
  auto* column = new QVBoxLayout(cards);
  column->setContentsMargins({});
  column->addWidget(m_reach);
  column->addWidget(m_liveCard);
  side->setWidget(cards);
  // The pane's own ground shows.
  side->viewport()->setAutoFillBackground(false);
  cards->setAutoFillBackground(false);
  return side;
}

QWidget* WhoPage::makeEverybody() {
  m_everybody = new ChoiceCard(tr("Send to everybody"),
                               tr("All contacts that can be texted. Choose this only if you mean it: most campaigns "
                                  "are for some of them."));
  m_everybody->setObjectName(QStringLiteral("who.everybody"));
  m_everybody->setAccessibleName(tr("Send to everybody"));
  m_everybody->setCheckable(true);
  m_everybody->setMaximumWidth(kCardWidth);
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
  m_options->load(campaign);
  showWay();
  if (audience.isLive()) return;
  m_everybody->setChecked(audience.kind == AudienceKind::Everybody);
  m_saved->select(audience.kind == AudienceKind::Saved ? audience.segmentId : SegmentId{});
  m_rules->setSegment(audience.kind == AudienceKind::Rules ? audience.segment : audience::Segment{});
  const QSignalBlocker quiet(m_tabs);
  const QString list = audience.kind == AudienceKind::Rules ? listOf(audience.segment) : QString();
  m_lists->select(list);
  if (audience.kind == AudienceKind::Rules) showTab(list.isEmpty() ? RulesTabIndex : ListsTabIndex);
  if (audience.kind == AudienceKind::Saved) showTab(SavedTab);
  if (audience.kind == AudienceKind::Everybody) showTab(EverybodyTab);
}

/// What belongs to people that are picked, or to people as they act.
void WhoPage::showWay() {
  const campaign::Audience& audience = m_document.campaign().audience;
  const bool live = audience.isLive();
  m_header->setSubtitle(live ? tr("Whoever does this gets the message at that moment.")
                             : tr("Everybody who is texted, and nobody else."));
  for (QWidget* part : std::initializer_list<QWidget*>{m_tabs, m_stack, m_outcome, m_reach}) {
    part->setVisible(!live);
  }
  m_liveCard->setVisible(live);
  if (live && m_live == nullptr) makeLive();
  if (m_live != nullptr) m_live->setVisible(live);
  if (!live) return m_liveWatch->stop();
  m_live->load(audience.live);
  m_liveWatch->estimate(audience.live);
}

void WhoPage::makeLive() {
  m_live = new LiveEditor(m_services);
  m_live->setObjectName(QStringLiteral("who.live"));
  body()->insertWidget(body()->indexOf(m_stack), m_live, 1);
  for (QWidget* each : m_live->findChildren<QWidget*>()) tabBefore(m_tabs, {each});
  connect(m_live, &LiveEditor::edited, this, &WhoPage::storeLive);
  connect(m_liveWatch, &LiveWatch::estimating, m_liveCard, &LiveCard::setCounting);
  connect(m_liveWatch, &LiveWatch::cleared, this, [this](const QString& why) {
    m_liveCard->clear(why);
    m_options->showEstimate({});
  });
  connect(m_liveWatch, &LiveWatch::estimated, this, [this](const audience::LiveEstimate& estimate) {
    const audience::Segment& filter = m_document.campaign().audience.live.filter;
    m_liveCard->show(estimate, !audience::isIdle({filter.rules}));
    m_options->showEstimate(estimate);
  });
  m_live->refresh();
}

void WhoPage::storeLive(const audience::LiveSegment& live, bool choice) {
  // Another kind is a step of its own.
  if (choice) m_document.endStep();
  m_document.setAudience(campaign::Audience::asTheyAct(live));
  m_liveWatch->estimate(live);
}

void WhoPage::showTab(int tab) {
  m_tabs->setCurrentIndex(tab);
  m_stack->setCurrentIndex(tab);
}

void WhoPage::enter() {
  if (m_document.campaign().audience.isLive()) {
    m_live->refresh();
    m_liveWatch->again();
    readWorkspace();
    return;
  }
  m_saved->refresh();
  m_lists->refresh();
  m_rules->refresh();
  readWorkspace();
  m_watch->recount();
}

void WhoPage::storeRules() {
  const audience::Segment segment = m_rules->segment();
  m_document.setAudience(segment.isEverybody() ? campaign::Audience{} : campaign::Audience::rules(segment));
}

void WhoPage::resizeEvent(QResizeEvent* event) {
  StepPage::resizeEvent(event);
  m_saved->setNarrow(width() < kNarrow);
}

void WhoPage::focusField(const QString& field, int) {
  if (m_options->focusField(field)) return;
  if (m_document.campaign().audience.isLive()) return m_live->focusFirst();
  switch (m_tabs->currentIndex()) {
    case ListsTabIndex:
      return m_lists->focusFirst();
    case RulesTabIndex:
      return m_rules->focusFirst();
    case EverybodyTab:
      return m_everybody->setFocus();
    default:
      return m_saved->focusFirst();
  }
}

}  // namespace heliograph::ui
