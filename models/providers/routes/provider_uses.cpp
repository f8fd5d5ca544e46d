// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/provider_uses.h"

#include "storage/statement.h"

namespace heliograph::providers {
namespace {

using storage::Statement;

/// Whether a route ("$.route" of a column) leads to a provider, which is bound four times.
QString providerCondition(const QString& body, bool throughGroups) {
  const QString group = throughGroups
                            ? QStringLiteral(
                                  "json_extract(%1, '$.route.id') IN (SELECT group_id FROM provider_group_member WHERE "
                                  "provider_id = ?)")
                                  .arg(body)
                            : QStringLiteral("0 AND ? > 0");
  const QString byDefault =
      throughGroups ? QStringLiteral(
                          "EXISTS (SELECT 1 FROM provider_group g JOIN provider_group_member m ON m.group_id = "
                          "g.id WHERE g.is_default AND m.provider_id = ?)")
                    : QStringLiteral("0 AND ? > 0");
  return QStringLiteral(
             "CASE coalesce(json_extract(%1, '$.route.kind'), 'default') WHEN 'provider' THEN "
             "json_extract(%1, '$.route.id') = ? WHEN 'group' THEN %2 ELSE (SELECT is_default FROM provider "
             "WHERE id = ?) OR %3 END")
      .arg(body, group, byDefault);
}

/// Likewise to a group, which is bound twice.
QString groupCondition(const QString& body) {
  return QStringLiteral(
             "CASE coalesce(json_extract(%1, '$.route.kind'), 'default') WHEN 'group' THEN "
             "json_extract(%1, '$.route.id') = ? WHEN 'default' THEN (SELECT is_default FROM provider_group "
             "WHERE id = ?) ELSE 0 END")
      .arg(body);
}

/// A condition on a route, and what is bound to each of its question marks.
struct LeadsTo {
  QString condition;
  qint64 id = 0;

  void bindTo(Statement& find) const {
    for (qsizetype i = 0; i < condition.count(QLatin1Char('?')); ++i) find.bind(id);
  }
};

Result<QStringList> names(Statement& find) {
  QStringList found;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return found;
    found.append(find.text(0));
  }
}

Result<QStringList> campaignsOf(const storage::Database& database, const LeadsTo& route, bool drafts) {
  Statement find(database,
                 QStringLiteral("SELECT name FROM campaign WHERE archived_at IS NULL AND (state = 'draft') = ? "
                                "AND (%1) ORDER BY name")
                     .arg(route.condition));
  find.bind(drafts);
  route.bindTo(find);
  return names(find);
}

/// Campaigns with runs that aren't over; the route is that of the version ("v") they send.
Result<QStringList> sendingThrough(const storage::Database& database, const LeadsTo& route) {
  Statement find(database,
                 QStringLiteral("SELECT DISTINCT c.name FROM run r JOIN campaign_version v ON v.id = r.version_id "
                                "JOIN campaign c ON c.id = r.campaign_id WHERE r.state NOT IN ('stopped', 'done') AND "
                                "(%1) ORDER BY c.name")
                     .arg(route.condition));
  route.bindTo(find);
  return names(find);
}

/// Drafts and published campaigns by what they are now, those that are sending by what was published.
Result<> addCampaigns(const storage::Database& database, const LeadsTo& now, const LeadsTo& sent, ProviderUses& uses) {
  for (const bool drafts : {true, false}) {
    const auto found = campaignsOf(database, now, drafts);
    if (!found) return fail(found.error());
    (drafts ? uses.drafts : uses.published) = *found;
  }
  const auto sending = sendingThrough(database, sent);
  if (!sending) return fail(sending.error());
  uses.sending = *sending;
  return {};
}

/// Whether it is the default, and whether something else could be.
Result<> addStanding(const storage::Database& database, const QString& table, qint64 id, ProviderUses& uses) {
  Statement state(database, QStringLiteral("SELECT is_default, (SELECT count(*) FROM provider WHERE archived_at IS "
                                           "NULL) + (SELECT count(*) FROM provider_group WHERE archived_at IS NULL) > "
                                           "1 FROM %1 WHERE id = ?")
                                .arg(table));
  const auto there = state.bind(id).next();
  if (!there) return fail(there.error());
  if (!*there) return {};
  uses.isDefault = state.boolean(0);
  uses.hasOthers = state.boolean(1);
  return {};
}

QString listed(const QString& kind, const QStringList& all) {
  QStringList words;
  for (const QString& name : all) words << QStringLiteral("the %1 “%2”").arg(kind, name);
  return words.join(QStringLiteral(", "));
}

}  // namespace

QString ProviderUses::obstacle(const QString& name) const {
  if (isDefault && hasOthers) {
    return QStringLiteral("“%1” is the default. Mark another provider or a group as default first.").arg(name);
  }
  if (sending.isEmpty()) return {};
  return QStringLiteral(
             "“%1” is still needed by %2, which isn't sent to everybody yet. Wait until it is, or stop it first.")
      .arg(name, listed(QStringLiteral("campaign"), sending));
}

QString ProviderUses::words() const {
  QStringList all{listed(QStringLiteral("group"), groups), listed(QStringLiteral("draft"), drafts),
                  listed(QStringLiteral("campaign"), published)};
  all.removeAll(QString());
  return all.join(QStringLiteral(", "));
}

Result<ProviderUses> usesOf(const storage::Database& database, ProviderId provider) {
  ProviderUses uses;
  HELIOGRAPH_TRY(addStanding(database, QStringLiteral("provider"), provider.value, uses));
  Statement groups(database, QStringLiteral("SELECT g.name FROM provider_group g JOIN provider_group_member m ON "
                                            "m.group_id = g.id WHERE m.provider_id = ? ORDER BY g.name"));
  groups.bind(provider);
  const auto found = names(groups);
  if (!found) return fail(found.error());
  uses.groups = *found;
  HELIOGRAPH_TRY(addCampaigns(database, {providerCondition(QStringLiteral("body"), false), provider.value},
                              {providerCondition(QStringLiteral("v.body"), true), provider.value}, uses));
  return uses;
}

Result<ProviderUses> usesOf(const storage::Database& database, GroupId group) {
  ProviderUses uses;
  HELIOGRAPH_TRY(addStanding(database, QStringLiteral("provider_group"), group.value, uses));
  HELIOGRAPH_TRY(addCampaigns(database, {groupCondition(QStringLiteral("body")), group.value},
                              {groupCondition(QStringLiteral("v.body")), group.value}, uses));
  return uses;
}

Result<QHash<qint64, QString>> balances(const storage::Database& database) {
  Statement find(database, QStringLiteral("SELECT id, balance FROM provider WHERE balance <> ''"));
  QHash<qint64, QString> all;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return all;
    all.insert(find.integer(0), find.text(1));
  }
}

Result<> recordBalance(const storage::Database& database, ProviderId provider, const QString& balance) {
  return Statement(database, QStringLiteral("UPDATE provider SET balance = ? WHERE id = ?"))
      .bind(balance.isNull() ? QStringLiteral("") : balance)
      .bind(provider)
      .run();
}

}  // namespace heliograph::providers
