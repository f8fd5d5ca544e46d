// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace heliograph::audience {

/// The text without blanks at its ends.
[[nodiscard]] std::string_view trimmedCell(std::string_view text);

/// A number with a decimal point; no thousands separators, no infinities. Whole ones stay whole.
[[nodiscard]] std::optional<std::variant<std::int64_t, double>> readNumber(std::string_view text);

/// Whether a text looks like an amount and not like a code: a number without leading zeros or a plus, of at most 15
/// digits.
[[nodiscard]] bool looksLikeNumber(std::string_view text);

/// true, yes, y, t, on, 1; false, no, n, f, off, 0; without regard to case.
[[nodiscard]] std::optional<bool> readBoolean(std::string_view text);

/// Whether a text is one of the words of readBoolean(), not a digit or a single letter.
[[nodiscard]] bool looksLikeBoolean(std::string_view text);

/// Whether the bytes are UTF-8.
[[nodiscard]] bool isUtf8(std::string_view text);

}  // namespace heliograph::audience
