// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace heliograph::audience {
namespace {

constexpr std::uint64_t kChecksumFactor = 0x9E3779B97F4A7C15;
constexpr std::uint64_t kOtherChecksumFactor = 0xC2B2AE3D27D4EB4F;

/// Every input changes the sum: multiplying by an odd number and turning can be undone.
std::uint64_t mixInto(std::uint64_t sum, std::uint64_t input) {
  return std::rotl(sum + input * kOtherChecksumFactor, 31) * kChecksumFactor;
}

}  // namespace

std::uint64_t checksumOf(const void* data, std::size_t size) {
  std::array<std::uint64_t, 4> lanes{kChecksumFactor, kOtherChecksumFactor, 1, size};
  std::array<std::uint64_t, 4> input{};
  const auto* at = static_cast<const char*>(data);
  std::size_t left = size;
  for (; left >= sizeof input; left -= sizeof input, at += sizeof input) {
    std::memcpy(input.data(), at, sizeof input);
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = mixInto(lanes[i], input[i]);
  }
  input = {};
  if (left > 0) std::memcpy(input.data(), at, left);
  std::uint64_t sum = size;
  for (std::size_t i = 0; i < lanes.size(); ++i) sum = mixInto(sum, mixInto(lanes[i], input[i]));
  return sum ^ (sum >> 32);
}

}  // namespace heliograph::audience
