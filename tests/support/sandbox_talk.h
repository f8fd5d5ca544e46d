// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include "support/hostile_server.h"

namespace heliograph::test {

/// A message as it stands in the body of a request to the sandbox.
struct SandboxTalk {
  QString to;
  QString text;
  QString clientRef;

  /// Reads a form (application/x-www-form-urlencoded).
  [[nodiscard]] static SandboxTalk read(const QByteArray& form) {
    QUrlQuery query(QString::fromLatin1(QByteArray(form).replace('+', "%20")));
    const auto field = [&](const char* name) { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    return {field("to"), field("body"), field("client_ref")};
  }

  /// What the sandbox says when it takes this message.
  [[nodiscard]] HostileAct accepted() const {
    HostileAct act;
    act.headers = {{"Content-Type", "application/json"}};
    act.body = QJsonDocument(QJsonObject{{QStringLiteral("id"), QStringLiteral("SB-") + clientRef},
                                         {QStringLiteral("status"), QStringLiteral("accepted")},
                                         {QStringLiteral("to"), to},
                                         {QStringLiteral("client_ref"), clientRef}})
                   .toJson(QJsonDocument::Compact);
    return act;
  }
  /// What it says when it doesn't.
  [[nodiscard]] HostileAct refused(int status, int code) const {
    HostileAct act = accepted();
    act.status = status;
    act.body = QJsonDocument(QJsonObject{{QStringLiteral("error"),
                                          QJsonObject{{QStringLiteral("code"), code},
                                                      {QStringLiteral("message"), QStringLiteral("No")}}},
                                         {QStringLiteral("to"), to},
                                         {QStringLiteral("client_ref"), clientRef}})
                   .toJson(QJsonDocument::Compact);
    return act;
  }
};

}  // namespace heliograph::test
