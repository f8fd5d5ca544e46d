// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign.h"

namespace heliograph::campaign {

bool sameContent(Campaign left, const Campaign& right) {
  left.id = right.id;
  left.revision = right.revision;
  left.snippets = right.snippets;
  left.asked = right.asked;
  left.couponSamples = right.couponSamples;
  return left == right;
}

bool canChoose(const Campaign& campaign, WinnerRule::By by) {
  switch (by) {
    case WinnerRule::By::Clicks:
      return campaign.asked && campaign.asked->tellsClicks;
    case WinnerRule::By::Conversions:
      return campaign.goal.has_value();
    case WinnerRule::By::Hand:
      break;
  }
  return true;
}

Variants variantsInForce(const Campaign& campaign) {
  Variants variants = campaign.variants;
  if (!canChoose(campaign, variants.winner.by)) variants.winner.by = WinnerRule::By::Hand;
  return variants;
}

QString channelName(Channel channel) {
  switch (channel) {
    case Channel::Sms:
      return QStringLiteral("sms");
  }
  return {};
}

QString purposeName(Purpose purpose) {
  return purpose == Purpose::Transactional ? QStringLiteral("transactional") : QStringLiteral("marketing");
}

}  // namespace heliograph::campaign
