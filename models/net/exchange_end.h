// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>
#include <optional>

#include "net/http_answer.h"

namespace heliograph::net {

/// What is known of one try when it ends.
struct ExchangeEnd {
  enum class Cut { None, Deadline, Silence, TooLong, Cancelled };

  Cut cut = Cut::None;  ///< whether, and why, the client ended it
  QNetworkReply::NetworkError error = QNetworkReply::NoError;
  int status = 0;                       ///< 0: no header was read
  std::optional<qint64> contentLength;  ///< as the server announced it
  bool isChunked = false;               ///< the answer tells its own end
  qint64 received = 0;                  ///< bytes of the answer's body
  qint64 bodySize = 0;                  ///< of the request
  qint64 bodyTaken = 0;                 ///< of it, how much was on its way
  bool requestSent = false;             ///< Qt said that it had written the whole request
};

/// Whether the server can have had the whole request, and whether its answer is whole.
[[nodiscard]] HttpOutcome::Kind kindOf(const ExchangeEnd& end);

/// Why there is no answer, in words for a person; `host` is named in them.
[[nodiscard]] Error errorOf(const ExchangeEnd& end, HttpOutcome::Kind kind, const QString& host);

}  // namespace heliograph::net
