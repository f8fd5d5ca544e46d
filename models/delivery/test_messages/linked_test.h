// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

#include "delivery/delivery_context.h"
#include "delivery/http_thread.h"
#include "library/linked_fetcher.h"

namespace heliograph::delivery {

/// A question to a source, with sample values.
struct LinkedTestRequest {
  library::LinkedSource source;   ///< stored or not
  library::LinkedValues secrets;  ///< by field, as they were typed; others are read from the store
  library::LinkedValues parameters;
};

/// What came of it.
struct LinkedTestResult {
  QString failure;               ///< a code of library::linked_failure; empty: content for a message
  int status = 0;                ///< of HTTP; 0 when no answer came
  qint64 milliseconds = 0;       ///< that it took
  library::LinkedAnswer answer;  ///< if one came; without secrets
  library::LinkedValues parameters;
};

/// Tests sources: asks once and now, whatever is kept.
class LinkedTest final {
 public:
  LinkedTest(const DeliveryContext& context, HttpThread& http, library::LinkedFetchOptions options = {})
      : m_context(context), m_http(http), m_options(std::move(options)) {}

  /// Errors (nothing was asked then): InvalidInput for a source that can't be, Credentials for a secret that isn't
  /// there, those of the store. The future ends once.
  [[nodiscard]] QFuture<Result<LinkedTestResult>> run(const LinkedTestRequest& request) const;

 private:
  DeliveryContext m_context;
  HttpThread& m_http;
  library::LinkedFetchOptions m_options;
};

}  // namespace heliograph::delivery
