// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_builder.h"

#include <limits>

#include "audience/columns/column.h"
#include "storage/folded_text.h"

namespace heliograph::audience {
namespace {

constexpr auto kLargestExact = static_cast<std::int64_t>(Column::largestExact);

template <class Code>
std::vector<Code> narrowed(const std::vector<std::uint32_t>& codes) {
  return {codes.begin(), codes.end()};
}

bool keepsTexts(PropertyType type) {
  return type == PropertyType::Text || type == PropertyType::List;
}

}  // namespace

std::vector<std::uint64_t> bitmapOf(const std::vector<bool>& bits) {
  std::vector<std::uint64_t> words((bits.size() + 63) / 64);
  for (std::size_t i = 0; i < bits.size(); ++i) words[i / 64] |= std::uint64_t{bits[i]} << (i % 64);
  return words;
}

void ColumnBuilder::add(const storage::NativeStatement& row, int column) {
  if (row.isNull(column)) return addNothing();
  if (keepsTexts(m_type)) return addText(row.text(column));
  const bool whole = row.isInteger(column);
  const std::int64_t integer = whole ? row.integer(column) : 0;
  m_any = true;
  m_present.push_back(true);
  switch (m_type) {
    case PropertyType::Number:
      m_strange |= whole ? integer > kLargestExact || integer < -kLargestExact
                         : !row.isReal(column) || isWholeNumber(row.real(column));
      m_numbers.push_back(row.real(column));
      break;
    case PropertyType::Date:
      m_strange |= !whole;
      m_instants.push_back(integer);
      break;
    default:
      m_strange |= !whole || (integer != 0 && integer != 1);
      m_truths.push_back(integer == 1);
  }
}

void ColumnBuilder::addNothing(std::size_t rows) {
  if (keepsTexts(m_type)) {
    m_codes.resize(m_codes.size() + rows);
    return;
  }
  m_present.resize(m_present.size() + rows);
  if (m_type == PropertyType::Number) m_numbers.resize(m_present.size());
  if (m_type == PropertyType::Date) m_instants.resize(m_present.size());
  if (m_type == PropertyType::Boolean) m_truths.resize(m_present.size());
}

void ColumnBuilder::addText(std::string_view text) {
  m_any = true;
  auto known = m_known.find(text);
  if (known == m_known.end()) {
    known = m_known.emplace(text, static_cast<std::uint32_t>(m_entries.size() + 1)).first;
    m_entries.push_back(&known->first);
  }
  m_codes.push_back(known->second);
}

void ColumnBuilder::reorder(const std::vector<std::uint32_t>& order) {
  putInOrder(m_present, order);
  putInOrder(m_numbers, order);
  putInOrder(m_instants, order);
  putInOrder(m_truths, order);
  putInOrder(m_codes, order);
}

void ColumnBuilder::writeTo(ColumnFileWriter& file) const {
  if (!m_any) return;
  if (m_strange) file.add(m_column, SectionKind::Strange, std::vector<std::uint64_t>{1});
  if (keepsTexts(m_type)) return writeTexts(file);
  file.add(m_column, SectionKind::Present, bitmapOf(m_present));
  if (m_type == PropertyType::Number) file.add(m_column, SectionKind::Numbers, m_numbers);
  if (m_type == PropertyType::Date) file.add(m_column, SectionKind::Instants, m_instants);
  if (m_type == PropertyType::Boolean) file.add(m_column, SectionKind::Bits, bitmapOf(m_truths));
}

void ColumnBuilder::writeTexts(ColumnFileWriter& file) const {
  if (m_entries.size() <= std::numeric_limits<std::uint8_t>::max()) {
    file.add(m_column, SectionKind::SmallCodes, narrowed<std::uint8_t>(m_codes));
  } else if (m_entries.size() <= std::numeric_limits<std::uint16_t>::max()) {
    file.add(m_column, SectionKind::MiddleCodes, narrowed<std::uint16_t>(m_codes));
  } else {
    file.add(m_column, SectionKind::LargeCodes, m_codes);
  }
  writeEntries(file);
}

void ColumnBuilder::writeEntries(ColumnFileWriter& file) const {
  std::string texts;
  std::string folded;
  std::vector<std::uint32_t> begins{0};
  std::vector<std::uint32_t> foldedBegins{0};
  std::string one;
  bool differ = false;
  for (const std::string* entry : m_entries) {
    texts += *entry;
    const bool differs = m_type == PropertyType::Text && storage::foldText(*entry, one);
    differ |= differs;
    folded += differs ? one : *entry;
    begins.push_back(static_cast<std::uint32_t>(texts.size()));
    foldedBegins.push_back(static_cast<std::uint32_t>(folded.size()));
  }
  file.add(m_column, SectionKind::Begins, begins);
  file.addBytes(m_column, SectionKind::Texts, texts.data(), texts.size());
  if (!differ) return;
  file.add(m_column, SectionKind::FoldedBegins, foldedBegins);
  file.addBytes(m_column, SectionKind::FoldedTexts, folded.data(), folded.size());
}

}  // namespace heliograph::audience
