// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// The names of the campaigns that use a source of linked content, by mapping it, in their texts or through a snippet:
/// drafts with the library as it is, and published ones that aren't sent yet with what they were published with.
[[nodiscard]] Result<QStringList> campaignsUsingLinked(const storage::Database& database, const Clock& clock,
                                                       const QString& source);

}  // namespace heliograph::campaign
