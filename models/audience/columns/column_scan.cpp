// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_scan.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

/// Where there are more, they hardly come again.
constexpr std::size_t kMostKnownLists = 50'000;

/// One word for each 64 rows from `first` on; `passes(row)` tells of each.
template <class Passes>
void fillWords(std::size_t first, std::size_t rows, std::span<std::uint64_t> words, Passes passes) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t begin = first + i * 64;
    const std::size_t count = begin < rows ? std::min<std::size_t>(64, rows - begin) : 0;
    std::uint64_t word = 0;
    for (std::size_t bit = 0; bit < count; ++bit) {
      const bool passed = passes(begin + bit);
      word |= std::uint64_t{passed} << bit;
    }
    words[i] = word;
  }
}

bool asksForTexts(const ValueTest& test) {
  return test.op != Op::Exists && test.op != Op::NotExists;
}

}  // namespace

std::optional<ColumnScan> ColumnScan::of(const Column& column, const ValueTest& test, KnownLists* known) {
  if (column.isStrange) return std::nullopt;
  ColumnScan scan(column, test);
  const bool texts = column.type == PropertyType::Text || column.type == PropertyType::List;
  if (texts && !column.isEmpty) scan.lookAtTexts(known);
  return scan;
}

void ColumnScan::lookAtTexts(KnownLists* known) {
  const ColumnTexts& folded = m_column->folded;
  m_passes.assign(folded.size() + 1, 0);
  if (!asksForTexts(*m_test)) {
    std::fill(m_passes.begin(), m_passes.end(), std::uint8_t{m_test->op == Op::Exists});
    m_passes[0] = m_test->op == Op::NotExists;
    return;
  }
  m_passes[0] = m_test->negative;
  if (m_column->type == PropertyType::List) {
    for (std::size_t entry = 0; entry < folded.size(); ++entry) {
      m_passes[entry + 1] = matchesList(m_column->texts.at(entry), known) != m_test->negative;
    }
    return;
  }
  if (m_test->op == Op::Contains || m_test->op == Op::NotContains) {
    lookForParts();
    return;
  }
  for (std::size_t entry = 0; entry < folded.size(); ++entry) {
    m_passes[entry + 1] = m_test->matchesText(m_column->texts.at(entry), folded.at(entry)) != m_test->negative;
  }
}

bool ColumnScan::matchesList(std::string_view list, KnownLists* known) const {
  if (known == nullptr) return m_test->matchesList(list);
  if (const auto found = known->find(list); found != known->end()) return found->second;
  const bool matches = m_test->matchesList(list);
  if (known->size() < kMostKnownLists) known->emplace(list, matches);
  return matches;
}

/// Searches all texts as one, and then which of them it was.
void ColumnScan::lookForParts() {
  const ColumnTexts& folded = m_column->folded;
  std::fill(m_passes.begin() + 1, m_passes.end(), std::uint8_t{m_test->negative});
  const char* const bytes = folded.bytes.data();
  const std::uint32_t end = folded.begins.back();
  for (const std::string& wanted : m_test->texts) {
    std::size_t entry = 0;
    std::uint32_t from = folded.begins.front();
    while (from < end) {
      const auto* found = static_cast<const char*>(memmem(bytes + from, end - from, wanted.data(), wanted.size()));
      if (found == nullptr) break;
      const auto at = static_cast<std::uint32_t>(found - bytes);
      while (folded.begins[entry + 1] <= at) ++entry;
      if (at + wanted.size() <= folded.begins[entry + 1]) {
        m_passes[entry + 1] = !m_test->negative;
        from = folded.begins[entry + 1];
      } else {
        from = at + 1;
      }
    }
  }
}

void ColumnScan::run(std::size_t first, std::span<std::uint64_t> words) const {
  const bool absent = m_test->negative || m_test->op == Op::NotExists;
  if (m_column->isEmpty) {
    std::fill(words.begin(), words.end(), absent ? ~std::uint64_t{0} : 0);
    return;
  }
  if (m_column->type == PropertyType::Text || m_column->type == PropertyType::List) return runCodes(first, words);
  const std::size_t firstWord = first / 64;
  const std::size_t there = std::min(words.size(), m_column->present.size() - firstWord);
  const auto present = m_column->present.subspan(firstWord, there);
  std::fill(words.begin() + static_cast<std::ptrdiff_t>(there), words.end(), 0);
  if (m_test->op == Op::Exists || m_test->op == Op::NotExists) {
    for (std::size_t i = 0; i < there; ++i) words[i] = m_test->op == Op::Exists ? present[i] : ~present[i];
    return;
  }
  if (m_column->type == PropertyType::Boolean) {
    const auto truths = m_column->truths.subspan(firstWord, there);
    for (std::size_t i = 0; i < there; ++i) words[i] = present[i] & (m_test->op == Op::IsTrue ? truths[i] : ~truths[i]);
    return;
  }
  m_column->type == PropertyType::Number ? runNumbers(first, words) : runInstants(first, words);
  for (std::size_t i = 0; i < there; ++i) words[i] = absent ? words[i] | ~present[i] : words[i] & present[i];
}

void ColumnScan::runNumbers(std::size_t first, std::span<std::uint64_t> words) const {
  const auto values = m_column->numbers;
  const std::vector<double>& numbers = m_test->numbers;
  const double one = numbers[0];
  const auto fill = [&](auto passes) {
    fillWords(first, m_column->rows, words, [&](std::size_t row) { return passes(values[row]); });
  };
  switch (m_test->op) {
    case Op::Greater:
      return fill([one](double value) { return value > one; });
    case Op::GreaterOrEqual:
      return fill([one](double value) { return value >= one; });
    case Op::Less:
      return fill([one](double value) { return value < one; });
    case Op::LessOrEqual:
      return fill([one](double value) { return value <= one; });
    case Op::Between:
      return fill([one, other = numbers[1]](double value) { return (value >= one) & (value <= other); });
    default:
      return fill([&](double value) { return passesNumber(m_test->op, numbers, value); });
  }
}

void ColumnScan::runInstants(std::size_t first, std::span<std::uint64_t> words) const {
  const auto values = m_column->instants;
  std::fill(words.begin(), words.end(), 0);
  std::vector<std::uint64_t> inRange(words.size());
  for (const InstantRange& range : m_test->ranges) {
    const std::int64_t from = range.from.value_or(std::numeric_limits<std::int64_t>::min());
    const std::int64_t until = range.until.value_or(std::numeric_limits<std::int64_t>::max());
    fillWords(first, m_column->rows, inRange,
              [&](std::size_t row) { return (values[row] >= from) & (values[row] < until); });
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= inRange[i];
  }
  if (!m_test->negative) return;
  for (std::uint64_t& word : words) word = ~word;
}

void ColumnScan::runCodes(std::size_t first, std::span<std::uint64_t> words) const {
  const std::uint8_t* const passes = m_passes.data();
  m_column->withCodes([&](auto codes) {
    fillWords(first, m_column->rows, words, [&](std::size_t row) { return passes[codes[row]] != 0; });
  });
}

}  // namespace heliograph::audience
