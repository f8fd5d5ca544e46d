// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// The path under which a provider calls: "/callback/3/4f…". Its last part is made from a random key of the workspace,
/// so that nobody else can call. Replies come to the same with "/replies" behind it.
[[nodiscard]] Result<QString> callbackPath(const storage::Database& database, ProviderId provider);

}  // namespace heliograph::delivery
