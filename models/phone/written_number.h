// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heliograph::phone {

/// A number apart from the way in which it was written.
struct WrittenNumber {
  int callingCode = 0;
  std::string national;  ///< digits, with the zeros that belong to it (Italy)
};

/// Reads what most files hold, digits with what people put between them, as libphonenumber reads it, but many times as
/// quickly and without its lock: with a plus, or as dialled in `region` (ISO 3166), with or without the trunk prefix
/// (0171 …), the country's own code or what is dialled before another's (00 …). Nothing for all that isn't beyond
/// doubt: that is to be asked of the library.
[[nodiscard]] std::optional<WrittenNumber> readWrittenNumber(std::string_view text, std::string_view region);

}  // namespace heliograph::phone
