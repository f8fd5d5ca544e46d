// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/who_page.h"

#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "audience/profile_repository.h"
#include "library/coupon_repository.h"
#include "ui/composer/outcome_line.h"
#include "ui/composer/outcome_watch.h"
#include "ui/theme/tokens.h"
#include "ui/who/people_dialog.h"
#include "ui/who/person_dialog.h"
#include "ui/who/reach_card.h"
#include "ui/who/reach_choice.h"
#include "ui/who/rules_tab.h"
#include "ui/who/saved_segments.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/page_header.h"

namespace heliograph::ui {

using AudienceKind = campaign::Audience::Kind;

namespace {
/// With the reach card beside it, a narrower page has no room for dates.
constexpr int kNarrow = 900;
constexpr int kCardWidth = 480;
}  // namespace

WhoPage::WhoPage(Services& services, CampaignDocument& document, OutcomeWatch& outcome, QWidget* parent)
    : StepPage(services, document, parent),
      m_watch(new ReachWatch(services, this)),
      m_reach(new ReachCard),
      m_tabs(new QTabBar),
      m_stack(new QStackedWidget),
      m_saved(new SavedSegments(services)),
      m_rules(new RulesTab(services)),
      m_limit(new ReachChoice) {
  makeTabs();
  body()->addWidget(new PageHeader(tr("Who"), tr("Everybody who is texted, and nobody else.")));
  body()->addWidget(m_tabs);
  body()->addWidget(m_stack, 1);
  // Choosing other people changes what leaves as much as writing does.
  auto* line = new OutcomeLine(services, outcome, document.campaign().id, QStringLiteral("who.outcome"));
  body()->addWidget(line);
  connect(line, &OutcomeLine::personRequested, this, &WhoPage::showPerson);
  m_reach->setChoice(m_limit);
  setSidePane(makeSide());
  connectTabs();
  watchReach();
  watchLimit();
  m_watch->count(m_document.campaign());
}

void WhoPage::makeTabs() {
  m_tabs->setObjectName(QStringLiteral("who.tabs"));
  m_tabs->setAccessibleName(tr("Ways to choose people"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  for (const QString& title : {tr("Saved segments"), tr("New rules"), tr("Everybody")}) m_tabs->addTab(title);
  m_stack->addWidget(m_saved);
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
  connect(m_rules, &RulesTab::edited, this, &WhoPage::storeRules);
  connect(m_rules, &RulesTab::saved, m_saved, &SavedSegments::refresh);
}

void WhoPage::watchReach() {
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    const bool audience = event.field == CampaignField::Audience || event.field == CampaignField::Reach ||
                          event.field == CampaignField::Everything;
    if (!audience) return;
    m_limit->setLimit(m_document.campaign().reach);
    m_watch->count(m_document.campaign());
    m_everybody->setChecked(m_document.campaign().audience.kind == AudienceKind::Everybody);
  });
  connect(m_watch, &ReachWatch::counting, m_reach, &ReachCard::setCounting);
  connect(m_watch, &ReachWatch::counted, this, [this](const ReachView& view) {
    m_view = view;
    m_reach->show(view);
    m_rules->showReach(view.reach);
    m_limit->setPeople(view.reach.reachable, view.most);
    Q_EMIT reachChanged(view.receive());
  });
  connect(m_watch, &ReachWatch::cleared, this, [this](const QString& why) {
    m_reach->clear(why);
    m_limit->setPeople(-1, {});
    Q_EMIT reachChanged(-1);
  });
  connect(m_reach, &ReachCard::importRequested, this, &WhoPage::importRequested);
  connect(m_reach, &ReachCard::peopleRequested, this, &WhoPage::showPeople);
  connect(m_reach, &ReachCard::personRequested, this, [this](const audience::Profile& person) {
    auto* dialog = new PersonDialog(person, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
}

void WhoPage::watchLimit() {
  connect(m_limit, &ReachChoice::changed, &m_document, &CampaignDocument::setReach);
}

void WhoPage::readPools() {
  m_services.background.run([&coupons = m_services.coupons] { return coupons.list(); })
      .then(this, [this](const Result<std::vector<library::CouponPool>>& pools) {
        QStringList names;
        if (pools) {
          for (const library::CouponPool& pool : *pools) names << pool.name;
        }
        m_limit->setPools(names);
      });
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
  auto* dialog = new PeopleDialog(m_services, m_view.segment, kind, title, people, this);
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
  side->setWidget(m_reach);
  // The pane's own ground shows.
  side->viewport()->setAutoFillBackground(false);
  m_reach->setAutoFillBackground(false);
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
  m_everybody->setChecked(audience.kind == AudienceKind::Everybody);
  m_saved->select(audience.kind == AudienceKind::Saved ? audience.segmentId : SegmentId{});
  m_limit->setLimit(campaign.reach);
  m_rules->setSegment(audience.kind == AudienceKind::Rules ? audience.segment : audience::Segment{});
  const QSignalBlocker quiet(m_tabs);
  if (audience.kind == AudienceKind::Rules) showTab(RulesTabIndex);
  if (audience.kind == AudienceKind::Saved) showTab(SavedTab);
  if (audience.kind == AudienceKind::Everybody) showTab(EverybodyTab);
}

void WhoPage::showTab(int tab) {
  m_tabs->setCurrentIndex(tab);
  m_stack->setCurrentIndex(tab);
}

void WhoPage::enter() {
  m_saved->refresh();
  m_rules->refresh();
  readPools();
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
  if (field == u"reach") return m_limit->focusChoice();
  switch (m_tabs->currentIndex()) {
    case RulesTabIndex:
      return m_rules->focusFirst();
    case EverybodyTab:
      return m_everybody->setFocus();
    default:
      return m_saved->focusFirst();
  }
}

}  // namespace heliograph::ui
