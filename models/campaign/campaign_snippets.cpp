// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_snippets.h"

#include <algorithm>

#include "campaign/campaign_body.h"
#include "campaign/fields_in_force.h"
#include "campaign/short_links.h"
#include "library/coupon_repository.h"
#include "library/text_repository.h"
#include "message/snippets.h"
#include "storage/statement.h"

namespace heliograph::campaign {
namespace {

/// Whether a text needs a snippet. One that is only named while rendering may be any.
bool asksFor(const QByteArray& source, const QString& snippet, const message::Snippets& library) {
  const auto uses = message::snippetUses(source, library);
  return std::any_of(uses.begin(), uses.end(), [&](const message::SnippetUse& use) { return use.name == snippet; });
}

}  // namespace

Result<message::Snippets> librarySnippets(const storage::Database& database, const Clock& clock) {
  auto texts = library::SnippetRepository(database, clock).list();
  if (!texts) return fail(texts.error());
  message::Snippets snippets;
  for (library::LibraryText& text : *texts) snippets.emplace(std::move(text.name), std::move(text.text));
  return snippets;
}

Result<message::CodesByPool> couponSamples(const storage::Database& database, const Clock& clock) {
  auto pools = library::CouponRepository(database, clock).list();
  if (!pools) return fail(pools.error());
  message::CodesByPool samples;
  for (const library::CouponPool& pool : *pools) {
    const QString sample = pool.longest.isEmpty() ? QStringLiteral("XXXX-0000") : message::sampleOfCode(pool.longest);
    samples.emplace(pool.name, sample);
  }
  return samples;
}

QStringList poolNames(const message::CodesByPool& samples) {
  QStringList names;
  for (const auto& [pool, sample] : samples) names << pool;
  return names;
}

Result<Campaign> withCoupons(const storage::Database& database, const Clock& clock, Campaign campaign) {
  auto samples = couponSamples(database, clock);
  if (!samples) return fail(samples.error());
  campaign.couponSamples = std::move(*samples);
  return campaign;
}

Result<Campaign> withLibrary(const storage::Database& database, const Clock& clock, Campaign draft) {
  auto snippets = librarySnippets(database, clock);
  if (!snippets) return fail(snippets.error());
  draft.snippets = std::move(*snippets);
  return withCoupons(database, clock, std::move(draft)).and_then([&](Campaign whole) {
    return withShortLinks(database, clock, std::move(whole));
  });
}

Result<Campaign> withUsedSnippets(const storage::Database& database, const Clock& clock, Campaign draft) {
  auto whole = withLibrary(database, clock, std::move(draft));
  if (whole) whole->snippets = message::usedSnippets(allTextsOf(*whole), whole->snippets);
  return whole;
}

std::vector<QByteArray> copiesOf(const Campaign& campaign) {
  std::vector<QByteArray> copies{campaign.message};
  if (campaign.variants.kind == Variants::Kind::Single) return copies;
  for (const Variant& variant : campaign.variants.others) copies.push_back(variant.message);
  return copies;
}

std::vector<QByteArray> allTextsOf(const Campaign& campaign) {
  std::vector<QByteArray> texts = copiesOf(campaign);
  for (int copy = 0; copy < copyCount(campaign.variants); ++copy) {
    for (QByteArray& value : sourcesOf(fieldsOf(campaign, copy))) texts.push_back(std::move(value));
  }
  return texts;
}

Result<std::vector<SnippetDependant>> dependantsOf(const storage::Database& database, const Clock& clock,
                                                   const QString& snippet) {
  const auto library = librarySnippets(database, clock);
  if (!library) return fail(library.error());
  std::vector<SnippetDependant> dependants;
  for (const auto& [name, text] : *library) {
    if (name != snippet && asksFor(text, snippet, *library)) dependants.push_back({{}, name, true});
  }
  storage::Statement find(database, QStringLiteral("SELECT id, revision, body, state FROM campaign WHERE "
                                                   "body LIKE '%render%' OR body LIKE '%include%' ORDER BY updated_at "
                                                   "DESC"));
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return dependants;
    const auto campaign = campaignOfRow(find.id<CampaignId>(0), static_cast<int>(find.integer(1)), find.text(2));
    // One that can't be read says so where it is opened.
    if (!campaign) continue;
    const auto texts = allTextsOf(*campaign);
    const bool asks = std::any_of(texts.begin(), texts.end(),
                                  [&](const QByteArray& copy) { return asksFor(copy, snippet, *library); });
    if (asks) dependants.push_back({campaign->id, campaign->name, find.text(3) == u"draft"});
  }
}

}  // namespace heliograph::campaign
