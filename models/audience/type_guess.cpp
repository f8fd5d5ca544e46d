// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/type_guess.h"

#include "audience/cell_value.h"
#include "audience/date_format.h"
#include "audience/events/list_value.h"

namespace heliograph::audience {

void TypeGuess::observe(std::string_view cell) {
  if (cell.empty()) return;
  m_seen = true;
  m_number = m_number && looksLikeNumber(cell);
  m_boolean = m_boolean && looksLikeBoolean(cell);
  m_date = m_date && readIsoDate(cell).has_value();
  m_list = m_list && looksLikeList(cell);
}

PropertyType TypeGuess::type() const {
  if (!m_seen) return PropertyType::Text;
  if (m_boolean) return PropertyType::Boolean;
  if (m_number) return PropertyType::Number;
  if (m_list) return PropertyType::List;
  return m_date ? PropertyType::Date : PropertyType::Text;
}

}  // namespace heliograph::audience
