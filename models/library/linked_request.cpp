// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_request.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrl>

#include "library/linked_answer.h"

namespace heliograph::library {
namespace {

/// Shorter ones would take words out that are none.
constexpr qsizetype kShortestSecret = 4;

LinkedValues allValues(const ReadySource& ready, const LinkedValues& parameters) {
  LinkedValues values = parameters;
  for (const LinkedConstant& constant : ready.source.constants) {
    const QString secret = ready.secrets.values.value(QStringLiteral("label_") + constant.name);
    values[constant.name] = constant.isSecret ? secret : constant.value;
  }
  return values;
}

Result<> addAuth(const ReadySource& ready, net::HttpHeaders& headers) {
  const LinkedAuth& auth = ready.source.auth;
  const QString secret = ready.secrets.values.value(QStringLiteral("auth"));
  switch (auth.kind) {
    case LinkedAuth::Kind::None:
      return {};
    case LinkedAuth::Kind::Basic:
      headers.append({"Authorization", "Basic " + (auth.name + QLatin1Char(':') + secret).toUtf8().toBase64()});
      return {};
    case LinkedAuth::Kind::Header:
    case LinkedAuth::Kind::Bearer:
      break;
  }
  const auto line = filledHeader(QStringLiteral("{{secret}}"), {{QStringLiteral("secret"), secret}});
  if (!line) return fail(line.error());
  const bool isBearer = auth.kind == LinkedAuth::Kind::Bearer;
  headers.append({isBearer ? QByteArray("Authorization") : auth.name.toLatin1(), isBearer ? "Bearer " + *line : *line});
  return {};
}

}  // namespace

Result<net::GuardedRequest> linkedRequest(const ReadySource& ready, const LinkedValues& parameters) {
  const LinkedValues values = allValues(ready, parameters);
  auto url = filledUrl(ready.source.url, values);
  if (!url) return fail(url.error());
  net::GuardedRequest request;
  request.url = std::move(*url);
  request.headers.emplace_back("Accept", "application/json");
  for (const LinkedHeader& header : ready.source.headers) {
    auto value = filledHeader(header.value, values);
    if (!value) return fail(value.error());
    request.headers.append({header.name.toLatin1(), std::move(*value)});
  }
  HELIOGRAPH_TRY(addAuth(ready, request.headers));
  request.allowPrivate = ready.source.allowPrivate;
  request.maxAnswerBytes = LinkedAnswer::mostBytes;
  return request;
}

QByteArray linkedKey(const ReadySource& ready, const net::GuardedRequest& request) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(QJsonDocument(linkedSourceToJson(ready.source)).toJson(QJsonDocument::Compact));
  hash.addData(request.url.toEncoded());
  for (const auto& [name, value] : request.headers) hash.addData('\n' + name + ':' + value);
  return hash.result();
}

QByteArray withoutSecrets(QByteArray text, const LinkedSecrets& secrets) {
  for (const QString& secret : secrets.values) {
    if (secret.size() < kShortestSecret) continue;
    text.replace(secret.toUtf8(), "***");
    text.replace(QUrl::toPercentEncoding(secret), "***");
    text.replace(secret.toUtf8().toBase64(), "***");
  }
  return text;
}

}  // namespace heliograph::library
