// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/campaign_acts.h"

#include <QCoreApplication>
#include <QLocale>

namespace heliograph::items {

using campaign::CampaignSummary;
using campaign::Standing;

namespace {

struct ActWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::items)
};

bool isToBeSent(const CampaignSummary& campaign) {
  switch (campaign.standing) {
    case Standing::Scheduled:
    case Standing::Held:
    case Standing::Sending:
    case Standing::Paused:
      return true;
    case Standing::Draft:
    case Standing::Stopped:
    case Standing::Done:
      break;
  }
  return false;
}

/// Providers have its messages already, and send them when its time comes.
bool isKept(const CampaignSummary& campaign) {
  return campaign.standing == Standing::Scheduled && campaign.people > 0;
}

QString unscheduleRefusal(const CampaignSummary& campaign) {
  if (campaign.standing == Standing::Draft) return ActWords::tr("A draft already");
  if (campaign.standing != Standing::Scheduled && campaign.standing != Standing::Held)
    return ActWords::tr("Not scheduled");
  // A run that was held after it began has people already.
  return campaign.people > 0 ? ActWords::tr("Sending has begun") : QString();
}

QString removeRefusal(const CampaignSummary& campaign) {
  if (campaign.standing != Standing::Draft) return ActWords::tr("Only drafts");
  return campaign.runs > 0 ? ActWords::tr("It was published once") : QString();
}

bool isForSeveral(Act act) {
  return act == Act::Label || act == Act::Archive || act == Act::Unarchive || act == Act::Remove;
}

}  // namespace

QString refusal(Act act, const CampaignSummary& campaign) {
  const auto unless = [](bool fits, const char* why) { return fits ? QString() : ActWords::tr(why); };
  const Standing standing = campaign.standing;
  switch (act) {
    case Act::Open:
    case Act::Test:
    case Act::Clone:
    case Act::Label:
    case Act::Export:
      return {};
    case Act::Rename:
      return unless(standing == Standing::Draft, QT_TRANSLATE_NOOP("heliograph::items", "Only drafts"));
    case Act::Pause:
      return unless(standing == Standing::Sending || isKept(campaign),
                    QT_TRANSLATE_NOOP("heliograph::items", "Not being sent"));
    case Act::Resume:
      return unless(standing == Standing::Paused, QT_TRANSLATE_NOOP("heliograph::items", "Not paused"));
    case Act::SendNow:
      return unless(standing == Standing::Held, QT_TRANSLATE_NOOP("heliograph::items", "Not held"));
    case Act::Stop:
      return unless(isToBeSent(campaign), QT_TRANSLATE_NOOP("heliograph::items", "Nothing is to be sent"));
    case Act::Unschedule:
      return unscheduleRefusal(campaign);
    case Act::Archive:
      if (campaign.archived) return ActWords::tr("Archived already");
      return unless(!isToBeSent(campaign), QT_TRANSLATE_NOOP("heliograph::items", "Still to be sent"));
    case Act::Unarchive:
      return unless(campaign.archived, QT_TRANSLATE_NOOP("heliograph::items", "Not archived"));
    case Act::Remove:
      return removeRefusal(campaign);
  }
  return {};
}

QString refusal(Act act, const std::vector<CampaignSummary>& campaigns) {
  if (campaigns.empty()) return ActWords::tr("No campaign is selected");
  if (campaigns.size() > 1 && !isForSeveral(act)) return ActWords::tr("For one at a time");
  for (const CampaignSummary& campaign : campaigns) {
    if (const QString why = refusal(act, campaign); !why.isEmpty()) return why;
  }
  return {};
}

QString stopWords(const CampaignSummary& campaign) {
  const QLocale locale;
  if (isKept(campaign)) {
    return ActWords::tr(
               "The provider keeps %1 messages. They are taken back while Heliograph runs; what can't be taken back in "
               "time is sent. A stopped campaign can't go on.")
        .arg(locale.toString(campaign.counts.waiting));
  }
  if (campaign.standing == Standing::Scheduled || campaign.people == 0) {
    return ActWords::tr(
        "Nobody has been sent anything yet, and nobody will be. It can't be taken back; “Unschedule and edit” can.");
  }
  return ActWords::tr(
             "%1 were sent already. The %2 still waiting get nothing. What is on its way can't be called back, and a "
             "stopped campaign can't go on.")
      .arg(locale.toString(campaign.counts.accepted), locale.toString(campaign.counts.waiting));
}

}  // namespace heliograph::items
