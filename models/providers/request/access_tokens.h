// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMutex>
#include <functional>
#include <memory>
#include <unordered_map>

#include "core/clock.h"
#include "core/result.h"
#include "net/http_answer.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::net {
class HttpClient;
}

namespace heliograph::providers {

/// The access tokens of providers with OAuth 2.0 client credentials (RFC 6749, 4.4), shared by all threads of a program
/// and kept in memory only: asked for at first use, renewed before they end, and once after a 401. After a failed try
/// the next one waits for two minutes.
class AccessTokens final {
 public:
  enum class State {
    Ready,    ///< can be sent with: there is a token, or none is needed
    Waiting,  ///< one is being asked for
    Failed,   ///< there is none for now
  };
  struct Look {
    State state = State::Ready;
    QString problem;       ///< of Failed, for the person
    bool isAsked = false;  ///< a request for one is under way
  };

  static constexpr int secondsBetweenFailures = 120;

  AccessTokens() = default;
  Q_DISABLE_COPY_MOVE(AccessTokens)

  /// Whether this provider can be sent through now; asks for a token where it is time to. `client` lives in the calling
  /// thread; it and `clock` outlive the answer or it is dropped. `tokens` is this object.
  static Look prepare(const std::shared_ptr<AccessTokens>& tokens, net::HttpClient& client,
                      const ReadyProvider& provider, const Clock& clock);
  /// Calls `done` once, in the calling thread and not from inside, with the secrets and the token among them, as a
  /// request is built with. Asks for a token if there is none. Errors: what the token's server said, and for two
  /// minutes after it the same again.
  static void withToken(const std::shared_ptr<AccessTokens>& tokens, net::HttpClient& client,
                        const ReadyProvider& provider, const Clock& clock,
                        std::function<void(Result<SecretValues>)> done);
  /// The secrets with the token that is there; without one where none is needed. Error: Network if there is none now.
  [[nodiscard]] Result<SecretValues> secretsOf(const ReadyProvider& provider, const QDateTime& now);

  /// The provider answered 401 to a request with the token `sent`. True if another one is to be asked for and the
  /// message may be tried once more: not if the token was a new one already.
  [[nodiscard]] bool rejected(const ReadyProvider& provider, const QString& sent);
  /// The provider answered otherwise: the token is good.
  void taken(const ReadyProvider& provider);

 private:
  struct Token {
    QString value;
    QDateTime ends;       ///< not used from then on
    QDateTime renewFrom;  ///< another one is asked for
    QDateTime askedAt;    ///< a request for one is under way since; invalid: none is
    QDateTime failedAt;
    QString problem;
    bool isSecondChance = false;  ///< asked for after a 401, and nothing else was answered since
  };

  [[nodiscard]] bool isToAsk(const Token& token, const QDateTime& now) const;
  void answered(const QString& key, const net::HttpOutcome& outcome, const ReadyProvider& provider,
                const QDateTime& now);

  QMutex m_mutex;
  std::unordered_map<QString, Token> m_tokens;  ///< by a fingerprint of what it is asked with
};

/// What the answer of a token's server holds.
struct GrantedToken {
  QString value;
  int seconds = 0;  ///< how long it holds
};

/// Error: Refused or Credentials with the server's words, Network for no answer.
[[nodiscard]] Result<GrantedToken> readToken(const net::HttpOutcome& outcome, const ReadyProvider& provider);

}  // namespace heliograph::providers
