// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::audience {

/// Whether a text was on its way to a row of `profile AS p` before: accepted, unclear, or just leaving. What was
/// refused or left out doesn't count, nor do tests.
[[nodiscard]] inline QString textedBeforeSql() {
  return QStringLiteral(
      "EXISTS (SELECT 1 FROM outbox AS o WHERE o.profile_id = p.id AND o.state IN ('sending', 'accepted', "
      "'in_doubt'))");
}

/// The ids of everybody of whom that is true.
[[nodiscard]] inline QString textedPeopleSql() {
  return QStringLiteral("SELECT profile_id FROM outbox WHERE state IN ('sending', 'accepted', 'in_doubt')");
}

}  // namespace heliograph::audience
