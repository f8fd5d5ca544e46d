// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/last_message.h"

#include "campaign/campaign_body.h"
#include "storage/statement.h"

namespace heliograph::campaign {

Result<std::optional<Campaign>> lastMessageBefore(const storage::Database& database, CampaignId but) {
  storage::Statement find(database, QStringLiteral("SELECT id, revision, body FROM campaign WHERE id <> ? AND "
                                                   "archived_at IS NULL ORDER BY updated_at DESC, id DESC"));
  find.bind(but.value);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return std::optional<Campaign>();
    auto campaign = campaignOfRow(find.id<CampaignId>(0), static_cast<int>(find.integer(1)), find.text(2));
    // One that can't be read says so where it is opened.
    if (campaign && !campaign->message.trimmed().isEmpty()) return std::optional(std::move(*campaign));
  }
}

}  // namespace heliograph::campaign
