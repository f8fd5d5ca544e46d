// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/guarded_fetch.h"

#include "net/guarded_flight.h"

namespace heliograph::net {

GuardedFetcher::GuardedFetcher(HttpClient& client, NameResolver& resolver, QObject* parent)
    : QObject(parent), m_client(client), m_resolver(resolver) {}

GuardedFetcher::~GuardedFetcher() = default;

void GuardedFetcher::fetch(GuardedRequest request, QObject* context, Callback callback) {
  auto* flight = new GuardedFlight(m_client, m_resolver, std::move(request), context, std::move(callback), this);
  // Later, so that what is refused at once isn't answered from inside the call.
  QMetaObject::invokeMethod(flight, &GuardedFlight::begin, Qt::QueuedConnection);
}

}  // namespace heliograph::net
