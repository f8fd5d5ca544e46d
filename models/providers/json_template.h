// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"
#include "providers/text_template.h"

namespace heliograph::providers {

/// How tokens are written in a JSON template.
enum class TokenStyle { Braces, Dollars };

/// JSON text in which tokens stand inside strings only; everything outside strings stays byte for byte. Error:
/// InvalidInput, saying where it isn't JSON.
[[nodiscard]] Result<TextTemplate> parseJsonTemplate(const QString& text, TokenStyle style);

}  // namespace heliograph::providers
