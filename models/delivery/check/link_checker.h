// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QStringList>
#include <functional>
#include <vector>

#include "campaign/issue.h"
#include "core/clock.h"
#include "net/guarded_fetch.h"

namespace heliograph::delivery {

/// What asking for one link has shown.
struct LinkFinding {
  QString link;
  bool isFine = false;
  QString code;  ///< "fine", "dead", "unreachable", "timeout", "private", "redirects", or one of campaign::linkFault()
  QString text;  ///< a sentence
  QDateTime at;  ///< UTC

  bool operator==(const LinkFinding&) const = default;
};

/// Asks for links as a phone would, on demand: each once by GET (shops answer HEAD wrongly too often), within 5 seconds
/// and 5 redirects, over http and https, never inside of the own network. Of a page only the beginning is read.
/// Lives in the thread of the client; so do its callbacks.
class LinkChecker final : public QObject {
  Q_OBJECT

 public:
  using Callback = std::function<void(const std::vector<LinkFinding>&)>;

  /// All outlive it. `allowPrivate`: for tests against servers on this computer.
  LinkChecker(net::HttpClient& client, net::NameResolver& resolver, const Clock& clock, bool allowPrivate = false,
              QObject* parent = nullptr);

  /// Calls back once with a finding for each link, in their order, unless `context` or this is destroyed before.
  void check(const QStringList& links, QObject* context, Callback callback);

 private:
  struct Round;
  [[nodiscard]] LinkFinding findingOf(const QString& link, const net::GuardedOutcome& outcome) const;

  net::GuardedFetcher m_fetcher;
  const Clock& m_clock;
  bool m_allowPrivate;
};

class HttpThread;

/// LinkChecker::check() on the thread for single requests.
[[nodiscard]] QFuture<std::vector<LinkFinding>> askForLinks(HttpThread& http, const Clock& clock,
                                                            const QStringList& links, bool allowPrivate = false);

}  // namespace heliograph::delivery
