// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/linked_users.h"

#include <algorithm>

#include "campaign/campaign_body.h"
#include "campaign/campaign_snippets.h"
#include "campaign/linked_check.h"
#include "storage/statement.h"

namespace heliograph::campaign {
namespace {

bool usesLinked(const Campaign& campaign, const QString& source, const message::Snippets& snippets) {
  const bool isMapped = std::any_of(campaign.linked.begin(), campaign.linked.end(),
                                    [&](const LinkedUse& use) { return use.source == source; });
  if (isMapped || sourcesRead(campaign, snippets).contains(source)) return true;
  // What can't be read is read again when it is mended.
  const QByteArray path = "Linked." + source.toUtf8() + '.';
  const auto texts = allTextsOf(campaign);
  return std::any_of(texts.begin(), texts.end(), [&](const QByteArray& copy) { return copy.contains(path); });
}

}  // namespace

Result<QStringList> campaignsUsingLinked(const storage::Database& database, const Clock& clock, const QString& source) {
  const auto library = librarySnippets(database, clock);
  if (!library) return fail(library.error());
  storage::Statement find(
      database, QStringLiteral("SELECT id, revision, state = 'draft', CASE state WHEN 'draft' THEN body ELSE (SELECT "
                               "body FROM campaign_version WHERE campaign_id = campaign.id ORDER BY number DESC LIMIT "
                               "1) END FROM campaign WHERE archived_at IS NULL AND (state = 'draft' OR EXISTS (SELECT "
                               "1 FROM run WHERE run.campaign_id = campaign.id AND run.state NOT IN ('done', "
                               "'stopped'))) ORDER BY name"));
  QStringList names;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return names;
    const auto campaign = campaignOfRow(find.id<CampaignId>(0), static_cast<int>(find.integer(1)), find.text(3));
    // One that can't be read says so where it is opened.
    if (!campaign) continue;
    const bool isDraft = find.integer(2) != 0;
    if (usesLinked(*campaign, source, isDraft ? *library : campaign->snippets)) names << campaign->name;
  }
}

}  // namespace heliograph::campaign
