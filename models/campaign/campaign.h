// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "audience/rules/goal.h"
#include "campaign/audience.h"
#include "campaign/hold_back.h"
#include "campaign/linked_use.h"
#include "campaign/live_limit.h"
#include "campaign/provider_fields.h"
#include "campaign/quiet_rule.h"
#include "campaign/reach_limit.h"
#include "campaign/release.h"
#include "campaign/variants.h"
#include "core/ids.h"
#include "message/coupon_codes.h"
#include "message/sendable.h"
#include "message/text_rules.h"
#include "providers/routes/asked_fields.h"
#include "providers/routes/route.h"
#include "schedule/when.h"

namespace heliograph::campaign {

using Route = providers::Route;

/// How a message reaches a person.
enum class Channel { Sms };

/// Why it is sent; rules about consent depend on it.
enum class Purpose { Marketing, Transactional };

/// A draft, or the frozen content of a published version. A plain value; it is edited by replacing fields.
struct Campaign {
  CampaignId id;
  int revision = 0;  ///< grows by one with every save; 0: never saved
  QString name;
  QStringList labels;
  Channel channel = Channel::Sms;
  Purpose purpose = Purpose::Marketing;
  Route route;
  std::optional<audience::Goal> goal;  ///< what counts as a conversion; none: nothing is counted
  Audience audience;
  HoldBack holdBack;
  int safetyCheck = 0;    ///< it isn't sent if more people qualify; 0: however many
  ReachLimit reach;       ///< people that are picked
  LiveLimit liveLimit;    ///< people as they act
  QByteArray message;     ///< Liquid, canonical UTF-8; the first copy when there are several
  ProviderFields fields;  ///< what goes to the provider beside it
  Variants variants;
  message::MessageLimits limits;
  message::TextRules textRules;
  std::vector<LinkedUse> linked;
  schedule::When when;
  QuietRule quiet;  ///< marketing only
  Release release;
  message::CodesByPool couponSamples;  ///< what stands for a code of each coupon pool; never stored
  /// What the route's providers ask for; stored only when it is frozen. Nothing: not known.
  std::optional<providers::AskedFields> asked;
  message::Snippets snippets;  ///< texts of the library that the message may ask for; stored only when it is frozen

  bool operator==(const Campaign&) const = default;
};

/// True if both say the same, whatever their id, their revision and the library they know.
[[nodiscard]] bool sameContent(Campaign left, const Campaign& right);

/// Whether something counts what is to choose the winner: conversions with a goal, clicks if all providers of the route
/// tell of them (Campaign::asked).
[[nodiscard]] bool canChoose(const Campaign& campaign, WinnerRule::By by);

/// The copies as the campaign can send them: a winner that nothing can choose is chosen by hand.
[[nodiscard]] Variants variantsInForce(const Campaign& campaign);

/// Stable names as in JSON: "sms"; "marketing", "transactional".
[[nodiscard]] QString channelName(Channel channel);
[[nodiscard]] QString purposeName(Purpose purpose);

}  // namespace heliograph::campaign
