// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request_picture.h"

#include <QStringList>
#include <algorithm>

#include "providers/provider_secrets.h"
#include "providers/scrub.h"

namespace heliograph::providers {
namespace {

/// Stands for a secret while a picture is made: nothing in it is escaped anywhere.
const QString kSecretStandIn = QStringLiteral("HeliographHidesThisSecret");
const QString kSecretDots = QStringLiteral("••••••");
constexpr qsizetype kShortestSecret = 4;

SecretValues standIns(const ProviderDefinition& definition, const Provider& provider) {
  SecretValues values;
  for (const SettingField& field : secretFields(definition, provider)) values.insert(field.name, kSecretStandIn);
  values.insert(oauthTokenName, kSecretStandIn);
  return values;
}

QString shown(const QByteArray& bytes) {
  return QString::fromUtf8(bytes).replace(kSecretStandIn, kSecretDots);
}

}  // namespace

QString RequestPicture::text() const {
  QStringList lines{method + QLatin1Char(' ') + url};
  for (const auto& [name, value] : headers) lines << name + QStringLiteral(": ") + value;
  if (!body.isEmpty()) lines << QString() << body;
  return lines.join(QLatin1Char('\n'));
}

Result<RequestPicture> pictureOfSend(const ProviderDefinition& definition, const Provider& provider,
                                     const OutgoingMessage& message) {
  const auto request = buildSend(definition, provider, standIns(definition, provider), message);
  if (!request) return fail(request.error());
  RequestPicture picture;
  picture.method = request->method == net::HttpRequest::Method::Get ? QStringLiteral("GET") : QStringLiteral("POST");
  picture.url = shown(request->url.toEncoded());
  for (const auto& [name, value] : request->headers) {
    const bool basic = value.startsWith("Basic ");
    picture.headers.emplace_back(QString::fromLatin1(name),
                                 basic ? QStringLiteral("Basic ") + kSecretDots : shown(value));
  }
  picture.body = shown(request->body);
  return picture;
}

QString withoutSecrets(const QString& text, const SecretValues& secrets, qsizetype most) {
  QStringList hidden;
  for (const QString& secret : secrets) {
    if (secret.size() < kShortestSecret) continue;
    hidden << secret << QString::fromLatin1(secret.toUtf8().toPercentEncoding())
           << QString::fromLatin1(secret.toUtf8().toBase64());
  }
  // The longest first: one of them may be a part of another.
  std::sort(hidden.begin(), hidden.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
  QString out = text;
  for (const QString& secret : hidden) out.replace(secret, kSecretDots);
  // Also with a user's name in one base64 text.
  out = withoutSecrets(out, QStringList(secrets.values()));
  return out.size() <= most ? out : out.left(most - 1) + QChar(0x2026);
}

}  // namespace heliograph::providers
