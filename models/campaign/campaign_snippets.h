// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// The snippets of the library as messages know them.
[[nodiscard]] Result<message::Snippets> librarySnippets(const storage::Database& database, const Clock& clock);

/// The names of pools in a set of samples.
[[nodiscard]] QStringList poolNames(const message::CodesByPool& samples);
/// What stands for a code of each coupon pool: as long as its longest.
[[nodiscard]] Result<message::CodesByPool> couponSamples(const storage::Database& database, const Clock& clock);
/// A campaign that knows them.
[[nodiscard]] Result<Campaign> withCoupons(const storage::Database& database, const Clock& clock, Campaign campaign);

/// A draft with all snippets and coupon pools of the library and its short links, as its texts would be made now.
[[nodiscard]] Result<Campaign> withLibrary(const storage::Database& database, const Clock& clock, Campaign draft);

/// A draft with the snippets that its texts ask for and no others, to be frozen.
[[nodiscard]] Result<Campaign> withUsedSnippets(const storage::Database& database, const Clock& clock, Campaign draft);

/// Every text of a campaign's message.
[[nodiscard]] std::vector<QByteArray> copiesOf(const Campaign& campaign);

/// These, and the values that go along with each.
[[nodiscard]] std::vector<QByteArray> allTextsOf(const Campaign& campaign);

/// What asks for a snippet.
struct SnippetDependant {
  CampaignId campaign;  ///< none: it is another snippet
  QString name;         ///< of the campaign or the other snippet
  bool isDraft = true;  ///< false: published, so that it keeps the text it was published with

  bool operator==(const SnippetDependant&) const = default;
};

/// The snippets that ask for a snippet, then the campaigns that do, by itself or through another snippet, those edited
/// last first. Archived ones are among them.
[[nodiscard]] Result<std::vector<SnippetDependant>> dependantsOf(const storage::Database& database, const Clock& clock,
                                                                 const QString& snippet);

}  // namespace heliograph::campaign
