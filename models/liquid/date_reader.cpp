// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/date_reader.h"

#include <algorithm>
#include <charconv>

#include "liquid/date_tokens.h"
#include "liquid/date_words.h"
#include "liquid/time_zone.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

constexpr std::size_t longestText = 128;
// Some thirty million years; beyond it a number is no time that anybody means.
constexpr std::int64_t farthest = 1'000'000'000'000'000;

/// The UTC time of a wall time (seconds since 1970 as if the wall showed UTC). Of the two in an overlap the earlier
/// one; a time that is skipped moves on with the clocks.
std::int64_t fromWall(const TimeZone* zone, std::int64_t wall) {
  if (zone == nullptr) {
    return wall;
  }
  const std::int64_t early = wall - zone->at(wall - secondsPerDay).seconds;
  if (zone->at(early).seconds == wall - early) {
    return early;
  }
  const std::int64_t late = wall - zone->at(wall + secondsPerDay).seconds;
  return zone->at(late).seconds == wall - late ? late : early;
}

/// Two digits at an offset, or -1.
int twoDigits(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && isDigit(text[at]) && isDigit(text[at + 1])
             ? (text[at] - '0') * 10 + (text[at + 1] - '0')
             : -1;
}

/// YYYY-MM-DD with nothing else, or with a time hh:mm[:ss][Z] behind a T or a blank: what most data holds. Everything
/// else goes the long way.
std::optional<DateFields> readIso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-' || twoDigits(text, 0) < 0 || twoDigits(text, 2) < 0) {
    return std::nullopt;
  }
  DateFields fields;
  fields.year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  fields.month = twoDigits(text, 5);
  fields.day = twoDigits(text, 8);
  if (text.size() == 10) {
    return fields;
  }
  std::size_t end = 16;
  if ((text[10] != 'T' && text[10] != ' ') || text.size() < end || text[13] != ':') {
    return std::nullopt;
  }
  fields.hour = twoDigits(text, 11);
  fields.minute = twoDigits(text, 14);
  if (text.size() >= 19 && text[16] == ':') {
    fields.second = twoDigits(text, 17);
    end = 19;
  }
  if (text.size() == end + 1 && text[end] == 'Z') {
    fields.offset = 0;
    fields.isUtc = true;
    ++end;
  }
  return text.size() == end ? std::optional(fields) : std::nullopt;
}

bool isPossible(const DateFields& fields) {
  const auto within = [](int value, int least, int most) { return value >= least && value <= most; };
  const int hour = fields.hour.value_or(0);
  const bool midnight = hour == 24 && fields.minute == 0 && fields.second == 0;
  return within(fields.month.value_or(1), 1, 12) && within(fields.day.value_or(1), 1, 31) &&
         (within(hour, 0, 23) || midnight) && within(fields.minute, 0, 59) && within(fields.second, 0, 60) &&
         fields.year.value_or(0) < 1'000'000;
}

/// Larger parts that are missing are those of today; smaller ones are the first.
CivilDay dayOf(const DateFields& fields, const Moment& today) {
  const CivilDay present = civilFromDays(floorDivide(today.seconds + today.offset, secondsPerDay));
  CivilDay day{fields.year.value_or(present.year), fields.month.value_or(present.month),
               fields.day.value_or(present.day)};
  if (fields.year && !fields.month) {
    day.month = 1;
  }
  if ((fields.year || fields.month) && !fields.day) {
    day.day = 1;
  }
  return day;
}

std::optional<Moment> momentOf(const DateFields& fields, const DateContext& context) {
  if (!isPossible(fields)) {
    return std::nullopt;
  }
  Moment today = momentIn(context.zone, context.now);
  today.offset = fields.offset.value_or(today.offset);
  const std::int64_t wall = daysFromCivil(dayOf(fields, today)) * secondsPerDay +
                            std::int64_t{fields.hour.value_or(0)} * 3600 + fields.minute * 60 + fields.second;
  Moment moment;
  if (fields.offset) {
    moment = {wall - *fields.offset, 0, *fields.offset, fields.isUtc || *fields.offset == 0 ? "UTC" : ""};
  } else {
    moment = momentIn(context.zone, fromWall(context.zone, wall));
  }
  moment.nanoseconds = fields.nanoseconds;
  return moment;
}

std::optional<Moment> fromUnix(std::int64_t seconds, const DateContext& context) {
  if (seconds > farthest || seconds < -farthest) {
    return std::nullopt;
  }
  return momentIn(context.zone, seconds);
}

std::optional<Moment> readText(std::string_view text, const DateContext& context) {
  if (text.empty() || text.size() > longestText) {
    return std::nullopt;
  }
  if (const auto iso = readIso(text)) {
    return momentOf(*iso, context);
  }
  if (std::all_of(text.begin(), text.end(), isDigit)) {
    std::int64_t seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return read.ec == std::errc() ? fromUnix(seconds, context) : std::nullopt;
  }
  const std::string lowered = lowerText(text);
  if (lowered == "now" || lowered == "today") {
    return momentIn(context.zone, context.now);
  }
  const auto fields = readDateWords(text);
  return fields ? momentOf(*fields, context) : std::nullopt;
}

}  // namespace

Moment momentIn(const TimeZone* zone, std::int64_t utcSeconds) {
  const ZoneOffset offset = zone == nullptr ? ZoneOffset{} : zone->at(utcSeconds);
  return {utcSeconds, 0, offset.seconds, offset.abbreviation};
}

std::optional<Moment> readDate(const Value& value, const DateContext& context) {
  switch (value.kind()) {
    case Kind::Integer:
      return fromUnix(value.toInteger(), context);
    case Kind::String:
      return readText(value.toView(), context);
    default:
      return std::nullopt;
  }
}

}  // namespace heliograph::liquid
