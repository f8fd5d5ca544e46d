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

/// The end of an INSERT INTO suppression: an opt-out that is there already stays as it is, but one by an answer or a
/// provider, which a START takes back, becomes one by a person or an import, which it doesn't.
[[nodiscard]] inline QString keepingTheFirmer() {
  return QStringLiteral(
      " ON CONFLICT (channel, address_hash) DO UPDATE SET source = excluded.source, reason = excluded.reason "
      "WHERE suppression.source IN ('reply', 'provider') AND excluded.source IN ('import', 'person')");
}

}  // namespace heliograph::audience
