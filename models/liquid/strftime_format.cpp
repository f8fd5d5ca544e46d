// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/strftime_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string>

#include "liquid/clock_fields.h"
#include "liquid/strftime_conversion.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

constexpr std::array<std::string_view, 7> weekdayNames = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                          "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> monthNames = {"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};

/// Names that # turns into capitals.
StrftimeConversion shouting(StrftimeConversion conversion) {
  conversion.upper = conversion.upper || conversion.swapped;
  return conversion;
}

/// Prints the conversions of one moment.
class Printer {
 public:
  Printer(TextSink& sink, const Moment& moment, int widest)
      : m_sink(sink), m_moment(moment), m_fields(clockFieldsOf(moment)), m_widest(widest) {}

  /// False when the format ends inside of a conversion.
  bool print(std::string_view format);

 private:
  bool convert(const StrftimeConversion& conversion);
  bool printDay(const StrftimeConversion& conversion);
  bool printTime(const StrftimeConversion& conversion);
  bool printCompound(const StrftimeConversion& conversion);
  void number(const StrftimeConversion& conversion, std::int64_t value, int digits, char padding = '0');
  void text(const StrftimeConversion& conversion, std::string_view words, bool lower = false);
  void fraction(const StrftimeConversion& conversion, int digits);
  void offset(const StrftimeConversion& conversion);
  void compound(const StrftimeConversion& conversion, std::string_view format);
  void pad(int count, char padding) { m_sink.add(std::string(static_cast<std::size_t>(std::max(count, 0)), padding)); }

  TextSink& m_sink;
  const Moment& m_moment;
  ClockFields m_fields;
  int m_widest;
};

bool Printer::print(std::string_view format) {
  while (!format.empty() && !m_sink.full) {
    const std::size_t percent = std::min(format.find('%'), format.size());
    m_sink.add(format.substr(0, percent));
    format.remove_prefix(percent);
    if (format.empty()) {
      break;
    }
    StrftimeConversion conversion;
    const std::size_t behind = readConversion(format, 1, m_widest, conversion);
    const bool known = behind != std::string_view::npos && convert(conversion);
    if (conversion.unfinished) {
      return false;
    }
    if (!known) {
      m_sink.add("%");
    }
    format.remove_prefix(known ? behind : 1);
  }
  return true;
}

void Printer::number(const StrftimeConversion& conversion, std::int64_t value, int digits, char padding) {
  char room[24];
  const auto end = std::to_chars(room, room + sizeof room, value < 0 ? -value : value).ptr;
  const int length = static_cast<int>(end - room) + (value < 0 ? 1 : 0);
  const int width = conversion.unpadded ? 1 : conversion.width > 0 ? conversion.width : digits;
  const char filler = conversion.padding != 0 ? conversion.padding : padding;
  if (filler == ' ') {
    pad(width - length, ' ');
  }
  m_sink.add(value < 0 ? "-" : "");
  if (filler == '0') {
    pad(width - length, '0');
  }
  m_sink.add({room, static_cast<std::size_t>(end - room)});
}

void Printer::text(const StrftimeConversion& conversion, std::string_view words, bool lower) {
  if (!conversion.unpadded && !words.empty()) {
    pad(conversion.width - static_cast<int>(words.size()), conversion.padding == '0' ? '0' : ' ');
  }
  std::string changed(words);
  if (conversion.upper || lower) {
    std::transform(changed.begin(), changed.end(), changed.begin(), lower ? lowerAscii : upperAscii);
  }
  m_sink.add(changed);
}

void Printer::fraction(const StrftimeConversion& conversion, int digits) {
  std::string all(9, '0');
  std::int32_t rest = m_moment.nanoseconds;
  for (std::size_t i = all.size(); i-- > 0; rest /= 10) {
    all[i] = static_cast<char>('0' + rest % 10);
  }
  all.resize(static_cast<std::size_t>(conversion.width > 0 ? conversion.width : digits), '0');
  m_sink.add(all);
}

void Printer::offset(const StrftimeConversion& conversion) {
  const std::int32_t size = std::abs(m_moment.offset);
  const std::string minutes = std::to_string(100 + size / 60 % 60).substr(1);
  const std::string seconds = std::to_string(100 + size % 60).substr(1);
  std::string tail = conversion.colons == 0 ? minutes : ':' + minutes;
  if (conversion.colons == 2 || (conversion.colons == 3 && size % 60 != 0)) {
    tail += ':' + seconds;
  } else if (conversion.colons == 3 && size % 3600 == 0) {
    tail.clear();
  }
  const std::string hours = std::to_string(size / 3600);
  const int width = std::max(2, conversion.width - 1 - static_cast<int>(tail.size()));
  const int missing = width - static_cast<int>(hours.size());
  const std::string_view sign = m_moment.offset < 0 ? "-" : "+";
  if (conversion.padding == ' ') {
    pad(missing, ' ');
    m_sink.add(sign);
  } else {
    m_sink.add(sign);
    pad(missing, '0');
  }
  m_sink.add(hours);
  m_sink.add(tail);
}

void Printer::compound(const StrftimeConversion& conversion, std::string_view format) {
  std::string made;
  TextSink inner{made, 256};
  Printer(inner, m_moment, m_widest).print(format);
  StrftimeConversion padded = conversion;
  padded.unpadded = false;
  text(padded, made);
}

bool Printer::printDay(const StrftimeConversion& conversion) {
  const CivilDay& day = m_fields.day;
  const auto weekday = static_cast<std::size_t>(m_fields.weekday);
  const auto month = static_cast<std::size_t>(day.month - 1);
  const StrftimeConversion named = shouting(conversion);
  switch (conversion.letter) {
    case 'a':
      text(named, weekdayNames[weekday].substr(0, 3));
      break;
    case 'A':
      text(named, weekdayNames[weekday]);
      break;
    case 'b':
    case 'h':
      text(named, monthNames[month].substr(0, 3));
      break;
    case 'B':
      text(named, monthNames[month]);
      break;
    case 'C':
      number(conversion, floorDivide(day.year, 100), 2);
      break;
    case 'd':
      number(conversion, day.day, 2);
      break;
    case 'e':
      number(conversion, day.day, 2, ' ');
      break;
    case 'g':
      number(conversion, floorRest(isoWeekOf(m_fields).year, 100), 2);
      break;
    case 'G':
      number(conversion, isoWeekOf(m_fields).year, isoWeekOf(m_fields).year < 0 ? 5 : 4);
      break;
    case 'j':
      number(conversion, m_fields.dayOfYear, 3);
      break;
    case 'm':
      number(conversion, day.month, 2);
      break;
    case 'u':
      number(conversion, m_fields.weekday == 0 ? 7 : m_fields.weekday, 1);
      break;
    case 'U':
      number(conversion, (m_fields.dayOfYear + 6 - m_fields.weekday) / 7, 2);
      break;
    case 'V':
      number(conversion, isoWeekOf(m_fields).week, 2);
      break;
    case 'w':
      number(conversion, m_fields.weekday, 1);
      break;
    case 'W':
      number(conversion, (m_fields.dayOfYear + 6 - (m_fields.weekday + 6) % 7) / 7, 2);
      break;
    case 'y':
      number(conversion, floorRest(day.year, 100), 2);
      break;
    case 'Y':
      number(conversion, day.year, day.year < 0 ? 5 : 4);
      break;
    default:
      return false;
  }
  return true;
}

bool Printer::printTime(const StrftimeConversion& conversion) {
  const StrftimeConversion named = shouting(conversion);
  switch (conversion.letter) {
    case 'H':
      number(conversion, m_fields.hour, 2);
      break;
    case 'I':
      number(conversion, m_fields.hour12(), 2);
      break;
    case 'k':
      number(conversion, m_fields.hour, 2, ' ');
      break;
    case 'l':
      number(conversion, m_fields.hour12(), 2, ' ');
      break;
    case 'L':
      fraction(conversion, 3);
      break;
    case 'M':
      number(conversion, m_fields.minute, 2);
      break;
    case 'N':
      fraction(conversion, 9);
      break;
    case 'p':
      text(conversion, m_fields.hour < 12 ? "AM" : "PM", conversion.swapped);
      break;
    case 'P':
      text(named, m_fields.hour < 12 ? "am" : "pm");
      break;
    case 's':
      number(conversion, m_moment.seconds, 1);
      break;
    case 'S':
      number(conversion, m_fields.second, 2);
      break;
    case 'z':
      offset(conversion);
      break;
    case 'Z':
      text(conversion, m_moment.abbreviation, conversion.swapped);
      break;
    default:
      return false;
  }
  return true;
}

bool Printer::printCompound(const StrftimeConversion& conversion) {
  switch (conversion.letter) {
    case 'c':
      compound(conversion, "%a %b %e %H:%M:%S %Y");
      break;
    case 'D':
    case 'x':
      compound(conversion, "%m/%d/%y");
      break;
    case 'F':
      compound(conversion, "%Y-%m-%d");
      break;
    case 'r':
      compound(conversion, "%I:%M:%S %p");
      break;
    case 'R':
      compound(conversion, "%H:%M");
      break;
    case 'T':
    case 'X':
      compound(conversion, "%H:%M:%S");
      break;
    case 'v':
      compound(conversion, "%e-%^b-%4Y");
      break;
    case 'n':
      text(conversion, "\n");
      break;
    case 't':
      text(conversion, "\t");
      break;
    case '%':
      text(conversion, "%");
      break;
    default:
      return false;
  }
  return true;
}

bool Printer::convert(const StrftimeConversion& conversion) {
  return printDay(conversion) || printTime(conversion) || printCompound(conversion);
}

}  // namespace

bool appendFormatted(TextSink& sink, std::string_view format, const Moment& moment, int widest) {
  return Printer(sink, moment, widest).print(format);
}

}  // namespace heliograph::liquid
