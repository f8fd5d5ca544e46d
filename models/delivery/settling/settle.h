// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

#include "core/result.h"
#include "delivery/delivery_context.h"
#include "delivery/http_thread.h"
#include "delivery/settling/unclear_asking.h"

namespace heliograph::delivery {

/// Settles rows of which nobody knows whether they arrived.
class Settle final {
 public:
  Settle(const DeliveryContext& context, HttpThread& http) : m_context(context), m_http(http) {}

  /// A person says they were sent. Gives how many rows that settled. Blocking.
  [[nodiscard]] Result<int> asSent(const UnclearSelection& selection) const;
  /// A person says they were not: they can be sent again, as a new try, and the run goes on. Rows of a stopped run
  /// become skipped. Blocking.
  [[nodiscard]] Result<int> asNotSent(const UnclearSelection& selection) const;
  /// Asks the providers. Only a message that is found is settled; "not found" may also mean "not yet".
  [[nodiscard]] QFuture<Result<AskReport>> ask(const UnclearSelection& selection) const;

 private:
  DeliveryContext m_context;
  HttpThread& m_http;
};

}  // namespace heliograph::delivery
