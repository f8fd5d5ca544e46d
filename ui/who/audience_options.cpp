// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/audience_options.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/who/hold_back_choice.h"
#include "ui/who/live/live_limit_choice.h"
#include "ui/who/reach_choice.h"
#include "ui/who/safety_choice.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

AudienceOptions::AudienceOptions(QWidget* parent)
    : QWidget(parent),
      m_holdFold(new Fold(tr("Hold back"), {})),
      m_limitFold(new Fold(tr("Limits"), {})),
      m_holdBack(new HoldBackChoice),
      m_safety(new SafetyChoice),
      m_limit(new ReachChoice),
      m_liveChoice(new LiveLimitChoice),
      m_line(new Separator),
      m_seeds(new Label({}, TypeRole::Body, Ink::Text2)),
      m_seedList(new LinkButton(tr("Seed list…"))) {
  m_holdFold->setObjectName(QStringLiteral("who.holdFold"));
  m_limitFold->setObjectName(QStringLiteral("who.limitFold"));
  m_seeds->setObjectName(QStringLiteral("who.seeds"));
  m_seedList->setObjectName(QStringLiteral("who.seedList"));
  arrange();
  connect(m_holdBack, &HoldBackChoice::changed, this, &AudienceOptions::holdBackChanged);
  connect(m_holdBack, &HoldBackChoice::groupRequested, this, &AudienceOptions::groupRequested);
  connect(m_safety, &SafetyChoice::changed, this, &AudienceOptions::safetyChanged);
  connect(m_limit, &ReachChoice::changed, this, &AudienceOptions::reachChanged);
  connect(m_liveChoice, &LiveLimitChoice::changed, this, &AudienceOptions::liveLimitChanged);
  connect(m_seedList, &LinkButton::clicked, this, &AudienceOptions::seedsRequested);
  setSeeds(-1);
  load({});
}

void AudienceOptions::arrange() {
  m_holdFold->body()->addWidget(m_holdBack);
  m_limitFold->body()->addWidget(m_safety);
  m_limitFold->body()->addWidget(m_limit);
  m_limitFold->body()->addWidget(m_liveChoice);
  auto* seeds = new QHBoxLayout;
  seeds->setContentsMargins(size::Wide, size::Small, 0, 0);
  seeds->setSpacing(size::Small);
  seeds->addWidget(m_seeds);
  seeds->addWidget(m_seedList);
  seeds->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(m_holdFold);
  column->addWidget(m_limitFold);
  column->addWidget(m_line);
  column->addLayout(seeds);
}

void AudienceOptions::load(const campaign::Campaign& campaign) {
  m_reach = campaign.reach;
  m_safetyCheck = campaign.safetyCheck;
  m_holdBack->load(campaign);
  m_safety->setMost(campaign.safetyCheck);
  m_limit->setLimit(campaign.reach);
  m_liveLimit = campaign.liveLimit;
  m_liveChoice->setLimit(campaign.liveLimit);
  m_live = campaign.audience.isLive();
  for (QWidget* part : std::initializer_list<QWidget*>{m_safety, m_limit, m_line, m_seeds, m_seedList}) {
    part->setVisible(!m_live);
  }
  m_liveChoice->setVisible(m_live);
  showSummaries();
}

void AudienceOptions::showReach(const ReachView& view) {
  m_holdBack->setHeldBack(view.reach.heldBack, view.reach.heldBackByWorkspace);
  m_safety->setQualified(view.reach.qualified);
  m_limit->setPeople(view.reach.reachable, view.most);
}

void AudienceOptions::clearReach() {
  m_holdBack->setHeldBack(-1, -1);
  m_safety->setQualified(-1);
  m_limit->setPeople(-1, {});
}

void AudienceOptions::showEstimate(const std::optional<audience::LiveEstimate>& estimate) {
  m_liveChoice->setEstimate(estimate);
}

void AudienceOptions::setPools(const QStringList& pools) {
  m_limit->setPools(pools);
}

void AudienceOptions::setWorkspaceGroup(const audience::ControlGroup& group) {
  m_holdBack->setWorkspaceGroup(group);
  showSummaries();
}

void AudienceOptions::setSeeds(int people) {
  m_seeds->setText(people <= 0 ? tr("No colleague gets it besides.")
                   : people == 1
                       ? tr("1 colleague gets it, too, outside the figures.")
                       : tr("%1 colleagues get it, too, outside the figures.").arg(QLocale().toString(people)));
}

bool AudienceOptions::focusField(const QString& field) {
  if (field == u"hold_back") {
    m_holdFold->setOpen(true);
    m_holdBack->focusChoice();
    return true;
  }
  if (m_live && field == u"live_limit") {
    m_limitFold->setOpen(true);
    m_liveChoice->focusChoice();
    return true;
  }
  const bool isSafety = field == u"safety_check";
  if (m_live || (!isSafety && field != u"reach")) return false;
  m_limitFold->setOpen(true);
  isSafety ? m_safety->focusChoice() : m_limit->focusChoice();
  return true;
}

void AudienceOptions::showSummaries() {
  m_holdFold->setSummary(m_holdBack->summary());
  QStringList limits;
  if (m_live && m_liveLimit.limits()) limits << campaign::describe(m_liveLimit);
  if (!m_live && m_safetyCheck > 0)
    limits << tr("Not sent if more than %1 qualify").arg(QLocale().toString(m_safetyCheck));
  if (!m_live && m_reach.limits()) limits << campaign::describe(m_reach);
  m_limitFold->setSummary(limits.isEmpty() ? tr("None") : limits.join(QStringLiteral(" · ")));
}

}  // namespace heliograph::ui
