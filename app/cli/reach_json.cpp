// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reach_json.h"

namespace heliograph::cli {

QJsonObject reachJson(const audience::Reach& reach) {
  return {{QStringLiteral("qualified"), reach.qualified},
          {QStringLiteral("reachable"), reach.reachable},
          {QStringLiteral("no_phone"), reach.noPhone},
          {QStringLiteral("unsubscribed"), reach.unsubscribed},
          {QStringLiteral("invalid_phone"), reach.invalidPhone},
          {QStringLiteral("duplicate_phone"), reach.duplicatePhone},
          {QStringLiteral("control_group"), reach.heldBack},
          {QStringLiteral("workspace_control_group"), reach.heldBackByWorkspace},
          {QStringLiteral("no_provider_for_country"), reach.noProvider},
          {QStringLiteral("seconds"), reach.seconds}};
}

QString reachWords(const audience::Reach& reach) {
  QString held;
  if (const qint64 people = reach.heldBack + reach.heldBackByWorkspace; people > 0) {
    held = QStringLiteral(", held back %1").arg(people);
  }
  if (reach.noProvider > 0) held += QStringLiteral(", no provider for the country %1").arg(reach.noProvider);
  return QStringLiteral(
             "%1 people, %2 can be reached\n  no number %3, invalid number %4, unsubscribed %5, "
             "number of somebody else %6")
             .arg(reach.qualified)
             .arg(reach.reachable)
             .arg(reach.noPhone)
             .arg(reach.invalidPhone)
             .arg(reach.unsubscribed)
             .arg(reach.duplicatePhone) +
         held;
}

}  // namespace heliograph::cli
