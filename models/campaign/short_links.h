// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign.h"
#include "core/clock.h"
#include "core/result.h"
#include "providers/shorteners/shortener.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// A link of a campaign that is to be shortened.
struct ShortLink {
  QString written;  ///< as it stands in the message
  QString target;   ///< where the short one leads: absolute, encoded, with the campaign's link parameters
  QString made;     ///< the short link; empty: not made yet

  bool operator==(const ShortLink&) const = default;
};

/// The links of a draft that are ticked, stand in a copy of it and are the same for everybody, in order. Errors:
/// InvalidInput for parameters that can't be read and for what is no address.
[[nodiscard]] Result<std::vector<ShortLink>> linksToShorten(const Campaign& campaign, const Clock& clock);

/// What stands for a short link that isn't made yet: of that length, and nobody's address.
[[nodiscard]] QString shortLinkPlaceholder(int length);
/// True for what shortLinkPlaceholder() gives.
[[nodiscard]] bool isShortLinkPlaceholder(const QString& link);

/// Whether a text may be sent with this short link. Error: Refused, with the reason: phones would make no link of it,
/// it lies elsewhere than the shortener says, it is too long to be one, it is a placeholder.
[[nodiscard]] Result<> checkShortLink(const QString& link, const providers::Shortener& by);

/// A short link that was made for a campaign.
struct KeptShortLink {
  ShortenerId by;
  QByteArray madeWith;  ///< Shortener::fingerprint() then
  QString target;
  QString link;

  bool operator==(const KeptShortLink&) const = default;
};

/// The short links that were made for campaigns. Any thread.
class ShortLinkRepository final {
 public:
  ShortLinkRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All that were made for a campaign.
  [[nodiscard]] Result<std::vector<KeptShortLink>> all(CampaignId campaign) const;
  /// The short link that this shortener made of a target as it is set up now; empty if none.
  [[nodiscard]] Result<QString> made(CampaignId campaign, const providers::Shortener& by, const QString& target) const;
  /// The campaign's links with what is made of them by this shortener as it is set up now.
  [[nodiscard]] Result<std::vector<ShortLink>> of(const Campaign& campaign, const providers::Shortener& by) const;
  /// Keeps a link that was made. One that is there stays. Error: Refused for a link that leads to another target.
  [[nodiscard]] Result<> keep(CampaignId campaign, const providers::Shortener& by, const ShortLink& link) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

/// A draft with what is sent in the place of its shortened links: those that are made, and placeholders of the length
/// that the shortener says for the others. Without its shortener the links stay as they are.
[[nodiscard]] Campaign withShortLinks(Campaign draft, const std::vector<providers::Shortener>& shorteners,
                                      const std::vector<KeptShortLink>& made, const Clock& clock);
/// The same with what the workspace knows.
[[nodiscard]] Result<Campaign> withShortLinks(const storage::Database& database, const Clock& clock, Campaign draft);

/// The same to be frozen. Error: Conflict when one isn't made yet.
[[nodiscard]] Result<Campaign> withMadeShortLinks(const storage::Database& database, const Clock& clock,
                                                  Campaign draft);

}  // namespace heliograph::campaign
