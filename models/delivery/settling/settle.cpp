// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/settle.h"

#include <QPromise>
#include <memory>

namespace heliograph::delivery {

Result<int> Settle::asSent(const UnclearSelection& selection) const {
  return UnclearRepository(m_context.database).settleSent(selection);
}

Result<int> Settle::asNotSent(const UnclearSelection& selection) const {
  return UnclearRepository(m_context.database).settleNotSent(selection);
}

QFuture<Result<AskReport>> Settle::ask(const UnclearSelection& selection) const {
  auto promise = std::make_shared<QPromise<Result<AskReport>>>();
  promise->start();
  auto future = promise->future();
  m_http.post([context = m_context, selection, promise](net::HttpClient& client) {
    const auto end = [promise](Result<AskReport> report) {
      promise->addResult(std::move(report));
      promise->finish();
    };
    auto rows = UnclearRepository(context.database).list(selection);
    if (!rows) return end(fail(rows.error()));
    UnclearAsking::start(context, client, *rows, end);
  });
  return future;
}

}  // namespace heliograph::delivery
