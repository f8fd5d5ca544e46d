// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include "net/http_request.h"

namespace heliograph::library {

/// What a source answered.
struct LinkedAnswer {
  static constexpr qint64 mostBytes = 256 * 1024;

  int status = 0;
  net::HttpHeaders headers;
  QByteArray body;
  QDateTime fetchedAt;  ///< UTC

  bool operator==(const LinkedAnswer&) const = default;
};

/// Stable codes of why there is no linked content for a person, as they stand in the workspace, in JSON and in CSV.
namespace linked_failure {
inline constexpr QLatin1String badUrl("linked_bad_url");
inline constexpr QLatin1String refusedAddress("linked_refused_address");
inline constexpr QLatin1String unauthorised("linked_unauthorised");
inline constexpr QLatin1String redirected("linked_3xx");
inline constexpr QLatin1String clientError("linked_4xx");
inline constexpr QLatin1String serverError("linked_5xx");
inline constexpr QLatin1String timeout("linked_timeout");
inline constexpr QLatin1String unreachable("linked_unreachable");
inline constexpr QLatin1String tooLarge("linked_too_large");
inline constexpr QLatin1String notJson("linked_not_json");
inline constexpr QLatin1String cancelled("linked_cancelled");  ///< never on a row: the program was ending
}  // namespace linked_failure

}  // namespace heliograph::library
