// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include "campaign/campaign.h"
#include "core/ids.h"

namespace heliograph::campaign {

/// How a campaign stands, by its own state and its runs'.
enum class Standing { Draft, Scheduled, Held, Sending, Paused, Stopped, Done };

/// People of all runs of a campaign by what became of them; the sum is the people who have a row by now.
struct RunCounts {
  qint64 waiting = 0;  ///< to be sent, or being sent
  qint64 accepted = 0;
  qint64 refused = 0;
  qint64 unclear = 0;
  qint64 skipped = 0;

  bool operator==(const RunCounts&) const = default;
};

/// A campaign as a row of the list.
struct CampaignSummary {
  CampaignId id;
  QString name;
  QStringList labels;
  Channel channel = Channel::Sms;
  Standing standing = Standing::Draft;
  QString audience;  ///< in words
  QString when;      ///< in words
  Route route;
  int revision = 0;
  QDateTime updatedAt;
  QDateTime nextDue;  ///< of the next run that has not begun; invalid: none
  QDateTime planned;  ///< a draft's chosen time; invalid: none
  QDateTime lastRun;  ///< when the last run that has begun did so; invalid: none
  bool archived = false;
  QString holdReason;   ///< why a run of it is held or paused, as the run says it
  QDateTime choosesAt;  ///< when the program chooses the winner of its A/B test; invalid: it doesn't
  int runs = 0;
  qint64 people = 0;  ///< audiences of all runs
  RunCounts counts;
  QString searched;  ///< all that a search looks at, with case folded

  bool operator==(const CampaignSummary&) const = default;
};

/// Lets a search find a campaign by its name, labels, audience and message.
void makeSearchable(CampaignSummary& summary, const QByteArray& message);

/// Stable name as in JSON: "draft", "scheduled", "held", "sending", "paused", "stopped", "done".
[[nodiscard]] QString standingName(Standing standing);

}  // namespace heliograph::campaign
