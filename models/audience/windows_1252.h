// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <string>
#include <string_view>

namespace heliograph::audience {

/// Whether what is left to read is Windows-1252, as Western spreadsheets export it: most bytes beyond ASCII don't form
/// UTF-8, and none is undefined in Windows-1252. Reads until enough of them were seen, else to the end.
[[nodiscard]] bool looksLikeWindows1252(QIODevice& device);

/// Adds Windows-1252 bytes to a text, as UTF-8.
void appendWindows1252(std::string& text, std::string_view bytes);

}  // namespace heliograph::audience
