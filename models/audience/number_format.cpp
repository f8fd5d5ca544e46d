// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/number_format.h"

#include <QString>
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace heliograph::audience {
namespace {

constexpr int secondsADay = 86400;

std::optional<double> numberOf(std::string_view raw) {
  double value = 0;
  const char* end = raw.data() + raw.size();
  const auto read = std::from_chars(raw.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What a code has beside texts in quotes, escaped signs and conditions in brackets. Stays in its first section.
QString bareCode(QStringView code) {
  QString bare;
  for (qsizetype i = 0; i < code.size(); ++i) {
    const QChar sign = code[i];
    if (sign == QLatin1Char(';')) break;
    if (sign == QLatin1Char('"')) {
      const qsizetype close = code.indexOf(QLatin1Char('"'), i + 1);
      if (close < 0) break;
      i = close;
    } else if (sign == QLatin1Char('[')) {
      const qsizetype close = code.indexOf(QLatin1Char(']'), i);
      if (close < 0) break;
      i = close;
    } else if (sign == QLatin1Char('\\') || sign == QLatin1Char('_') || sign == QLatin1Char('*')) {
      ++i;
    } else {
      bare += sign.toLower();
    }
  }
  return bare;
}

/// "[h]:mm" counts hours beyond a day: a duration, not a date.
bool isDuration(QStringView code) {
  for (const auto* mark : {u"[h", u"[m", u"[s"}) {
    const qsizetype open = code.indexOf(QStringView(mark), 0, Qt::CaseInsensitive);
    if (open < 0) continue;
    const QStringView inside = code.mid(open + 1, code.indexOf(QLatin1Char(']'), open) - open - 1);
    if (std::all_of(inside.begin(), inside.end(), [&inside](QChar c) { return c.toLower() == inside[0].toLower(); })) {
      return true;
    }
  }
  return false;
}

}  // namespace

NumberFormat NumberFormat::builtIn(int id) {
  const bool isDate = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
                      (id >= 50 && id <= 54) || id == 57 || id == 58;
  const bool isClock = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56;
  return {isDate ? Kind::Date : isClock ? Kind::Clock : Kind::Plain, 1};
}

NumberFormat NumberFormat::fromCode(QStringView code) {
  const QString bare = bareCode(code);
  if (bare.contains(QLatin1String("general")) || isDuration(code)) return {};
  const bool hasDay = bare.contains(QLatin1Char('y')) || bare.contains(QLatin1Char('d'));
  const bool hasClock = bare.contains(QLatin1Char('h')) || bare.contains(QLatin1Char('s'));
  const bool hasMonth = bare.contains(QLatin1String("mmm")) || (bare.contains(QLatin1Char('m')) && !hasClock);
  if (hasDay || hasMonth) return {Kind::Date, 1};
  if (hasClock) return {Kind::Clock, 1};
  const auto zeros = bare.count(QLatin1Char('0'));
  if (zeros > 1 && zeros == bare.size()) return {Kind::Plain, static_cast<int>(std::min<qsizetype>(zeros, 32))};
  return {};
}

std::string plainNumber(std::string_view raw) {
  static constexpr double exactLimit = 1e17;
  if (isDigits(raw)) return std::string(raw);
  const auto value = numberOf(raw);
  if (!value) return std::string(raw);
  std::array<char, 400> text{};
  const bool whole = std::abs(*value) < exactLimit && *value == std::floor(*value);
  const auto written = whole ? std::to_chars(text.data(), text.data() + text.size(), static_cast<long long>(*value))
                             : std::to_chars(text.data(), text.data() + text.size(), *value, std::chars_format::fixed);
  return written.ec == std::errc() ? std::string(text.data(), written.ptr) : std::string(raw);
}

std::optional<std::string> isoFromDays(double days, bool from1904, NumberFormat::Kind kind) {
  using namespace std::chrono;
  static constexpr double lastDay = 2958465;
  if (!(days >= 0) || days > lastDay + 1) return std::nullopt;
  auto day = static_cast<int>(std::floor(days));
  auto second = static_cast<int>(std::lround((days - day) * secondsADay));
  if (second == secondsADay) {
    second = 0;
    ++day;
  }
  std::array<char, 48> text{};
  const int hour = second / 3600;
  const int minute = second / 60 % 60;
  if (kind == NumberFormat::Kind::Clock || (day == 0 && second > 0 && !from1904)) {
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", hour, minute, second % 60);
    return std::string(text.data());
  }
  const sys_days first = from1904   ? sys_days(1904y / January / 1)
                         : day < 60 ? sys_days(1899y / December / 31)
                                    : sys_days(1899y / December / 30);
  const year_month_day date(first + std::chrono::days(day));
  const auto year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  if (second == 0) {
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year, month, static_cast<unsigned>(date.day()));
  } else {
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", year, month,
                  static_cast<unsigned>(date.day()), hour, minute, second % 60);
  }
  return std::string(text.data());
}

std::string shownNumber(std::string_view raw, const NumberFormat& format, bool from1904) {
  if (format.kind != NumberFormat::Kind::Plain) {
    if (const auto days = numberOf(raw)) {
      if (auto iso = isoFromDays(*days, from1904, format.kind)) return *iso;
    }
  }
  std::string plain = plainNumber(raw);
  const auto least = static_cast<std::size_t>(format.leastDigits);
  if (plain.size() < least && isDigits(plain)) plain.insert(0, least - plain.size(), '0');
  return plain;
}

}  // namespace heliograph::audience
