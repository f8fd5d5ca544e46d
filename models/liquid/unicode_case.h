// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph::liquid {

/// The simple upper and lower case of a code point; itself when it has none.
char32_t upperCase(char32_t point);
char32_t lowerCase(char32_t point);

}  // namespace heliograph::liquid
