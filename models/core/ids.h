// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <compare>

namespace heliograph {

/// A row's identity that can't be mixed up with another table's. 0 means "none yet".
template <class Tag>
struct Id {
  qint64 value = 0;

  [[nodiscard]] bool isValid() const { return value > 0; }
  auto operator<=>(const Id&) const = default;
  friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ProfileId = Id<struct ProfileTag>;
using PropertyId = Id<struct PropertyTag>;
using EventTypeId = Id<struct EventTypeTag>;
using EventPropertyId = Id<struct EventPropertyTag>;
using CustomListId = Id<struct CustomListTag>;
using SegmentId = Id<struct SegmentTag>;
using CampaignId = Id<struct CampaignTag>;
using VersionId = Id<struct VersionTag>;  ///< a published, frozen version of a campaign
using RunId = Id<struct RunTag>;
using OutboxId = Id<struct OutboxTag>;
using AttemptId = Id<struct AttemptTag>;
using ProviderId = Id<struct ProviderTag>;
using GroupId = Id<struct GroupTag>;
using ShortenerId = Id<struct ShortenerTag>;
using LibraryTextId = Id<struct LibraryTextTag>;  ///< a snippet or a message template
using CouponPoolId = Id<struct CouponPoolTag>;

}  // namespace heliograph
