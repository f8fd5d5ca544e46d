// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/gsm_alphabet.h"

#include <array>
#include <string_view>

namespace heliograph::message {
namespace {

constexpr std::u32string_view kBasic =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    U"abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u32string_view kExtension = U"\f^{}\\[~]|€";

/// Septets for U+0000 … U+00FF; nearly every character of a message is here.
constexpr std::array<unsigned char, 256> latinTable() {
  std::array<unsigned char, 256> table{};
  for (const char32_t c : kBasic) {
    if (c < 256) table[c] = 1;
  }
  for (const char32_t c : kExtension) {
    if (c < 256) table[c] = 2;
  }
  return table;
}

constexpr auto kLatin = latinTable();

}  // namespace

int gsmSeptets(char32_t codepoint) {
  if (codepoint < 256) return kLatin[codepoint];
  if (codepoint == U'€') return 2;
  if (codepoint < U'Γ' || codepoint > U'Ω') return 0;
  return kBasic.find(codepoint) == std::u32string_view::npos ? 0 : 1;
}

}  // namespace heliograph::message
