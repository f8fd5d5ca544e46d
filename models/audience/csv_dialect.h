// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringConverter>
#include <optional>
#include <string_view>

namespace heliograph::audience {

/// The encoding a byte order mark at the beginning tells of; UTF-8 without one. `markLength` is the mark's bytes.
[[nodiscard]] QStringConverter::Encoding csvEncoding(std::string_view beginning, int& markLength);

/// The delimiter among comma, semicolon, tab and bar that splits the first lines into the most even records; a first
/// line "sep=;" decides. Comma if none does.
[[nodiscard]] char csvDelimiter(std::string_view beginning);

/// Length of a first line "sep=;" with its end, 0 without one.
[[nodiscard]] std::size_t csvSeparatorLine(std::string_view beginning);

}  // namespace heliograph::audience
