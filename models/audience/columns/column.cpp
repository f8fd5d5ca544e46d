// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column.h"

#include <algorithm>
#include <cmath>

namespace heliograph::audience {
namespace {

Result<ColumnTexts> textsOf(const ColumnFile& file, std::int64_t column, SectionKind begins, SectionKind bytes) {
  auto places = file.section<std::uint32_t>(column, begins);
  if (!places) return fail(places.error());
  auto texts = file.section<char>(column, bytes);
  if (!texts) return fail(texts.error());
  if (places->empty() || !std::is_sorted(places->begin(), places->end()) || places->back() > texts->size()) {
    return damagedColumns(QStringLiteral("texts lie outside their section"));
  }
  return ColumnTexts{*places, *texts};
}

template <class Code>
Result<std::span<const Code>> codesOf(const ColumnFile& file, std::int64_t column, SectionKind kind,
                                      std::size_t entries) {
  auto codes = rowSection<Code>(file, column, kind);
  if (!codes) return codes;
  if (std::any_of(codes->begin(), codes->end(), [entries](Code code) { return code > entries; })) {
    return damagedColumns(QStringLiteral("a code has no text"));
  }
  return codes;
}

template <class T>
Result<> assign(std::span<const T>& to, Result<std::span<const T>> from) {
  if (!from) return fail(from.error());
  to = *from;
  return {};
}

Result<> loadTexts(Column& into, const ColumnFile& file, std::int64_t column) {
  auto texts = textsOf(file, column, SectionKind::Begins, SectionKind::Texts);
  if (!texts) return fail(texts.error());
  into.texts = into.folded = *texts;
  if (file.has(column, SectionKind::FoldedBegins)) {
    auto folded = textsOf(file, column, SectionKind::FoldedBegins, SectionKind::FoldedTexts);
    if (!folded) return fail(folded.error());
    if (folded->size() != texts->size()) return damagedColumns(QStringLiteral("texts without case are missing"));
    into.folded = *folded;
  }
  const std::size_t entries = texts->size();
  if (file.has(column, SectionKind::SmallCodes)) {
    return assign(into.smallCodes, codesOf<std::uint8_t>(file, column, SectionKind::SmallCodes, entries));
  }
  if (file.has(column, SectionKind::MiddleCodes)) {
    return assign(into.middleCodes, codesOf<std::uint16_t>(file, column, SectionKind::MiddleCodes, entries));
  }
  return assign(into.largeCodes, codesOf<std::uint32_t>(file, column, SectionKind::LargeCodes, entries));
}

}  // namespace

bool isWholeNumber(double number) {
  return std::trunc(number) == number && std::abs(number) <= Column::largestExact;
}

Result<std::span<const std::uint64_t>> bitSection(const ColumnFile& file, std::int64_t column, SectionKind kind) {
  auto bits = file.section<std::uint64_t>(column, kind);
  if (!bits) return bits;
  const std::size_t inLastWord = file.rows() % 64;
  if (bits->size() != (file.rows() + 63) / 64 || (inLastWord > 0 && bits->back() >> inLastWord != 0)) {
    return damagedColumns(QStringLiteral("a bitmap has other rows"));
  }
  return bits;
}

Result<Column> Column::load(const ColumnFile& file, std::int64_t column, PropertyType type) {
  Column loaded;
  loaded.type = type;
  loaded.rows = file.rows();
  const bool texts = type == PropertyType::Text || type == PropertyType::List;
  loaded.isEmpty = !file.has(column, texts ? SectionKind::Begins : SectionKind::Present) || file.rows() == 0;
  if (loaded.isEmpty) return loaded;
  loaded.isStrange = file.has(column, SectionKind::Strange);
  if (texts) {
    HELIOGRAPH_TRY(loadTexts(loaded, file, column));
    return loaded;
  }
  HELIOGRAPH_TRY(assign(loaded.present, bitSection(file, column, SectionKind::Present)));
  if (type == PropertyType::Number) {
    HELIOGRAPH_TRY(assign(loaded.numbers, rowSection<double>(file, column, SectionKind::Numbers)));
  } else if (type == PropertyType::Date) {
    HELIOGRAPH_TRY(assign(loaded.instants, rowSection<std::int64_t>(file, column, SectionKind::Instants)));
  } else {
    HELIOGRAPH_TRY(assign(loaded.truths, bitSection(file, column, SectionKind::Bits)));
  }
  return loaded;
}

}  // namespace heliograph::audience
