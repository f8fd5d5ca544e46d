// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <deque>
#include <map>
#include <memory>

#include "core/clock.h"
#include "library/linked_cache.h"
#include "library/linked_request.h"
#include "net/guarded_fetch.h"
#include "net/http_client.h"

namespace heliograph::library {

/// How sources are asked. Tests change the times, the resolver and the trusted authorities; nobody else needs to.
struct LinkedFetchOptions {
  int atATime = 20;                         ///< questions under way of one fetcher
  std::chrono::milliseconds timeout{5000};  ///< for one question, redirects and all
  std::shared_ptr<net::NameResolver> resolver = std::make_shared<net::SystemNameResolver>();
  // A connection of its own for each question: one that the server has just closed would fail, and can't be repeated.
  net::HttpClientOptions http = {.managers = 4, .reuseConnections = false};
};

/// Asks sources, each question once within five minutes. Lives in one thread with an event loop; so do the callbacks.
/// Nothing of an address, a header or an answer is logged.
class LinkedFetcher final : public QObject {
  Q_OBJECT

 public:
  /// All outlive it.
  LinkedFetcher(LinkedCache& cache, const Clock& clock, const LinkedFetchOptions& options, QObject* parent = nullptr);
  /// What is under way ends as cancelled for everybody else who waits for it.
  ~LinkedFetcher() override;
  Q_DISABLE_COPY_MOVE(LinkedFetcher)

  /// Calls back once, maybe from inside the call, unless `context` or this is destroyed before.
  void fetch(const std::shared_ptr<const ReadySource>& ready, const LinkedValues& parameters, QObject* context,
             const LinkedCallback& callback);

  /// Asks now, whatever is kept, and gives the answer itself, too. Nothing of it is kept.
  void test(const std::shared_ptr<const ReadySource>& ready, const LinkedValues& parameters, QObject* context,
            const LinkedCallback& callback);

 private:
  struct Question {
    std::shared_ptr<const ReadySource> ready;
    net::GuardedRequest request;
    QByteArray key;  ///< empty: a test
    QPointer<QObject> context;
    LinkedCallback callback;
  };

  void askNext();
  void answered(const Question& question, const net::GuardedOutcome& outcome);
  [[nodiscard]] LinkedOutcome read(const Question& question, const net::GuardedOutcome& outcome) const;
  void tell(const Question& question, const LinkedOutcome& outcome);

  LinkedCache& m_cache;
  const Clock& m_clock;
  LinkedFetchOptions m_options;
  net::HttpClient m_client;
  net::GuardedFetcher m_guarded;
  std::deque<Question> m_line;
  std::map<int, QByteArray> m_underWay;  ///< keys of what is asked just now
  int m_serial = 0;
  int m_asking = 0;
};

}  // namespace heliograph::library
