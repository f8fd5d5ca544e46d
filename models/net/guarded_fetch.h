// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <functional>

#include "net/http_client.h"
#include "net/name_resolver.h"

namespace heliograph::net {

/// A GET to an address that somebody has written into a form, and that may hold what others have written.
struct GuardedRequest {
  static constexpr int mostRedirects = 5;

  QUrl url;
  HttpHeaders headers;  ///< sent to the host of `url` only, not to one that it redirects to
  bool allowPrivate = false;
  std::chrono::milliseconds deadline{5000};  ///< for all of it: look-ups, redirects, the answer
  qint64 maxAnswerBytes = 256 * 1024;
};

/// How it ended.
struct GuardedOutcome {
  enum class End {
    Answered,        ///< a whole answer, whatever its status; 3xx: a redirect that leads nowhere, or one too many
    BadUrl,          ///< no http or https address
    RefusedAddress,  ///< it, or a redirect, leads to an address that isn't public, or away from http and https
    Timeout,
    Unreachable,  ///< no such name, no connection, no identity proved, or it broke off
    TooLarge,
    Cancelled,
  };

  End end = End::Cancelled;
  HttpAnswer answer;  ///< Answered; of one that was too large its status and headers
  QUrl url;           ///< the last one asked, after redirects
};

/// Fetches what other people's addresses lead to without being led into the own network. Each host is looked up and
/// all its addresses are checked; the connection is then made to a checked address itself, with the host's name in the
/// Host header and for TLS, so that a second look-up can't give another one. Redirects are followed by hand, each
/// checked in the same way. Asks once: nothing is repeated when a connection breaks.
///
/// Lives in the thread of `client`; so do its callbacks.
class GuardedFetcher final : public QObject {
  Q_OBJECT

 public:
  using Callback = std::function<void(const GuardedOutcome&)>;

  /// Both outlive it.
  GuardedFetcher(HttpClient& client, NameResolver& resolver, QObject* parent = nullptr);
  ~GuardedFetcher() override;
  Q_DISABLE_COPY_MOVE(GuardedFetcher)

  /// Calls back once, later, unless `context` or this is destroyed before.
  void fetch(GuardedRequest request, QObject* context, Callback callback);

 private:
  HttpClient& m_client;
  NameResolver& m_resolver;
};

}  // namespace heliograph::net
