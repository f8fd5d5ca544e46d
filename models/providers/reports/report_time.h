// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace heliograph::providers {

/// An instant in one of the ways providers write it: seconds or milliseconds since 1970, ISO 8601 (also with a space
/// for the T), RFC 2822. `zone` (IANA; empty: UTC) is for those without one. Invalid for anything else.
[[nodiscard]] QDateTime parseReportTime(const QString& text, const QByteArray& zone = {});

}  // namespace heliograph::providers
