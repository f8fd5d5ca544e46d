// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/coupon_commands.h"

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "delivery/coupon_file.h"
#include "library/coupon_repository.h"

namespace heliograph::cli {
namespace {

using library::CouponPool;

const QString kCodeColumn = QStringLiteral("column");

QJsonObject poolJson(const CouponPool& pool) {
  return {{QStringLiteral("name"), pool.name}, {QStringLiteral("codes"), pool.codes()},
          {QStringLiteral("free"), pool.free}, {QStringLiteral("reserved"), pool.reserved},
          {QStringLiteral("used"), pool.used}, {QStringLiteral("updated_at"), pool.updatedAt.toString(Qt::ISODate)}};
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
  call.console().answer(poolJson(*pool), QStringLiteral("“%1”: %2 left of %3, %4 sent, %5 under way or unclear.")
                                             .arg(pool->name)
                                             .arg(pool->free)
                                             .arg(counted(pool->codes(), QStringLiteral("code")))
                                             .arg(pool->used)
                                             .arg(pool->reserved));
  return {};
}

Result<> removePool(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto pool = (*workspace)->coupons.find(call.argument(0));
  if (!pool) return fail(pool.error());
  HELIOGRAPH_TRY((*workspace)->coupons.remove(pool->id));
  call.console().answer({{QStringLiteral("removed"), true}}, QStringLiteral("“%1” is removed.").arg(pool->name));
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
      {QStringLiteral("coupon remove"), pool, QStringLiteral("Removes a pool with its codes."), 1, 1, {}, removePool},
  };
}

}  // namespace heliograph::cli
