// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/campaign_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "delivery/outbox/run.h"
#include "items/relative_time.h"

namespace heliograph::ui {

using campaign::CampaignSummary;
using campaign::Standing;

namespace {

struct CampaignWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

QString outcomeWords(const CampaignSummary& campaign) {
  const QLocale locale;
  QStringList words{CampaignWords::tr("%1 of %2 accepted")
                        .arg(locale.toString(campaign.counts.accepted), locale.toString(campaign.people))};
  if (campaign.counts.refused > 0)
    words << CampaignWords::tr("%1 refused").arg(locale.toString(campaign.counts.refused));
  if (campaign.counts.skipped > 0)
    words << CampaignWords::tr("%1 not sent to").arg(locale.toString(campaign.counts.skipped));
  if (campaign.counts.unclear > 0)
    words << CampaignWords::tr("%1 unclear").arg(locale.toString(campaign.counts.unclear));
  return words.join(QStringLiteral(" · "));
}

}  // namespace

QString factsWords(const CampaignSummary& campaign, const QDateTime& now) {
  QStringList lines;
  if (!campaign.audience.isEmpty()) lines << campaign.audience;
  if (campaign.standing == Standing::Draft) {
    if (!campaign.when.isEmpty()) lines << CampaignWords::tr("When: %1").arg(campaign.when);
    lines << CampaignWords::tr("Changed %1").arg(items::agoWords(campaign.updatedAt, now));
  } else if (campaign.people > 0) {
    if (campaign.standing == Standing::Scheduled && campaign.nextDue.isValid()) {
      lines << CampaignWords::tr("Handed over: the provider sends it %1").arg(items::whenWords(campaign.nextDue, now));
    }
    lines << outcomeWords(campaign);
    if (campaign.lastRun.isValid()) lines << CampaignWords::tr("Begun %1").arg(items::whenWords(campaign.lastRun, now));
  } else if (campaign.standing == Standing::Scheduled && campaign.nextDue.isValid()) {
    lines << CampaignWords::tr("Goes out %1").arg(items::whenWords(campaign.nextDue, now));
  }
  return lines.join(QLatin1Char('\n'));
}

QString attentionWords(const CampaignSummary& campaign, const QDateTime& now) {
  if (campaign.standing == Standing::Paused) {
    return delivery::runStateText(delivery::RunState::Paused, campaign.holdReason);
  }
  if (campaign.holdReason == delivery::hold::missed && campaign.nextDue.isValid()) {
    return CampaignWords::tr(
               "Held: it was to go out %1, but this computer was off or Heliograph was closed. Send it now, or choose "
               "another time.")
        .arg(items::whenWords(campaign.nextDue, now));
  }
  if (campaign.holdReason == delivery::hold::abTest && campaign.choosesAt.isValid()) {
    return CampaignWords::tr(
               "Held: the A/B test was sent. The program chooses the winner %1, and the others get it. You may choose "
               "before.")
        .arg(items::whenWords(campaign.choosesAt, now));
  }
  return delivery::runStateText(delivery::RunState::Held, campaign.holdReason);
}

}  // namespace heliograph::ui
