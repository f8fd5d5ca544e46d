// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/access_tokens.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <algorithm>

#include "net/http_client.h"
#include "providers/request/request_builder.h"
#include "providers/template/scrub.h"

namespace heliograph::providers {
namespace {

/// A request for a token that was never answered counts no more after this: its thread may have ended.
constexpr int kAskedHolds = 60;
constexpr int kUnsaidSeconds = 600;
constexpr int kMostSeconds = 24 * 60 * 60;

bool needsToken(const ReadyProvider& provider) {
  return provider.definition.authentication.strategy == Authentication::Strategy::OAuth2;
}

Result<net::HttpRequest> tokenRequestOf(const ReadyProvider& provider) {
  return buildTokenRequest(provider.definition, provider.provider, provider.secrets);
}

QString fingerprint(const ReadyProvider& provider, const net::HttpRequest& request) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(QByteArray::number(provider.provider.id.value) + '\n' + request.url.toEncoded() + '\n' + request.body +
               '\n' + net::headerValue(request.headers, "Authorization"));
  return QString::fromLatin1(hash.result().toHex());
}

/// The same for a provider of which no request can be made.
Result<QString> keyOf(const ReadyProvider& provider) {
  auto request = tokenRequestOf(provider);
  if (!request) return fail(request.error());
  return fingerprint(provider, *request);
}

Error noToken(const ReadyProvider& provider, const QString& why) {
  return Error{ErrorCode::Network,
               QStringLiteral("“%1” can't be used: no access token. %2").arg(provider.provider.name, why).trimmed(),
               {}};
}

}  // namespace

bool AccessTokens::isToAsk(const Token& token, const QDateTime& now) const {
  const bool isAsked = token.askedAt.isValid() && std::abs(token.askedAt.secsTo(now)) < kAskedHolds;
  const bool failedLately = token.failedAt.isValid() && std::abs(token.failedAt.secsTo(now)) < secondsBetweenFailures;
  return !isAsked && !failedLately && (token.value.isEmpty() || now >= token.renewFrom);
}

AccessTokens::Look AccessTokens::prepare(const std::shared_ptr<AccessTokens>& tokens, net::HttpClient& client,
                                         const ReadyProvider& provider, const Clock& clock) {
  if (!needsToken(provider)) return {};
  auto request = tokenRequestOf(provider);
  if (!request) return {State::Failed, request.error().message};
  const QString key = fingerprint(provider, *request);
  const QDateTime now = clock.now();
  const QMutexLocker lock(&tokens->m_mutex);
  Token& token = tokens->m_tokens[key];
  if (tokens->isToAsk(token, now)) {
    token.askedAt = now;
    client.send(std::move(*request), &client, [tokens, key, provider, &clock](const net::HttpOutcome& outcome) {
      tokens->answered(key, outcome, provider, clock.now());
    });
  }
  if (!token.value.isEmpty() && now < token.ends) return {};
  const bool isAsked = token.askedAt.isValid();
  // While it is tried again others go on taking over.
  return token.failedAt.isValid() ? Look{State::Failed, token.problem, isAsked} : Look{State::Waiting, {}, isAsked};
}

void AccessTokens::withToken(const std::shared_ptr<AccessTokens>& tokens, net::HttpClient& client,
                             const ReadyProvider& provider, const Clock& clock,
                             std::function<void(Result<SecretValues>)> done) {
  const Look look = prepare(tokens, client, provider, clock);
  if (look.state != State::Ready && look.isAsked) {
    // Whoever asks for it may be another thread.
    constexpr int againMs = 25;
    QTimer::singleShot(againMs, &client, [tokens, &client, provider, &clock, done = std::move(done)]() mutable {
      withToken(tokens, client, provider, clock, std::move(done));
    });
    return;
  }
  auto secrets = look.state == State::Ready ? tokens->secretsOf(provider, clock.now())
                                            : Result<SecretValues>(fail(noToken(provider, look.problem)));
  QMetaObject::invokeMethod(
      &client, [done = std::move(done), secrets = std::move(secrets)] { done(secrets); }, Qt::QueuedConnection);
}

Result<SecretValues> AccessTokens::secretsOf(const ReadyProvider& provider, const QDateTime& now) {
  if (!needsToken(provider)) return provider.secrets;
  auto key = keyOf(provider);
  if (!key) return fail(key.error());
  const QMutexLocker lock(&m_mutex);
  const Token& token = m_tokens[*key];
  if (token.value.isEmpty() || now >= token.ends) return fail(noToken(provider, token.problem));
  SecretValues secrets = provider.secrets;
  secrets.insert(oauthTokenName, token.value);
  return secrets;
}

bool AccessTokens::rejected(const ReadyProvider& provider, const QString& sent) {
  if (!needsToken(provider)) return false;
  const auto key = keyOf(provider);
  if (!key) return false;
  const QMutexLocker lock(&m_mutex);
  Token& token = m_tokens[*key];
  // Answers to requests that left with the same token come after it is gone already.
  if (token.value != sent) return true;
  if (token.isSecondChance) return false;
  token = Token();
  token.isSecondChance = true;
  return true;
}

void AccessTokens::taken(const ReadyProvider& provider) {
  if (!needsToken(provider)) return;
  const auto key = keyOf(provider);
  if (!key) return;
  const QMutexLocker lock(&m_mutex);
  Token& token = m_tokens[*key];
  if (!token.value.isEmpty()) token.isSecondChance = false;
}

void AccessTokens::answered(const QString& key, const net::HttpOutcome& outcome, const ReadyProvider& provider,
                            const QDateTime& now) {
  const auto granted = readToken(outcome, provider);
  const QMutexLocker lock(&m_mutex);
  Token& token = m_tokens[key];
  token.askedAt = {};
  token.failedAt = granted ? QDateTime() : now;
  token.problem = granted ? QString() : granted.error().message;
  if (!granted) return;
  const int ahead = std::min(60, granted->seconds / 10);
  token.value = granted->value;
  token.ends = now.addSecs(std::max(1, granted->seconds - ahead / 2));
  token.renewFrom = now.addSecs(std::max(1, granted->seconds - ahead));
}

Result<GrantedToken> readToken(const net::HttpOutcome& outcome, const ReadyProvider& provider) {
  if (outcome.kind != net::HttpOutcome::Answered) return fail(outcome.error);
  const QJsonObject json = QJsonDocument::fromJson(outcome.answer.body).object();
  const QString value = json.value(u"access_token").toString();
  const QString type = json.value(u"token_type").toString();
  const bool isBearer = type.isEmpty() || type.compare(QStringLiteral("bearer"), Qt::CaseInsensitive) == 0;
  const bool isGood = outcome.answer.status >= 200 && outcome.answer.status < 300 && !value.isEmpty();
  if (isGood && isBearer && escapeFor(Place::Header, value)) {
    const int said = json.value(u"expires_in").toVariant().toInt();
    return GrantedToken{value, said > 0 ? std::min(said, kMostSeconds) : kUnsaidSeconds};
  }
  const QString description = json.value(u"error_description").toString();
  const QString words = scrubWords(description.isEmpty() ? json.value(u"error").toString() : description, QString(),
                                   provider.secrets.values());
  const bool refused = outcome.answer.status == 400 || outcome.answer.status == 401 || outcome.answer.status == 403;
  return fail(refused ? ErrorCode::Credentials : ErrorCode::Refused,
              words.isEmpty()
                  ? QStringLiteral("The token's server answered with HTTP status %1.").arg(outcome.answer.status)
                  : QStringLiteral("The token's server says: %1").arg(words));
}

}  // namespace heliograph::providers
