// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "storage/native_statement.h"

namespace heliograph::audience {

/// A value as it is stored; monostate leaves what is known.
using StoredValue = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// Binds it, monostate as NULL. A text must live until the next step().
inline void bindStored(storage::NativeStatement& statement, int position, const StoredValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    statement.bindText(position, *text);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    statement.bind(position, *whole);
  } else if (const auto* real = std::get_if<double>(&value)) {
    statement.bind(position, *real);
  } else {
    statement.bindNull(position);
  }
}

}  // namespace heliograph::audience
