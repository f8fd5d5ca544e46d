// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/link_findings.h"

#include <QJsonArray>

#include "campaign/link_checks.h"
#include "delivery/check/link_checker.h"

namespace heliograph::cli {

void tellLinks(Console& console, app::Workspace& workspace, const campaign::Campaign& campaign) {
  const QStringList links = campaign::plainLinks(campaign);
  QJsonArray json;
  QStringList words;
  for (const auto& finding : delivery::askForLinks(workspace.http, workspace.clock, links).result()) {
    json.append(QJsonObject{{QStringLiteral("link"), finding.link},
                            {QStringLiteral("fine"), finding.isFine},
                            {QStringLiteral("code"), finding.code},
                            {QStringLiteral("text"), finding.text},
                            {QStringLiteral("at"), finding.at.toString(Qt::ISODate)}});
    words << QStringLiteral("%1: %2").arg(finding.isFine ? finding.link : finding.code, finding.text);
  }
  if (words.isEmpty()) words << QStringLiteral("No link in it is the same for everybody.");
  console.answer(QJsonObject{{QStringLiteral("links"), json}}, words.join(QLatin1Char('\n')));
}

}  // namespace heliograph::cli
