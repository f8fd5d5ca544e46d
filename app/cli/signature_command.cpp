// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signature_command.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include "app/cli/call.h"
#include "providers/definition/signatures.h"

namespace heliograph::cli {
namespace {

providers::SignatureSpec::Strategy strategyNamed(const QString& name) {
  using Strategy = providers::SignatureSpec::Strategy;
  static const QHash<QString, Strategy> strategies{{QStringLiteral("twilio"), Strategy::Twilio},
                                                   {QStringLiteral("vonage_sig"), Strategy::VonageSig},
                                                   {QStringLiteral("vonage_jwt"), Strategy::VonageJwt},
                                                   {QStringLiteral("plivo_v3"), Strategy::PlivoV3}};
  return strategies.value(name, Strategy::None);
}

providers::CallbackRequest callFrom(const QJsonObject& json) {
  providers::CallbackRequest request;
  request.method = json.value(u"method").toString(QStringLiteral("POST")).toLatin1();
  request.url = json.value(u"url").toString();
  request.body = json.value(u"body").toString().toUtf8();
  const QJsonObject headers = json.value(u"headers").toObject();
  for (auto each = headers.begin(); each != headers.end(); ++each) {
    request.headers.emplaceBack(each.key().toLatin1(), each.value().toString().toLatin1());
  }
  const QUrlQuery query(QUrl(request.url, QUrl::StrictMode));
  for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded)) {
    request.query.emplaceBack(name.toUtf8(), value.toUtf8());
  }
  return request;
}

Result<> checkSignatures(Call& call) {
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  for (const QByteArray& line : bytes->split('\n')) {
    if (line.trimmed().isEmpty()) continue;
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const providers::SignatureKey key{strategyNamed(json.value(u"strategy").toString()),
                                      json.value(u"secret").toString().toUtf8(), json.value(u"algorithm").toString()};
    const QDateTime now = json.contains(u"now") ? QDateTime::fromSecsSinceEpoch(json.value(u"now").toInteger(), Qt::UTC)
                                                : QDateTime::currentDateTimeUtc();
    const bool valid = providers::isSigned(callFrom(json), key, now);
    call.console().answer({{QStringLiteral("valid"), valid}},
                          valid ? QStringLiteral("valid") : QStringLiteral("not valid"));
  }
  return {};
}

}  // namespace

std::vector<Command> signatureCommands() {
  return {{QStringLiteral("definition signature"),
           QStringLiteral("FILE.jsonl|-"),
           QStringLiteral("Checks signatures of calls, each line {strategy, secret, algorithm, method, url, headers, "
                          "body}."),
           1,
           1,
           {},
           checkSignatures}};
}

}  // namespace heliograph::cli
