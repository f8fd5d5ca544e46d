// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "core/result.h"

namespace heliograph::providers {

/// Checks a JSON document against a compiled-in JSON schema (draft 7), ":/schemas/provider.schema.json" for one.
/// Error: InvalidInput; the message names line and column of what isn't JSON, or the place ("send/answer/rules/2") and
/// what is wrong there. Internal if the schema itself can't be read.
[[nodiscard]] Result<> checkAgainstSchema(const QByteArray& json, const QString& schemaPath);

}  // namespace heliograph::providers
