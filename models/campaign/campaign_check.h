// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <optional>
#include <vector>

#include "audience/events/event_catalog.h"
#include "audience/live/live_estimate.h"
#include "campaign/campaign.h"
#include "campaign/issue.h"
#include "campaign/linked_check.h"

namespace heliograph::campaign {

/// What a draft is checked against.
struct CheckContext {
  QStringList properties;                                       ///< names that a message may read; empty: not checked
  bool hasDefaultRoute = true;                                  ///< the workspace has a default provider or group
  QDateTime now;                                                ///< UTC
  std::optional<message::Snippets> snippets = {};               ///< the library; nothing: not checked
  std::optional<std::vector<KnownSource>> linked = {};          ///< sources of linked content; nothing: not checked
  std::optional<QStringList> coupons = {};                      ///< names of the coupon pools; nothing: not checked
  std::optional<QStringList> shorteners = {};                   ///< names of the link shorteners; nothing: not checked
  std::optional<std::vector<audience::EventType>> events = {};  ///< what people do; nothing: not checked
  std::optional<audience::LiveEstimate> wouldLeave = {};  ///< of a live campaign; nothing: its limit isn't checked
};

/// Everything that can be said of a draft without counting people, in the order of the steps: name, audience, message
/// (empty, syntax, unknown properties, gaps), route, time (not chosen, past, skipped or repeated by a change of
/// clocks).
[[nodiscard]] std::vector<Issue> checkCampaign(const Campaign& campaign, const CheckContext& context);

}  // namespace heliograph::campaign
