// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrlQuery>

#include "net/http_answer.h"
#include "providers/answer/answer_reader.h"
#include "providers/routes/definition_catalog.h"

/// Providers, messages and answers that several tests of this room need.
namespace heliograph::test {

/// JSON or XML written with single quotes; Qt 6.4's moc can't read raw strings of several lines.
inline QByteArray quoted(QByteArray text) {
  return text.replace('\'', '"');
}

inline const providers::DefinitionCatalog& builtInCatalog() {
  static const auto catalog = providers::DefinitionCatalog::builtIn();
  if (!catalog) qFatal("%s", qPrintable(catalog.error().message + catalog.error().detail));
  return *catalog;
}

inline providers::ProviderDefinition definitionNamed(const char* id) {
  return *builtInCatalog().find(QString::fromLatin1(id));
}

inline const QString accountSid = QStringLiteral("AC0123456789abcdef0123456789abcdef");

inline providers::Provider twilioProvider() {
  providers::Provider provider;
  provider.name = QStringLiteral("Main");
  provider.type = QStringLiteral("twilio");
  provider.settings = QJsonObject{{QStringLiteral("account_sid"), accountSid},
                                  {QStringLiteral("from"), QStringLiteral("+15557122661")}};
  return provider;
}

inline providers::SecretValues twilioSecrets() {
  return {{QStringLiteral("auth_token"), QStringLiteral("s3cret-token-value")}};
}

inline providers::OutgoingMessage sampleMessage() {
  providers::OutgoingMessage message;
  message.to = QStringLiteral("+919812345678");
  message.body = QStringLiteral("Hello Asha, 20 % off & more");
  message.encoding = QStringLiteral("GSM-7");
  message.clientId = QStringLiteral("hg-1-1");
  message.campaignId = QStringLiteral("7");
  return message;
}

inline net::HttpOutcome answered(int status, const QByteArray& body, const net::HttpHeaders& headers = {}) {
  net::HttpOutcome outcome;
  outcome.kind = net::HttpOutcome::Answered;
  outcome.answer = {status, headers, body};
  return outcome;
}

/// The decoded pairs of a form body.
inline QList<QPair<QString, QString>> formPairs(const QByteArray& body) {
  return QUrlQuery(QString::fromLatin1(body)).queryItems(QUrl::FullyDecoded);
}

inline QString formValue(const QByteArray& body, const QString& name) {
  return QUrlQuery(QString::fromLatin1(body)).queryItemValue(name, QUrl::FullyDecoded);
}

}  // namespace heliograph::test
