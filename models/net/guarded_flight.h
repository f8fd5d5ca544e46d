// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QPointer>
#include <QTimer>

#include "net/guarded_fetch.h"

namespace heliograph::net {

/// One fetch of a GuardedFetcher, over all its redirects. Deletes itself at its end.
class GuardedFlight final : public QObject {
  Q_OBJECT

 public:
  GuardedFlight(HttpClient& client, NameResolver& resolver, GuardedRequest request, QObject* context,
                GuardedFetcher::Callback callback, QObject* parent);

  /// Begins; called once.
  void begin();

 private:
  void hop();
  void found(const QList<QHostAddress>& addresses);
  void ask();
  void answered(HttpOutcome outcome);
  /// Goes where the answer leads; false if it doesn't lead anywhere.
  [[nodiscard]] bool redirected(const HttpAnswer& answer);
  [[nodiscard]] bool isAllowed(const QHostAddress& address) const;
  void end(GuardedOutcome::End end, HttpAnswer answer = {});

  HttpClient& m_client;
  NameResolver& m_resolver;
  GuardedRequest m_request;
  QPointer<QObject> m_context;
  GuardedFetcher::Callback m_callback;
  QDeadlineTimer m_deadline;
  QTimer m_timer;
  QList<QHostAddress> m_addresses;  ///< of this hop, checked, not yet tried
  int m_redirects = 0;
  bool m_ended = false;
};

}  // namespace heliograph::net
