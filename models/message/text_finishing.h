// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "message/text_rules.h"

namespace heliograph::message {

/// Does with a rendered text what the rules say. `textedBefore`: the person got a text from this workspace already.
void finishText(const TextRules& rules, bool textedBefore, std::string& text);

/// True if finishText() may change a text.
[[nodiscard]] bool changesTexts(const TextRules& rules);

}  // namespace heliograph::message
