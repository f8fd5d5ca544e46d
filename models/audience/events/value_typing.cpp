// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/value_typing.h"

#include <string>

#include "audience/cell_value.h"
#include "audience/date_format.h"
#include "audience/events/json_cursor.h"
#include "audience/events/list_value.h"

namespace heliograph::audience {
namespace {

/// CleverTap writes dates as "$D_" and the seconds since 1970.
constexpr std::string_view dollarDate = "$D_";

std::optional<DateReading> readJsonDate(std::string_view text) {
  if (text.starts_with(dollarDate)) return readUnixTime(text.substr(dollarDate.size()));
  // What is shorter than a day is no date that anybody writes; most texts are told by their first character.
  if (text.size() < 8 || text.front() < '0' || text.front() > '9') return std::nullopt;
  return readIsoDate(text);
}

StoredValue storedNumberOf(std::string_view text) {
  const auto number = readNumber(text);
  if (!number) return {};
  return std::visit([](auto value) { return StoredValue(value); }, *number);
}

}  // namespace

void ValueGuess::observe(const RawValue& value) {
  m_seen[static_cast<int>(value.form)] = true;
  if (value.form == ValueForm::Cell) {
    m_formatted = m_formatted || value.format != nullptr;
    if (!m_cells.isSettled()) m_cells.observe(value.text);
  } else if (value.form == ValueForm::Text && m_dates) {
    m_dates = readJsonDate(value.text).has_value();
  }
}

PropertyType ValueGuess::type() const {
  int forms = 0;
  for (const bool seen : m_seen) forms += seen ? 1 : 0;
  const auto only = [&](ValueForm form) { return forms == 1 && m_seen[static_cast<int>(form)]; };
  if (m_formatted) return PropertyType::Date;
  if (only(ValueForm::Cell)) return m_cells.type();
  if (only(ValueForm::Number)) return PropertyType::Number;
  if (only(ValueForm::Boolean)) return PropertyType::Boolean;
  if (only(ValueForm::Text) && m_dates) return PropertyType::Date;
  // One that is mostly a single text and now and then several is a list.
  const bool listed = m_seen[static_cast<int>(ValueForm::List)] && !m_seen[static_cast<int>(ValueForm::Json)];
  return listed ? PropertyType::List : PropertyType::Text;
}

std::optional<std::int64_t> ValueTyping::instant(const RawValue& value) {
  auto date = value.format != nullptr ? value.format->read(value.text) : std::nullopt;
  if (!date && value.form == ValueForm::Text) date = readJsonDate(value.text);
  if (!date && value.form != ValueForm::Number) date = readIsoDate(value.text);
  if (!date && value.format == nullptr) date = readUnixTime(value.text);
  if (!date) return std::nullopt;
  return date->exact ? date->milliseconds : m_zone.fromClock(date->milliseconds);
}

StoredValue ValueTyping::list(const RawValue& value, TextArena& arena) const {
  if (value.form == ValueForm::List) return value.text;
  if (value.form == ValueForm::Json) return {};
  if (value.form == ValueForm::Cell) {
    const auto list = readList(value.text);
    return list ? StoredValue(arena.keep(*list)) : StoredValue();
  }
  std::string single = "[";
  if (value.form == ValueForm::Text) {
    appendJsonText(single, value.text);
  } else {
    single += value.text;
  }
  return arena.keep(single + ']');
}

StoredValue ValueTyping::typed(const RawValue& value, PropertyType type, TextArena& arena) {
  switch (type) {
    case PropertyType::Text:
      return value.text;
    case PropertyType::Number:
      if (value.form == ValueForm::Boolean || value.form == ValueForm::List) return {};
      return storedNumberOf(trimmedCell(value.text));
    case PropertyType::Boolean:
      if (const auto read = readBoolean(value.text)) return std::int64_t{*read ? 1 : 0};
      return {};
    case PropertyType::Date:
      if (const auto at = instant(value)) return *at;
      return {};
    case PropertyType::List:
      return list(value, arena);
  }
  return {};
}

QString untypedReason(PropertyType type) {
  switch (type) {
    case PropertyType::Number:
      return QStringLiteral("not a number; left out");
    case PropertyType::Boolean:
      return QStringLiteral("neither true nor false; left out");
    case PropertyType::Date:
      return QStringLiteral("not a date of the expected form; left out");
    default:
      return QStringLiteral("not a list; left out");
  }
}

}  // namespace heliograph::audience
