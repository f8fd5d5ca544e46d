// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/date_words.h"

#include <array>
#include <string>

#include "liquid/calendar.h"
#include "liquid/date_tokens.h"
#include "liquid/time_words.h"

namespace heliograph::liquid {

namespace {

constexpr std::array<std::string_view, 12> readMonths = {"january",   "february", "march",    "april",
                                                         "may",       "june",     "july",     "august",
                                                         "september", "october",  "november", "december"};

/// 1 to 12 for a month's name or its short form, else 0.
int monthOf(const DateToken& token) {
  if (token.kind != DateToken::Word || token.text.size() < 3) {
    return 0;
  }
  for (std::size_t i = 0; i < readMonths.size(); ++i) {
    if (token.text == readMonths[i] || token.text == readMonths[i].substr(0, 3)) {
      return static_cast<int>(i) + 1;
    }
  }
  return token.text == "sept" ? 9 : 0;
}

bool isOrdinal(const DateToken& token) {
  return token.isWord("st") || token.isWord("nd") || token.isWord("rd") || token.isWord("th");
}

bool isSeparator(const DateToken& token) {
  return token.isSign('-') || token.isSign('/') || token.isSign('.') || token.isSign(',');
}

/// A number that can only be a year: more than two digits, or an apostrophe in front.
bool isYear(const DateTokens& tokens, std::size_t at) {
  return tokens[at].text.size() > 2 || (at > 0 && tokens[at - 1].isSign('\''));
}

std::int64_t yearOf(const DateToken& token) {
  const std::int64_t value = token.value;
  return token.text.size() > 2 ? value : value + (value >= 69 ? 1900 : 2000);
}

/// The number in front of a month's name ("14", "14th", "14th of", "14-"), or npos.
std::size_t numberBefore(const DateTokens& tokens, std::size_t month) {
  std::size_t at = month;
  const auto stepBack = [&](auto matches) { at -= at > 0 && matches(tokens[at - 1]) ? 1 : 0; };
  stepBack([](const DateToken& token) { return token.isWord("of"); });
  stepBack(isSeparator);
  stepBack(isOrdinal);
  return at > 0 && tokens[at - 1].kind == DateToken::Number ? at - 1 : std::string_view::npos;
}

/// The number behind a place ("14", ". 14", "th, 2016", "'16"), or npos.
std::size_t numberBehind(const DateTokens& tokens, std::size_t at) {
  ++at;
  const auto step = [&](auto matches) { at += at < tokens.size() && matches(tokens[at]) ? 1 : 0; };
  step(isOrdinal);
  step(isSeparator);
  step([](const DateToken& token) { return token.isWord("of"); });
  step([](const DateToken& token) { return token.isSign('\''); });
  return at < tokens.size() && tokens[at].kind == DateToken::Number ? at : std::string_view::npos;
}

/// Takes up to two numbers that stand around a month's name, in the order in which they stand.
void setDayAndYear(const DateTokens& tokens, std::size_t first, std::size_t second, DateFields& fields) {
  if (first == std::string_view::npos) {
    return;
  }
  const bool hasSecond = second != std::string_view::npos;
  const bool yearFirst = isYear(tokens, first);
  if (yearFirst) {
    fields.year = yearOf(tokens[first]);
  } else {
    fields.day = tokens[first].smallValue();
  }
  if (hasSecond && yearFirst) {
    fields.day = tokens[second].smallValue();
  } else if (hasSecond) {
    fields.year = yearOf(tokens[second]);
  }
}

bool readNamedMonth(const DateTokens& tokens, DateFields& fields) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const int month = monthOf(tokens[i]);
    if (month == 0) {
      continue;
    }
    fields.month = month;
    const std::size_t before = numberBefore(tokens, i);
    const std::size_t behind = numberBehind(tokens, i);
    if (before != std::string_view::npos) {
      setDayAndYear(tokens, before, behind, fields);
    } else if (behind != std::string_view::npos) {
      const bool yearOnly = isYear(tokens, behind);
      setDayAndYear(tokens, behind, yearOnly ? std::string_view::npos : numberBehind(tokens, behind), fields);
    }
    // A lone word like "may" is no date.
    return fields.day || fields.year || tokens.size() == 1 || fields.hour;
  }
  return false;
}

/// Three numbers with one sign between them. A year stands first or last; two digits everywhere mean year-month-day.
bool readFigures(const DateTokens& tokens, DateFields& fields) {
  for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
    const DateToken& first = tokens[i];
    const DateToken& second = tokens[i + 2];
    const DateToken& third = tokens[i + 4];
    const char sign = tokens[i + 1].kind == DateToken::Sign ? tokens[i + 1].text.front() : '\0';
    if (first.kind != DateToken::Number || second.kind != DateToken::Number || third.kind != DateToken::Number ||
        (sign != '-' && sign != '/' && sign != '.') || !tokens[i + 3].isSign(sign)) {
      continue;
    }
    const bool yearLast = third.text.size() > 2 && first.text.size() <= 2;
    fields.year = yearOf(yearLast ? third : first);
    fields.month = second.smallValue();
    fields.day = (yearLast ? first : third).smallValue();
    return true;
  }
  return false;
}

/// 20160314, or 20160314T0930(00) with the time in one piece too.
bool readCompact(const DateTokens& tokens, DateFields& fields) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != DateToken::Number || tokens[i].text.size() != 8) {
      continue;
    }
    const std::int64_t value = tokens[i].value;
    fields.year = value / 10'000;
    fields.month = static_cast<int>(value / 100 % 100);
    fields.day = static_cast<int>(value % 100);
    const std::size_t time = i + 1 < tokens.size() && tokens[i + 1].isWord("t") ? i + 2 : i + 1;
    const bool hasTime = time < tokens.size() && tokens[time].kind == DateToken::Number;
    const std::size_t digits = hasTime ? tokens[time].text.size() : 0;
    if (digits == 4 || digits == 6) {
      const std::int64_t figures = tokens[time].value * (digits == 4 ? 100 : 1);
      fields.hour = static_cast<int>(figures / 10'000);
      fields.minute = static_cast<int>(figures / 100 % 100);
      fields.second = static_cast<int>(figures % 100);
      readZoneWords(tokens, time + 1, fields);
    }
    return true;
  }
  return false;
}

/// 2026-052, the year and the day of the year.
bool readOrdinal(const DateTokens& tokens, DateFields& fields) {
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const DateToken& year = tokens[i];
    const DateToken& day = tokens[i + 2];
    if (year.kind != DateToken::Number || year.text.size() != 4 || !tokens[i + 1].isSign('-') ||
        day.kind != DateToken::Number || day.text.size() != 3) {
      continue;
    }
    const CivilDay civil = civilFromDays(daysFromCivil({year.value, 1, 1}) + day.value - 1);
    if (day.value == 0 || civil.year != year.value) {
      return false;
    }
    fields.year = civil.year;
    fields.month = civil.month;
    fields.day = civil.day;
    return true;
  }
  return false;
}

}  // namespace

std::optional<DateFields> readDateWords(std::string_view text) {
  const std::string lowered = lowerText(text);
  DateTokens tokens = dateTokens(lowered);
  DateFields fields;
  takeTimeWords(tokens, fields);
  const bool hasDay = readNamedMonth(tokens, fields) || readFigures(tokens, fields) || readOrdinal(tokens, fields) ||
                      readCompact(tokens, fields);
  if (!hasDay && !fields.hour) {
    return std::nullopt;
  }
  return fields;
}

}  // namespace heliograph::liquid
