// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "providers/routes/route_resolver.h"

namespace heliograph::providers {

/// Tells whether a provider is set up otherwise than before, a secret included: 32 bits of a hash of it all, so short
/// that no secret can be found out from it. May be kept in the workspace.
[[nodiscard]] QString setupMark(const ReadyProvider& provider);

}  // namespace heliograph::providers
