// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"

namespace heliograph::providers {

/// A base URL that requests may go to: https anywhere, http only on this machine, without user, query or fragment.
/// Error: InvalidInput in words.
[[nodiscard]] Result<> checkBaseUrl(const QString& url);

}  // namespace heliograph::providers
