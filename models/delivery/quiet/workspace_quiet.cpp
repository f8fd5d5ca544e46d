// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/quiet/workspace_quiet.h"

#include <QJsonDocument>

#include "schedule/zone_names.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using campaign::QuietRule;
using campaign::ZonedQuiet;
using storage::Statement;

const QString kQuietFact = QStringLiteral("quiet_hours");

QByteArray fallbackZone(const campaign::Campaign& campaign, const ZonedQuiet& chosen, const ZonedQuiet& workspace) {
  if (!chosen.zone.isEmpty()) return chosen.zone;
  if (const auto* once = std::get_if<schedule::Once>(&campaign.when); once && schedule::isKnownZone(once->at.zone)) {
    return once->at.zone;
  }
  return workspace.zone.isEmpty() ? schedule::localZone() : workspace.zone;
}

}  // namespace

Result<ZonedQuiet> WorkspaceQuiet::read() const {
  Statement find(m_database, QStringLiteral("SELECT value FROM workspace WHERE name = ?"));
  auto row = find.bind(kQuietFact).next();
  if (!row) return fail(row.error());
  if (!*row) return ZonedQuiet{};
  auto quiet = campaign::zonedQuietFromJson(QJsonDocument::fromJson(find.bytes(0)).object());
  if (!quiet) {
    return fail(ErrorCode::Damaged, QStringLiteral("The workspace's quiet hours can't be read. Set them again."),
                quiet.error().message);
  }
  return quiet;
}

Result<> WorkspaceQuiet::set(const ZonedQuiet& quiet) const {
  HELIOGRAPH_TRY(quiet.hours.check());
  if (!quiet.hours.isEmpty() && !schedule::isKnownZone(quiet.zone)) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("Quiet hours need a time zone for people whose own isn't known, such as "
                               "Europe/Berlin."));
  }
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  if (quiet.hours.isEmpty()) {
    Statement remove(m_database, QStringLiteral("DELETE FROM workspace WHERE name = ?"));
    HELIOGRAPH_TRY(remove.bind(kQuietFact).run());
  } else {
    Statement keep(m_database, QStringLiteral("INSERT INTO workspace (name, value) VALUES (?, ?) ON CONFLICT (name) DO "
                                              "UPDATE SET value = excluded.value"));
    const QByteArray json = QJsonDocument(campaign::toJson(quiet)).toJson(QJsonDocument::Compact);
    HELIOGRAPH_TRY(keep.bind(kQuietFact).bind(json).run());
  }
  // Whoever waits is looked at again by the new hours.
  Statement wake(m_database, QStringLiteral("UPDATE outbox SET quiet_until = NULL WHERE state = 'pending' AND "
                                            "quiet_until IS NOT NULL"));
  HELIOGRAPH_TRY(wake.run());
  return transaction->commit();
}

QuietInForce quietOf(const campaign::Campaign& campaign, const ZonedQuiet& workspace) {
  const QuietRule& rule = campaign.quiet;
  if (campaign.purpose != campaign::Purpose::Marketing || rule.use == QuietRule::Use::None) return {};
  const ZonedQuiet& chosen = rule.use == QuietRule::Use::Own ? rule.own : workspace;
  if (chosen.hours.isEmpty()) return {};
  return {chosen.hours, fallbackZone(campaign, chosen, workspace), rule.then};
}

Result<QuietInForce> quietInForce(const storage::Database& database, const campaign::Campaign& campaign) {
  return WorkspaceQuiet(database).read().map([&](const ZonedQuiet& workspace) { return quietOf(campaign, workspace); });
}

}  // namespace heliograph::delivery
