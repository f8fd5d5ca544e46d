// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/shorteners/shortener.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include "providers/answer/answer_reader.h"
#include "providers/routes/provider_secrets.h"

namespace heliograph::providers {
namespace {

const QString domainField = QStringLiteral("domain");
constexpr int longestShortenerName = 60;

Error shortenerError(ErrorCode code, const ReadyShortener& ready, const QString& what, const SendVerdict& verdict,
                     const QString& advice) {
  QStringList parts{QStringLiteral("“%1” made no short link: %2").arg(ready.shortener.name, what)};
  if (!verdict.hint.isEmpty()) parts << verdict.hint;
  if (!verdict.words.isEmpty()) parts << QStringLiteral("It says: “%1”.").arg(verdict.words);
  parts << advice;
  return Error{code, parts.join(QLatin1Char(' ')), QStringLiteral("http %1").arg(verdict.httpStatus)};
}

QString waitingWords(std::chrono::seconds wait) {
  if (wait.count() <= 0) return QStringLiteral("Wait a minute, then try again.");
  if (wait.count() < 120) return QStringLiteral("It asks to wait %1 seconds; try again then.").arg(wait.count());
  return QStringLiteral("It asks to wait %1 minutes; try again then.").arg((wait.count() + 59) / 60);
}

Error refusalOf(const ReadyShortener& ready, SendVerdict verdict) {
  switch (verdict.outcome) {
    case SendVerdict::Outcome::RetryAfter:
      return shortenerError(ErrorCode::LimitExceeded, ready, QStringLiteral("it takes no more requests now."), verdict,
                            waitingWords(verdict.retryAfter));
    case SendVerdict::Outcome::Credentials:
    case SendVerdict::Outcome::NoCredit:
      return shortenerError(ErrorCode::Credentials, ready, QStringLiteral("it doesn't let this account in."), verdict,
                            QStringLiteral("Correct it under Link shorteners."));
    case SendVerdict::Outcome::Permanent:
      return shortenerError(ErrorCode::Refused, ready,
                            QStringLiteral("it refused the link (status %1).").arg(verdict.httpStatus), verdict,
                            QStringLiteral("Look at the link and at the shortener's settings."));
    default:
      break;
  }
  // What was made for sending says that a message may have left.
  verdict.hint.clear();
  return shortenerError(ErrorCode::Refused, ready,
                        QStringLiteral("its answer (status %1) can't be understood.").arg(verdict.httpStatus), verdict,
                        QStringLiteral("Test it under Link shorteners; the address may be another service's."));
}

}  // namespace

Provider Shortener::asProvider() const {
  Provider provider;
  provider.name = shortenerSecretOwner(name);
  provider.type = type;
  provider.settings = settings;
  provider.baseUrl = baseUrl;
  return provider;
}

QString Shortener::domain() const {
  return settings.value(domainField).toString().trimmed().toLower();
}

QByteArray Shortener::fingerprint() const {
  const QJsonObject json{
      {QStringLiteral("type"), type}, {QStringLiteral("settings"), settings}, {QStringLiteral("base_url"), baseUrl}};
  return QCryptographicHash::hash(QJsonDocument(json).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

QString shortenerSecretOwner(const QString& name) {
  return QStringLiteral("Shortener.") + name;
}

Result<Shortener> shortenerFromJson(const QByteArray& text) {
  QJsonObject json = QJsonDocument::fromJson(text).object();
  const QJsonValue length = json.take(QStringLiteral("short_length"));
  const auto provider = providerFromJson(QJsonDocument(json).toJson(QJsonDocument::Compact));
  if (json.isEmpty() || !provider || !(length.isUndefined() || length.isDouble())) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("A link shortener is written {\"name\": …, \"type\": …, \"settings\": {…}, "
                               "\"base_url\": …, \"short_length\": 22}."));
  }
  Shortener shortener;
  shortener.name = provider->name;
  shortener.type = provider->type;
  shortener.settings = provider->settings;
  shortener.baseUrl = provider->baseUrl;
  shortener.shortLength = length.toInt();
  return shortener;
}

QJsonObject shortenerToJson(const Shortener& shortener) {
  Provider provider = shortener.asProvider();
  provider.name = shortener.name;
  QJsonObject json = providerToJson(provider);
  json.insert(QStringLiteral("short_length"), shortener.shortLength);
  return json;
}

std::vector<FieldError> checkShortener(const Shortener& shortener, const DefinitionCatalog& catalog) {
  std::vector<FieldError> errors;
  const QString name = shortener.name.trimmed();
  if (name.isEmpty()) {
    errors.push_back({QStringLiteral("name"), QStringLiteral("Give the shortener a name.")});
  } else if (name.size() > longestShortenerName) {
    errors.push_back(
        {QStringLiteral("name"), QStringLiteral("A name has at most %1 characters.").arg(longestShortenerName)});
  }
  const ProviderDefinition* kind = catalog.find(shortener.type);
  if (!kind) {
    const auto unknown = catalog.definitionOf(shortener.asProvider());
    errors.push_back({QStringLiteral("type"), unknown ? QString() : unknown.error().message});
    return errors;
  }
  for (FieldError& error : checkProvider(shortener.asProvider(), *kind)) errors.push_back(std::move(error));
  if (shortener.shortLength < Shortener::shortestLink || shortener.shortLength > Shortener::longestLink) {
    errors.push_back({QStringLiteral("short_length"), QStringLiteral("The length of a short link is between %1 and %2.")
                                                          .arg(Shortener::shortestLink)
                                                          .arg(Shortener::longestLink)});
  }
  return errors;
}

Result<ReadyShortener> readyShortener(const Shortener& shortener, const DefinitionCatalog& catalog,
                                      const net::SecretStore& store, const SecretValues& typed) {
  const Provider provider = shortener.asProvider();
  auto definition = catalog.definitionOf(provider);
  if (!definition) return fail(definition.error());
  ReadyShortener ready{shortener, std::move(*definition), {}};
  QStringList missing;
  for (const SettingField& field : secretFields(ready.definition, provider)) {
    QString secret = typed.value(field.name);
    if (secret.isEmpty()) {
      auto kept = store.read(provider.name, field.name);
      if (!kept && kept.error().code != ErrorCode::NotFound) return fail(kept.error());
      secret = kept.value_or(QString());
    }
    if (secret.isEmpty() && field.required) missing << field.label;
    if (!secret.isEmpty()) ready.secrets.insert(field.name, secret);
  }
  if (missing.isEmpty()) return ready;
  return fail(ErrorCode::Credentials,
              QStringLiteral("The link shortener “%1” lacks: %2. Enter it under Link shorteners.")
                  .arg(shortener.name, missing.join(QStringLiteral(", "))));
}

Result<net::HttpRequest> shorteningRequest(const ReadyShortener& ready, const QString& link) {
  return buildShorten(ready.definition, ready.shortener.asProvider(), ready.secrets, link);
}

Result<QString> shortLinkIn(const ReadyShortener& ready, const net::HttpOutcome& outcome, const QString& link,
                            const QDateTime& now) {
  if (outcome.kind != net::HttpOutcome::Answered) {
    return fail(
        outcome.error.code,
        QStringLiteral("“%1” made no short link: %2 Try again.").arg(ready.shortener.name, outcome.error.message));
  }
  OutgoingMessage question;
  question.body = link;
  const SendVerdict verdict = readSend(ready.definition, outcome, question, ready.secrets, now);
  if (verdict.outcome == SendVerdict::Outcome::Accepted && !verdict.messageId.isEmpty())
    return verdict.messageId.trimmed();
  return fail(refusalOf(ready, verdict));
}

}  // namespace heliograph::providers
