// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::audience {

/// Whether a row of `profile AS p` must not be texted: the person opted out, or the address did.
[[nodiscard]] inline QString unsubscribedSql() {
  return QStringLiteral(
      "(p.opted_out OR EXISTS (SELECT 1 FROM suppression AS s WHERE s.channel = 'sms' AND s.address_hash = "
      "p.address_hash))");
}

}  // namespace heliograph::audience
