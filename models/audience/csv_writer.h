// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace heliograph::audience {

/// One line of CSV by RFC 4180, UTF-8, with CRLF at its end. Fields that a spreadsheet would take for a formula are not
/// changed.
[[nodiscard]] QByteArray csvLine(const QStringList& fields);

}  // namespace heliograph::audience
