// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph::message {

/// Septets a character takes in the GSM 7 bit default alphabet: 1, 2 for those of the extension table, 0 for those that
/// it doesn't have (3GPP TS 23.038, 6.2.1 and 6.2.1.1; no national language tables).
[[nodiscard]] int gsmSeptets(char32_t codepoint);

}  // namespace heliograph::message
