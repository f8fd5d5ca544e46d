// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace heliograph::liquid {

/// The candidate that differs from a misspelt word by at most two letters, or empty.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace heliograph::liquid
