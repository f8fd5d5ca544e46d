// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "campaign/audience.h"
#include "campaign/release.h"
#include "core/ids.h"
#include "message/sendable.h"
#include "providers/route.h"
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
  Audience audience;
  QByteArray message;  ///< Liquid, canonical UTF-8
  message::MessageLimits limits;
  schedule::When when;
  Release release;

  bool operator==(const Campaign&) const = default;
};

/// True if both say the same, whatever their id and revision.
[[nodiscard]] bool sameContent(Campaign left, const Campaign& right);

/// Stable names as in JSON: "sms"; "marketing", "transactional".
[[nodiscard]] QString channelName(Channel channel);
[[nodiscard]] QString purposeName(Purpose purpose);

}  // namespace heliograph::campaign
