// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/coupon_users.h"

#include <algorithm>

#include "campaign/campaign_body.h"
#include "campaign/campaign_repository.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "library/coupon_repository.h"
#include "library/text_repository.h"
#include "liquid/template.h"
#include "message/personalisation_token.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::campaign {
namespace {

using UserKind = CouponUser::Kind;
const QString kCouponRoot = QStringLiteral("Coupon");

/// The places of a pool's codes in a text, from the front.
std::vector<liquid::PathUse> codePlaces(const QByteArray& source, const QString& pool) {
  const std::string name = pool.toStdString();
  std::vector<liquid::PathUse> places;
  const auto parsed = liquid::Template::parse({source.constData(), static_cast<std::size_t>(source.size())},
                                              liquid::Environment::messages());
  for (const liquid::PathUse& path : parsed.paths) {
    if (path.root != "Coupon" || path.local || path.segments.empty() || path.segments.front() != name) continue;
    places.push_back(path);
  }
  std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  return places;
}

bool usesPool(Campaign campaign, const QString& pool, const message::CodesByPool& samples) {
  if (campaign.reach.pool == pool && campaign.reach.kind == ReachLimit::Kind::Codes) return true;
  const auto copies = copiesOf(campaign);
  if (std::any_of(copies.begin(), copies.end(), [&](const auto& copy) { return !codePlaces(copy, pool).empty(); })) {
    return true;
  }
  campaign.couponSamples = samples;
  const auto plan = messagePlanOf(campaign);
  return plan && plan->couponPools().contains(pool);
}

Result<> addTexts(const library::TextRepository& texts, UserKind kind, const QString& pool,
                  std::vector<CouponUser>& users) {
  const auto all = texts.list();
  if (!all) return fail(all.error());
  for (const library::LibraryText& text : *all) {
    if (!codePlaces(text.text, pool).empty()) users.push_back({kind, {}, text.name});
  }
  return {};
}

Result<> addCampaigns(const storage::Database& database, const Clock& clock, const QString& pool,
                      std::vector<CouponUser>& users) {
  const auto library = librarySnippets(database, clock);
  if (!library) return fail(library.error());
  const auto samples = couponSamples(database, clock);
  if (!samples) return fail(samples.error());
  storage::Statement find(
      database,
      QStringLiteral("SELECT id, revision, state = 'draft', CASE state WHEN 'draft' THEN body ELSE (SELECT "
                     "body FROM campaign_version WHERE campaign_id = campaign.id ORDER BY number DESC LIMIT "
                     "1) END FROM campaign WHERE state = 'draft' OR EXISTS (SELECT 1 FROM run WHERE "
                     "run.campaign_id = campaign.id AND run.state NOT IN ('done', 'stopped')) ORDER BY name"));
  while (true) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    auto campaign = campaignOfRow(find.id<CampaignId>(0), static_cast<int>(find.integer(1)), find.text(3));
    // One that can't be read says so where it is opened.
    if (!campaign) continue;
    const bool isDraft = find.integer(2) != 0;
    if (isDraft) campaign->snippets = *library;
    if (!usesPool(*campaign, pool, *samples)) continue;
    users.push_back({isDraft ? UserKind::Draft : UserKind::Published, campaign->id, campaign->name});
  }
}

Result<> renameInLibrary(const library::TextRepository& texts, const QString& from, const QString& to, int& changed) {
  const auto all = texts.list();
  if (!all) return fail(all.error());
  for (const library::LibraryText& text : *all) {
    const QByteArray renamed = withPoolRenamed(text.text, from, to);
    if (renamed == text.text) continue;
    HELIOGRAPH_TRY(texts.write(text.id, renamed));
    ++changed;
  }
  return {};
}

Result<> renameInDraft(const CampaignRepository& campaigns, CampaignId id, const QString& from, const QString& to,
                       PoolRenaming& renaming) {
  auto draft = campaigns.load(id);
  if (!draft) return fail(draft.error());
  Campaign changed = *draft;
  changed.message = withPoolRenamed(changed.message, from, to);
  for (Variant& variant : changed.variants.others) variant.message = withPoolRenamed(variant.message, from, to);
  if (changed.reach.pool == from) changed.reach.pool = to;
  if (sameContent(changed, *draft)) return {};
  const auto saved = campaigns.save(changed, draft->revision);
  if (!saved && saved.error().code == ErrorCode::Conflict) {
    renaming.unchanged << draft->name;
    return {};
  }
  if (!saved) return fail(saved.error());
  ++renaming.texts;
  return {};
}

/// Errors: Conflict, ending with what to do, if a published campaign that isn't over is among them.
Result<> refusePublished(const std::vector<CouponUser>& users, const QString& todo) {
  const auto published =
      std::find_if(users.begin(), users.end(), [](const CouponUser& user) { return user.kind == UserKind::Published; });
  if (published == users.end()) return {};
  return fail(
      ErrorCode::Conflict,
      QStringLiteral("“%1” is published and gives codes of this pool by its name. %2").arg(published->name, todo));
}

/// The name itself, unless something published still asks for the old one.
Result<std::vector<CouponUser>> renameAlone(const storage::Database& database, const Clock& clock, const QString& from,
                                            const QString& to) {
  auto transaction = storage::Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  auto users = usersOfPool(database, clock, from);
  if (!users) return fail(users.error());
  HELIOGRAPH_TRY(refusePublished(*users, QStringLiteral("Rename the pool when that is sent.")));
  HELIOGRAPH_TRY(library::CouponRepository(database, clock).rename(from, to));
  HELIOGRAPH_TRY(transaction->commit());
  return users;
}

QString userWords(const CouponUser& user) {
  switch (user.kind) {
    case UserKind::Snippet:
      return QStringLiteral("snippet “%1”").arg(user.name);
    case UserKind::Template:
      return QStringLiteral("template “%1”").arg(user.name);
    case UserKind::Published:
      return QStringLiteral("“%1” (published)").arg(user.name);
    case UserKind::Draft:
      break;
  }
  return QStringLiteral("“%1”").arg(user.name);
}

}  // namespace

Result<std::vector<CouponUser>> usersOfPool(const storage::Database& database, const Clock& clock,
                                            const QString& pool) {
  std::vector<CouponUser> users;
  HELIOGRAPH_TRY(addCampaigns(database, clock, pool, users));
  HELIOGRAPH_TRY(addTexts(library::SnippetRepository(database, clock), UserKind::Snippet, pool, users));
  HELIOGRAPH_TRY(addTexts(library::TemplateRepository(database, clock), UserKind::Template, pool, users));
  return users;
}

QString describe(const std::vector<CouponUser>& users) {
  if (users.empty()) return {};
  QStringList words;
  for (const CouponUser& user : users) words << userWords(user);
  return QStringLiteral("Used by %1.").arg(words.join(QStringLiteral(", ")));
}

QByteArray withPoolRenamed(const QByteArray& source, const QString& from, const QString& to) {
  QByteArray renamed;
  std::size_t done = 0;
  for (const liquid::PathUse& path : codePlaces(source, from)) {
    if (path.segments.size() != 1 || path.computed) continue;
    renamed += source.mid(static_cast<qsizetype>(done), static_cast<qsizetype>(path.begin - done));
    renamed += message::formatPath(kCouponRoot, to);
    done = path.end;
  }
  return renamed + source.mid(static_cast<qsizetype>(done));
}

Result<PoolRenaming> renamePool(const storage::Database& database, const Clock& clock, const QString& from,
                                const QString& to, bool inTexts) {
  const QString name = to.trimmed();
  auto users = renameAlone(database, clock, from, name);
  if (!users) return fail(users.error());
  PoolRenaming renaming;
  if (!inTexts) return renaming;
  HELIOGRAPH_TRY(renameInLibrary(library::SnippetRepository(database, clock), from, name, renaming.texts));
  HELIOGRAPH_TRY(renameInLibrary(library::TemplateRepository(database, clock), from, name, renaming.texts));
  const CampaignRepository campaigns(database, clock);
  for (const CouponUser& user : *users) {
    if (user.kind == UserKind::Draft) HELIOGRAPH_TRY(renameInDraft(campaigns, user.campaign, from, name, renaming));
  }
  return renaming;
}

Result<> removePool(const storage::Database& database, const Clock& clock, const QString& pool) {
  // Nobody publishes a campaign that uses it between the look and the removal.
  auto transaction = storage::Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  const library::CouponRepository coupons(database, clock);
  const auto found = coupons.find(pool);
  if (!found) return fail(found.error());
  const auto users = usersOfPool(database, clock, found->name);
  if (!users) return fail(users.error());
  HELIOGRAPH_TRY(refusePublished(*users, QStringLiteral("Remove the pool when that is sent.")));
  HELIOGRAPH_TRY(coupons.removeWithin(found->id));
  return transaction->commit();
}

}  // namespace heliograph::campaign
