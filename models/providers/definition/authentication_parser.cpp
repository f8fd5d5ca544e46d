// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/definition_parts.h"
#include "providers/template/header_rules.h"

namespace heliograph::providers {
namespace {

/// What OAuth 2.0 adds: where tokens are asked for.
Result<> readTokenRequest(const QJsonObject& json, const QString& place, Authentication& authentication) {
  auto url = readTemplate(json.value(u"token_url").toString(), place + QStringLiteral("/token_url"));
  if (!url) return fail(url.error());
  authentication.tokenUrl = std::move(*url);
  authentication.clientInHeader = json.value(u"client_auth").toString() == QStringLiteral("basic");
  auto form = readFields(json.value(u"form"), place + QStringLiteral("/form"));
  if (!form) return fail(form.error());
  authentication.form = std::move(*form);
  const bool asksToken = authentication.strategy == Authentication::Strategy::OAuth2;
  if (asksToken != authentication.tokenUrl.isEmpty()) return {};
  return fail(errorAt(place, QStringLiteral("“token_url” goes with the strategy “oauth2”, and is needed there")));
}

}  // namespace

Result<Authentication> readAuthentication(const QJsonObject& json, const QString& place) {
  using Strategy = Authentication::Strategy;
  static const QHash<QString, Strategy> strategies{{QStringLiteral("basic"), Strategy::Basic},
                                                   {QStringLiteral("bearer"), Strategy::Bearer},
                                                   {QStringLiteral("header"), Strategy::Header},
                                                   {QStringLiteral("oauth2"), Strategy::OAuth2}};
  Authentication authentication;
  authentication.strategy = strategies.value(json.value(u"strategy").toString(), Strategy::None);
  auto user = readTemplate(json.value(u"user").toString(), place + QStringLiteral("/user"));
  if (!user) return fail(user.error());
  authentication.user = std::move(*user);
  auto secret = readTemplate(json.value(u"secret").toString(), place + QStringLiteral("/secret"));
  if (!secret) return fail(secret.error());
  authentication.secret = std::move(*secret);
  authentication.headerName = json.value(u"header").toString();
  HELIOGRAPH_TRY(readTokenRequest(json, place, authentication));
  // Some take a key as the user's name, with an empty password.
  const bool emptyPassword = authentication.strategy == Strategy::Basic && json.contains(u"secret");
  if (authentication.strategy != Strategy::None && authentication.secret.isEmpty() && !emptyPassword) {
    return fail(errorAt(place, QStringLiteral("this strategy needs “secret”")));
  }
  const bool asksUser = authentication.strategy == Strategy::Basic || authentication.strategy == Strategy::OAuth2;
  if (asksUser && authentication.user.isEmpty()) {
    return fail(errorAt(place, QStringLiteral("“basic” and “oauth2” need “user”")));
  }
  if (authentication.strategy == Strategy::Header && !isSettableHeader(authentication.headerName)) {
    return fail(errorAt(place, QStringLiteral("“header” needs the name of a header under “header”")));
  }
  return authentication;
}

Result<RequestSignature> readRequestSignature(const QJsonObject& json, const QString& place) {
  using Strategy = RequestSignature::Strategy;
  RequestSignature signature;
  if (json.isEmpty()) return signature;
  const bool isVonage = json.value(u"strategy").toString() == QStringLiteral("vonage_sig");
  signature.strategy = isVonage ? Strategy::VonageSig : Strategy::Hmac;
  signature.secret = json.value(u"secret").toString();
  signature.inBase64 = json.value(u"encoding").toString() == QStringLiteral("base64");
  const QString usual = isVonage ? QStringLiteral("SHA256HMAC") : QStringLiteral("SHA256");
  auto algorithm = readTemplate(json.value(u"algorithm").toString(usual), place + QStringLiteral("/algorithm"));
  if (!algorithm) return fail(algorithm.error());
  signature.algorithm = std::move(*algorithm);
  auto over =
      readTemplate(json.value(u"over").toString(QStringLiteral("{RequestBody}")), place + QStringLiteral("/over"));
  if (!over) return fail(over.error());
  signature.over = std::move(*over);
  auto headers = readHeaders(json.value(u"headers"), place + QStringLiteral("/headers"));
  if (!headers) return fail(headers.error());
  signature.headers = std::move(*headers);
  auto fields = readFields(json.value(u"fields"), place + QStringLiteral("/fields"));
  if (!fields) return fail(fields.error());
  signature.fields = std::move(*fields);
  if (signature.headers.empty() && signature.fields.empty()) {
    return fail(errorAt(place, QStringLiteral("“headers” or “fields” has to say where {Signature} is sent")));
  }
  return signature;
}

}  // namespace heliograph::providers
