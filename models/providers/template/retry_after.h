// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <chrono>

namespace heliograph::providers {

/// What a Retry-After header asks for (RFC 9110, 10.2.3): seconds, or a date counted from `now`. At most a day; 0 for
/// none, a past date, or what can't be read.
[[nodiscard]] std::chrono::seconds parseRetryAfter(const QByteArray& header, const QDateTime& now);

}  // namespace heliograph::providers
