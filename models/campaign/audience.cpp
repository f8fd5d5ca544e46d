// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/audience.h"

namespace heliograph::campaign {

Audience Audience::previewed() const {
  const bool filtered = isLive() && !audience::isIdle({live.filter.rules});
  if (filtered) return rules(live.filter);
  return isLive() || !isChosen() ? everybody() : *this;
}

QString describe(const Audience& audience) {
  const QString nobody = QStringLiteral("Nobody chosen yet");
  switch (audience.kind) {
    case Audience::Kind::None:
      return nobody;
    case Audience::Kind::Everybody:
      return QStringLiteral("Everybody");
    case Audience::Kind::Saved:
      return audience.segmentName;
    case Audience::Kind::Rules:
      return audience.isChosen() ? audience::describe(audience.segment) : nobody;
    case Audience::Kind::Live:
      return audience::describe(audience.live);
  }
  return {};
}

}  // namespace heliograph::campaign
