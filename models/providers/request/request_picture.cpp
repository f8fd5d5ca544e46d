// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_picture.h"

#include <QStringList>

#include "providers/routes/provider_secrets.h"
#include "providers/template/scrub.h"

namespace heliograph::providers {
namespace {

const QString kSecretDots = QStringLiteral("••••••");

SecretValues standIns(const ProviderDefinition& definition, const Provider& provider) {
  SecretValues values;
  for (const SettingField& field : secretFields(definition, provider)) values.insert(field.name, secretStandIn);
  values.insert(oauthTokenName, secretStandIn);
  return values;
}

QString shown(const QByteArray& bytes) {
  return QString::fromUtf8(bytes).replace(secretStandIn, kSecretDots);
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
  picture.method = QString::fromLatin1(net::methodName(request->method));
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
  const QString out = withoutSecrets(text, QStringList(secrets.values()), kSecretDots);
  return out.size() <= most ? out : out.left(most - 1) + QChar(0x2026);
}

}  // namespace heliograph::providers
