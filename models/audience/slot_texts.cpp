// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/slot_texts.h"

#include <chrono>
#include <cstdio>

#include "audience/events/list_value.h"

namespace heliograph::audience {
namespace {

/// Writes a number with at least so many digits.
char* putDigits(char* at, int number, int digits) {
  for (int place = digits - 1; place >= 0; --place, number /= 10) at[place] = static_cast<char>('0' + number % 10);
  return at + digits;
}

/// As "%04d" does.
char* putYear(char* at, int year) {
  static constexpr std::size_t most = 12;
  return year >= 0 && year < 10'000 ? putDigits(at, year, 4) : at + std::snprintf(at, most, "%04d", year);
}

}  // namespace

liquid::Value SlotTexts::instant(std::size_t slot, std::int64_t milliseconds) {
  using namespace std::chrono;
  const int offset = m_zone.at(milliseconds);
  const sys_time<std::chrono::milliseconds> clock{std::chrono::milliseconds(milliseconds + offset * 1000LL)};
  const auto day = floor<days>(clock);
  const year_month_day date(day);
  const hh_mm_ss time(floor<seconds>(clock) - day);
  const int minutes = (offset < 0 ? -offset : offset) / 60;
  char written[48];
  char* at = putYear(written, static_cast<int>(date.year()));
  *at++ = '-';
  at = putDigits(at, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  *at++ = '-';
  at = putDigits(at, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  *at++ = ' ';
  at = putDigits(at, static_cast<int>(time.hours().count()), 2);
  *at++ = ':';
  at = putDigits(at, static_cast<int>(time.minutes().count()), 2);
  *at++ = ':';
  at = putDigits(at, static_cast<int>(time.seconds().count()), 2);
  *at++ = ' ';
  *at++ = offset < 0 ? '-' : '+';
  at = putDigits(at, minutes / 60, 2);
  at = putDigits(at, minutes % 60, 2);
  m_texts[slot].assign(written, static_cast<std::size_t>(at - written));
  return liquid::Value::string(m_texts[slot]);
}

liquid::Value SlotTexts::list(std::size_t slot, std::string_view kept) {
  m_texts[slot] = kept;
  return listValue(m_texts[slot], m_items[slot]);
}

}  // namespace heliograph::audience
