// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace heliograph::storage {

/// Writes the text without its case by Unicode's rules (as QString::toCaseFolded) to `folded`; false, without anything
/// to be read there, if the text is as it was.
bool foldText(std::string_view text, std::string& folded);

}  // namespace heliograph::storage
