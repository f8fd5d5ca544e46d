// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/sheet_rows.h"

namespace heliograph::audience {

void SheetRow::clear(qint64 rowNumber) {
  number = rowNumber;
  m_text.clear();
  m_cells.clear();
  m_last = {};
}

void SheetRow::set(std::size_t column, std::string_view text) {
  m_last = {m_text.size(), text.size()};
  m_text += text;
  repeat(column);
}

void SheetRow::repeat(std::size_t column) {
  if (m_last.length == 0 || column >= mostColumns) return;
  if (m_cells.size() <= column) m_cells.resize(column + 1);
  m_cells[column] = m_last;
}

void SheetRow::view(std::vector<std::string_view>& fields) const {
  fields.clear();
  for (const Cell& cell : m_cells) fields.push_back(std::string_view(m_text).substr(cell.begin, cell.length));
}

}  // namespace heliograph::audience
