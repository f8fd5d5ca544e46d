// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include "app/cli/console.h"
#include "app/workspace/workspace.h"
#include "core/result.h"

namespace heliograph::cli {

/// Secrets by field name, as a person gave them.
using SecretInput = QMap<QString, QString>;

/// Reads `{"field": "secret"}` from standard input. Errors: InvalidInput, which never quotes what was read.
[[nodiscard]] Result<SecretInput> readSecretInput(Console& console);

/// Keeps the secrets in the workspace's secret store under the provider's name. Errors: InvalidInput for a field that
/// is no secret of it, and those of the store, with what to do instead.
[[nodiscard]] Result<> keepSecrets(app::Workspace& workspace, const providers::Provider& provider,
                                   const SecretInput& secrets);

/// Forgets every secret of the provider as far as the stores allow.
void forgetSecrets(app::Workspace& workspace, const providers::Provider& provider);

}  // namespace heliograph::cli
