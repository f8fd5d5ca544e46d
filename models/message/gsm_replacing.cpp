// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/gsm_replacing.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "message/gsm_alphabet.h"
#include "message/utf8_reader.h"

namespace heliograph::message {
namespace {

struct GsmLikeness {
  char32_t from;
  std::string_view to;
};

/// Sorted by character.
constexpr GsmLikeness kLikenesses[] = {
    {0x0009, " "},    {0x0060, "'"},   {0x0085, "\n"}, {0x00A0, " "},  {0x00A6, "|"},   {0x00A9, "(C)"}, {0x00AB, "\""},
    {0x00AD, ""},     {0x00AE, "(R)"}, {0x00B4, "'"},  {0x00B7, "."},  {0x00BB, "\""},  {0x00D7, "x"},   {0x0132, "IJ"},
    {0x0133, "ij"},   {0x02BB, "'"},   {0x02BC, "'"},  {0x1680, " "},  {0x180E, ""},    {0x2000, " "},   {0x2001, " "},
    {0x2002, " "},    {0x2003, " "},   {0x2004, " "},  {0x2005, " "},  {0x2006, " "},   {0x2007, " "},   {0x2008, " "},
    {0x2009, " "},    {0x200A, " "},   {0x200B, ""},   {0x200C, ""},   {0x200D, ""},    {0x200E, ""},    {0x200F, ""},
    {0x2010, "-"},    {0x2011, "-"},   {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},   {0x2015, "-"},   {0x2018, "'"},
    {0x2019, "'"},    {0x201A, "'"},   {0x201B, "'"},  {0x201C, "\""}, {0x201D, "\""},  {0x201E, "\""},  {0x201F, "\""},
    {0x2022, "*"},    {0x2023, "*"},   {0x2024, "."},  {0x2025, ".."}, {0x2026, "..."}, {0x2028, "\n"},  {0x2029, "\n"},
    {0x202A, ""},     {0x202B, ""},    {0x202C, ""},   {0x202D, ""},   {0x202E, ""},    {0x202F, " "},   {0x2032, "'"},
    {0x2033, "\""},   {0x2035, "'"},   {0x2036, "\""}, {0x2039, "'"},  {0x203A, "'"},   {0x203C, "!!"},  {0x2043, "-"},
    {0x2044, "/"},    {0x2047, "??"},  {0x2048, "?!"}, {0x2049, "!?"}, {0x205F, " "},   {0x2060, ""},    {0x2061, ""},
    {0x2062, ""},     {0x2063, ""},    {0x2064, ""},   {0x2066, ""},   {0x2067, ""},    {0x2068, ""},    {0x2069, ""},
    {0x2122, "(TM)"}, {0x2126, "Ω"},   {0x212A, "K"},  {0x212B, "Å"},  {0x2190, "<-"},  {0x2192, "->"},  {0x2212, "-"},
    {0x2215, "/"},    {0x2217, "*"},   {0x2219, "*"},  {0x2223, "|"},  {0x2236, ":"},   {0x223C, "~"},   {0x25AA, "*"},
    {0x25CF, "*"},    {0x25E6, "*"},   {0x2E3A, "-"},  {0x2E3B, "-"},  {0x3000, " "},   {0x301D, "\""},  {0x301E, "\""},
    {0x301F, "\""},   {0xFB00, "ff"},  {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"},
    {0xFB06, "st"},   {0xFE0E, ""},    {0xFE0F, ""},   {0xFE58, "-"},  {0xFE63, "-"},   {0xFEFF, ""},    {0xFF40, "'"},
    {0xFFE1, "£"},    {0xFFE5, "¥"}};
static_assert(std::is_sorted(std::begin(kLikenesses), std::end(kLikenesses),
                             [](const GsmLikeness& a, const GsmLikeness& b) { return a.from < b.from; }));

constexpr char32_t kFullWidthFirst = 0xFF01;
constexpr char32_t kFullWidthLast = 0xFF5E;

/// The printable ASCII characters, one after the other.
constexpr auto kAscii = [] {
  std::array<char, 0x7F> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<char>(i);
  return all;
}();

struct GsmComposition {
  char base;
  char32_t mark;
  std::string_view composed;
};

/// Letters of GSM-7 that some systems write as a letter and a combining mark.
constexpr GsmComposition kCompositions[] = {
    {'a', 0x0300, "à"}, {'e', 0x0300, "è"}, {'i', 0x0300, "ì"}, {'o', 0x0300, "ò"}, {'u', 0x0300, "ù"},
    {'e', 0x0301, "é"}, {'E', 0x0301, "É"}, {'n', 0x0303, "ñ"}, {'N', 0x0303, "Ñ"}, {'a', 0x0308, "ä"},
    {'o', 0x0308, "ö"}, {'u', 0x0308, "ü"}, {'A', 0x0308, "Ä"}, {'O', 0x0308, "Ö"}, {'U', 0x0308, "Ü"},
    {'a', 0x030A, "å"}, {'A', 0x030A, "Å"}, {'C', 0x0327, "Ç"},
};

std::optional<std::string_view> gsmComposed(char32_t base, char32_t mark) {
  if (mark < 0x0300 || mark > 0x036F) return std::nullopt;
  for (const GsmComposition& each : kCompositions) {
    if (static_cast<char32_t>(each.base) == base && each.mark == mark) return each.composed;
  }
  return std::nullopt;
}

/// The first byte that is not a plain character of GSM-7 in ASCII.
std::size_t firstUnusual(std::string_view utf8) {
  static constexpr auto kUsual = [] {
    std::array<bool, 256> usual{};
    for (std::size_t c = 0x20; c < 0x7F; ++c) usual[c] = c != '`';
    usual['\n'] = usual['\r'] = usual['\f'] = true;
    return usual;
  }();
  std::size_t at = 0;
  while (at < utf8.size() && kUsual[static_cast<unsigned char>(utf8[at])]) ++at;
  return at;
}

/// Hands every costly span to `take`, which says whether to go on.
template <class Take>
void eachCostly(std::string_view utf8, Take take) {
  const std::size_t first = firstUnusual(utf8);
  if (first == utf8.size()) return;
  // From the letter before, as what comes first may be its accent.
  const std::size_t from = first > 0 ? first - 1 : 0;
  Utf8Reader reader(utf8.substr(from));
  std::size_t beforeBegin = from;
  char32_t before = 0;
  while (!reader.atEnd()) {
    const std::size_t begin = from + reader.position();
    const char32_t c = reader.next();
    if (gsmSeptets(c) == 0) {
      const auto composed = gsmComposed(before, c);
      const CostlySpan span{composed ? beforeBegin : begin, from + reader.position(), c,
                            composed ? composed : gsmLikeness(c)};
      if (!take(span)) return;
    }
    before = c;
    beforeBegin = begin;
  }
}

/// The whole text with its replacements, none if it would stay UCS-2 or has nothing to replace.
std::optional<std::string> gsmVersion(std::string_view utf8) {
  std::optional<std::string> text;
  std::size_t done = 0;
  bool fits = true;
  eachCostly(utf8, [&](const CostlySpan& span) {
    fits = span.replacement.has_value();
    if (!fits) return false;
    if (!text) text.emplace().reserve(utf8.size());
    text->append(utf8.substr(done, span.begin - done)).append(*span.replacement);
    done = span.end;
    return true;
  });
  if (!fits || !text) return std::nullopt;
  text->append(utf8.substr(done));
  return text;
}

}  // namespace

std::optional<std::string_view> gsmLikeness(char32_t codepoint) {
  if (codepoint >= kFullWidthFirst && codepoint <= kFullWidthLast && codepoint != 0xFF40) {
    return std::string_view(&kAscii[codepoint - kFullWidthFirst + '!'], 1);
  }
  const auto* found = std::lower_bound(std::begin(kLikenesses), std::end(kLikenesses), codepoint,
                                       [](const GsmLikeness& each, char32_t wanted) { return each.from < wanted; });
  if (found == std::end(kLikenesses) || found->from != codepoint) return std::nullopt;
  return found->to;
}

std::vector<CostlySpan> costlySpans(std::string_view utf8) {
  std::vector<CostlySpan> spans;
  eachCostly(utf8, [&](const CostlySpan& span) {
    spans.push_back(span);
    return true;
  });
  return spans;
}

bool replaceCostlyIn(std::string& utf8) {
  auto replaced = gsmVersion(utf8);
  if (!replaced) return false;
  utf8 = std::move(*replaced);
  return true;
}

std::string replaceCostly(std::string_view utf8) {
  auto replaced = gsmVersion(utf8);
  return replaced ? std::move(*replaced) : std::string(utf8);
}

}  // namespace heliograph::message
