// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliograph::audience {

/// A fast 64-bit checksum against damage, not against forgery.
[[nodiscard]] std::uint64_t checksumOf(const void* data, std::size_t size);

}  // namespace heliograph::audience
