// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/coupon_commands.h"

#include <QJsonArray>
#include <QMap>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "campaign/coupon_promises.h"
#include "campaign/coupon_users.h"
#include "delivery/coupons/coupon_file.h"
#include "library/coupon_repository.h"

namespace heliograph::cli {
namespace {

using library::CouponPool;

const QString kInTexts = QStringLiteral("texts");
const QString kCodeColumn = QStringLiteral("column");

QJsonObject poolJson(const CouponPool& pool) {
  return {{QStringLiteral("name"), pool.name}, {QStringLiteral("codes"), pool.codes()},
          {QStringLiteral("free"), pool.free}, {QStringLiteral("reserved"), pool.reserved},
          {QStringLiteral("used"), pool.used}, {QStringLiteral("updated_at"), pool.updatedAt.toString(Qt::ISODate)}};
}

QJsonArray usersJson(const std::vector<campaign::CouponUser>& users) {
  using Kind = campaign::CouponUser::Kind;
  static const QMap<Kind, QString> kinds{{Kind::Snippet, QStringLiteral("snippet")},
                                         {Kind::Template, QStringLiteral("template")},
                                         {Kind::Draft, QStringLiteral("draft")},
                                         {Kind::Published, QStringLiteral("published")}};
  QJsonArray json;
  for (const campaign::CouponUser& user : users) {
    QJsonObject one{{QStringLiteral("kind"), kinds.value(user.kind)}, {QStringLiteral("name"), user.name}};
    if (user.campaign.isValid()) one.insert(QStringLiteral("id"), user.campaign.value);
    json.append(one);
  }
  return json;
}

Result<> importCodes(Call& call) {
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const auto intake =
      delivery::importCoupons((*workspace)->coupons, call.argument(0), call.argument(1), call.value(kCodeColumn));
  if (!intake) return fail(intake.error());
  call.console().answer({{QStringLiteral("read"), intake->read},
                         {QStringLiteral("added"), intake->added},
                         {QStringLiteral("duplicates"), intake->duplicates},
                         {QStringLiteral("blank"), intake->blank},
                         {QStringLiteral("unusable"), intake->unusable},
                         {QStringLiteral("seconds"), intake->seconds}},
                        QStringLiteral("Added %1; %2 there already, %3 blank, %4 unusable.")
                            .arg(counted(intake->added, QStringLiteral("code")))
                            .arg(intake->duplicates)
                            .arg(intake->blank)
                            .arg(intake->unusable));
  return {};
}

Result<> listPools(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto pools = (*workspace)->coupons.list();
  if (!pools) return fail(pools.error());
  QList<QStringList> rows{
      {QStringLiteral("Pool"), QStringLiteral("Left"), QStringLiteral("Sent"), QStringLiteral("Under way or unclear")}};
  for (const CouponPool& pool : *pools) {
    call.console().item(poolJson(pool));
    rows << QStringList{pool.name, QString::number(pool.free), QString::number(pool.used),
                        QString::number(pool.reserved)};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> showPool(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto pool = (*workspace)->coupons.find(call.argument(0));
  if (!pool) return fail(pool.error());
  const storage::Database& database = (*workspace)->database;
  const Clock& clock = (*workspace)->clock;
  const auto users = campaign::usersOfPool(database, clock, pool->name);
  if (!users) return fail(users.error());
  const auto toGive = campaign::codesToGive(database, clock, pool->name, {});
  if (!toGive) return fail(toGive.error());
  QJsonObject json = poolJson(*pool);
  json.insert(QStringLiteral("promised"), pool->free - *toGive);
  json.insert(QStringLiteral("used_by"), usersJson(*users));
  QString words = QStringLiteral("“%1”: %2 left of %3, %4 promised, %5 sent, %6 under way or unclear.")
                      .arg(pool->name)
                      .arg(pool->free)
                      .arg(counted(pool->codes(), QStringLiteral("code")))
                      .arg(pool->free - *toGive)
                      .arg(pool->used)
                      .arg(pool->reserved);
  if (!users->empty()) words += QLatin1Char('\n') + campaign::describe(*users);
  call.console().answer(json, words);
  return {};
}

Result<> removePool(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const QString pool = call.argument(0).trimmed();
  HELIOGRAPH_TRY(campaign::removePool((*workspace)->database, (*workspace)->clock, pool));
  call.console().answer({{QStringLiteral("removed"), true}}, QStringLiteral("“%1” is removed.").arg(pool));
  return {};
}

Result<> renamePool(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const QString from = call.argument(0).trimmed();
  const QString to = call.argument(1).trimmed();
  const auto renaming =
      campaign::renamePool((*workspace)->database, (*workspace)->clock, from, to, call.isSet(kInTexts));
  if (!renaming) return fail(renaming.error());
  QString words = QStringLiteral("“%1” is called “%2” now.").arg(from, to);
  if (call.isSet(kInTexts))
    words += QStringLiteral(" Changed %1.").arg(counted(renaming->texts, QStringLiteral("text")));
  if (!renaming->unchanged.isEmpty()) {
    words += QStringLiteral(" Not changed: %1.").arg(renaming->unchanged.join(QStringLiteral(", ")));
  }
  call.console().answer({{QStringLiteral("name"), to},
                         {QStringLiteral("texts"), renaming->texts},
                         {QStringLiteral("unchanged"), QJsonArray::fromStringList(renaming->unchanged)}},
                        words);
  return {};
}

}  // namespace

std::vector<Command> couponCommands() {
  const QString pool = QStringLiteral("POOL");
  return {
      {QStringLiteral("coupon import"),
       QStringLiteral("POOL FILE"),
       QStringLiteral("Takes codes into a pool: one a line, or a column of a CSV file."),
       2,
       2,
       {valueOption(kCodeColumn, QStringLiteral("NAME"), QStringLiteral("The column that holds the codes."))},
       importCodes},
      {QStringLiteral("coupon list"),
       {},
       QStringLiteral("Lists the pools and what is left in them."),
       0,
       0,
       {},
       listPools},
      {QStringLiteral("coupon show"), pool, QStringLiteral("Shows what is left in a pool."), 1, 1, {}, showPool},
      {QStringLiteral("coupon rename"),
       QStringLiteral("POOL NAME"),
       QStringLiteral("Gives a pool another name."),
       2,
       2,
       {flagOption(kInTexts, QStringLiteral("In the drafts, snippets and templates that use it, too."))},
       renamePool},
      {QStringLiteral("coupon remove"), pool, QStringLiteral("Removes a pool with its codes."), 1, 1, {}, removePool},
  };
}

}  // namespace heliograph::cli
