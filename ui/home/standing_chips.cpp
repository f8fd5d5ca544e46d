// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/standing_chips.h"

#include <QHBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/widgets/filter_chip.h"

namespace heliograph::ui {

using campaign::Standing;

StandingChips::StandingChips(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  add(tr("All"), {});
  add(tr("Drafts"), {Standing::Draft});
  add(tr("Scheduled"), {Standing::Scheduled});
  add(tr("Needs you"), {Standing::Held});
  add(tr("Sending"), {Standing::Sending, Standing::Paused});
  add(tr("Completed"), {Standing::Done, Standing::Stopped});
  for (const Choice& choice : m_choices) {
    row->addWidget(choice.chip);
    connect(choice.chip, &FilterChip::clicked, this, [this, standings = choice.standings] {
      choose(standings);
      Q_EMIT chosen(standings);
    });
  }
  m_choices.front().chip->setChecked(true);
}

void StandingChips::add(const QString& text, std::set<Standing> standings) {
  m_choices.push_back({new FilterChip(text), std::move(standings)});
}

void StandingChips::choose(const std::set<Standing>& standings) {
  for (const Choice& choice : m_choices) choice.chip->setChecked(choice.standings == standings);
}

void StandingChips::count(const std::vector<campaign::CampaignSummary>& campaigns, bool archived) {
  for (const Choice& choice : m_choices) {
    const auto number = std::count_if(campaigns.begin(), campaigns.end(), [&](const auto& campaign) {
      return campaign.archived == archived &&
             (choice.standings.empty() || choice.standings.contains(campaign.standing));
    });
    choice.chip->setCount(number);
  }
}

}  // namespace heliograph::ui
