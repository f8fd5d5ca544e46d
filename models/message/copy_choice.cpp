// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/copy_choice.h"

namespace heliograph::message {

int drawnLot(quint64 seed, std::string_view identity) {
  // FNV-1a over the identity, then the finish of SplitMix64, so that near identities get unlike lots.
  quint64 hash = 0xCBF29CE484222325ULL ^ seed;
  for (const char c : identity) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash += 0x9E3779B97F4A7C15ULL * (seed + 1);
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBULL;
  hash ^= hash >> 31;
  return static_cast<int>(hash % 10'000);
}

}  // namespace heliograph::message
