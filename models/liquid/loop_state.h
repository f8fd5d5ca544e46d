// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace heliograph::liquid {

/// What forloop and tablerowloop tell. Lives in the render's scratch memory, so that a kept forloop stays readable.
struct LoopState {
  std::string_view name;
  LoopState* parent = nullptr;
  std::int64_t length = 0;
  std::int64_t index = 0;
  std::int64_t columns = 0;
  std::int64_t column = 1;
  std::int64_t row = 1;
  bool isTable = false;
};

}  // namespace heliograph::liquid
