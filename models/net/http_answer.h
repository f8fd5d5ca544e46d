// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/http_request.h"

namespace heliograph::net {

/// A whole answer: nothing of it is missing.
struct HttpAnswer {
  int status = 0;
  HttpHeaders headers;
  QByteArray body;
};

/// How one request ended.
struct HttpOutcome {
  enum Kind {
    Answered,  ///< a whole answer came, whatever its status (a redirect and a 500 are answers too)
    NotSent,   ///< certain: the server never had the whole request, so it may be sent again or elsewhere
    Unclear,   ///< it may have arrived: never send it again by itself
  };

  Kind kind = NotSent;
  HttpAnswer answer;  ///< Answered: the answer. Unclear: status and headers if they were read, without a body
  Error error;        ///< NotSent and Unclear: why, for a person; `detail` for the log
};

}  // namespace heliograph::net
