// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "core/result.h"
#include "providers/answer/answer_reader.h"

namespace heliograph::cli {

/// Asks the provider whether the account is good, waits for the answer, and notes it in the workspace. Errors:
/// Credentials (a secret is missing), Unsupported (this kind can't be asked), those of storage.
[[nodiscard]] Result<providers::AccountVerdict> verifyProvider(app::Workspace& workspace,
                                                               const providers::Provider& provider);

}  // namespace heliograph::cli
