// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "providers/provider.h"

namespace heliograph::test {

/// A provider set up by hand that takes JSON at that address; `headers` are names with their values.
inline providers::Provider genericProvider(const QString& name, const QString& endpoint, const QString& json,
                                           const QJsonObject& headers = {}, const QJsonObject& more = {}) {
  QJsonArray rows;
  for (auto it = headers.begin(); it != headers.end(); ++it) {
    rows.append(QJsonObject{{QStringLiteral("name"), it.key()}, {QStringLiteral("value"), it.value()}});
  }
  providers::Provider provider;
  provider.name = name;
  provider.type = QStringLiteral("http");
  provider.settings = {{QStringLiteral("method"), QStringLiteral("POST")},
                       {QStringLiteral("endpoint"), endpoint},
                       {QStringLiteral("auth"), QStringLiteral("none")},
                       {QStringLiteral("headers"), rows},
                       {QStringLiteral("body"), QStringLiteral("json")},
                       {QStringLiteral("json"), json},
                       {QStringLiteral("message_id_selector"), QStringLiteral("id")}};
  for (auto it = more.begin(); it != more.end(); ++it) provider.settings.insert(it.key(), it.value());
  return provider;
}

}  // namespace heliograph::test
