// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/call.h"

namespace heliograph::cli {

/// "group simulate NAME --fault PROVIDER=KIND …": who would take each message while members have faults.
[[nodiscard]] Result<> simulateFailure(Call& call);

}  // namespace heliograph::cli
