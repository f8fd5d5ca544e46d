// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/time_words.h"

#include <algorithm>
#include <array>

namespace heliograph::liquid {

namespace {

/// The American zones that mails name by letters (RFC 5322), in hours from UTC.
struct NamedZone {
  std::string_view name;
  int hours;
};
constexpr std::array namedZones = {NamedZone{"est", -5}, NamedZone{"edt", -4}, NamedZone{"cst", -6},
                                   NamedZone{"cdt", -5}, NamedZone{"mst", -7}, NamedZone{"mdt", -6},
                                   NamedZone{"pst", -8}, NamedZone{"pdt", -7}};

bool isNumberAt(const DateTokens& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == DateToken::Number;
}

bool isSign(const DateTokens& tokens, std::size_t at, char sign) {
  return at < tokens.size() && tokens[at].isSign(sign);
}

/// "am", "pm", "a.m.", "p.m." at a place: the letter, and the place moved behind it; 0 when there's none.
char takeHalf(const DateTokens& tokens, std::size_t& at) {
  if (at >= tokens.size()) {
    return 0;
  }
  if (tokens[at].isWord("am") || tokens[at].isWord("pm")) {
    return tokens[at++].text.front();
  }
  const bool dotted = (tokens[at].isWord("a") || tokens[at].isWord("p")) && isSign(tokens, at + 1, '.') &&
                      at + 2 < tokens.size() && tokens[at + 2].isWord("m");
  if (!dotted) {
    return 0;
  }
  const char half = tokens[at].text.front();
  at += isSign(tokens, at + 3, '.') ? 4 : 3;
  return half;
}

std::int32_t nanosecondsOf(std::string_view digits) {
  std::int32_t value = 0;
  for (std::size_t i = 0; i < 9; ++i) {
    value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  }
  return value;
}

/// [+-] and hh, hhmm or hh:mm. A lone sign after a blank is only an offset with two or four digits.
std::size_t readOffset(const DateTokens& tokens, std::size_t at, DateFields& fields) {
  const bool signedNumber = (isSign(tokens, at, '+') || isSign(tokens, at, '-')) && isNumberAt(tokens, at + 1) &&
                            !tokens[at + 1].afterBlank && tokens[at + 1].text.size() <= 4;
  if (!signedNumber) {
    return at;
  }
  const DateToken& number = tokens[at + 1];
  const bool joined = number.text.size() > 2;
  int hours = joined ? number.smallValue() / 100 : number.smallValue();
  int minutes = joined ? number.smallValue() % 100 : 0;
  std::size_t behind = at + 2;
  if (!joined && isSign(tokens, behind, ':') && isNumberAt(tokens, behind + 1)) {
    minutes = tokens[behind + 1].smallValue();
    behind += 2;
  }
  if (hours > 23 || minutes < 0 || minutes > 59) {
    return at;
  }
  const int seconds = hours * 3600 + minutes * 60;
  fields.offset = tokens[at].isSign('-') ? -seconds : seconds;
  return behind;
}

/// Minutes, seconds and the fraction behind the hour at a place; the place behind them.
std::size_t readClock(const DateTokens& tokens, std::size_t at, DateFields& fields) {
  fields.hour = tokens[at].smallValue();
  ++at;
  if (isSign(tokens, at, ':') && isNumberAt(tokens, at + 1)) {
    fields.minute = tokens[at + 1].smallValue();
    at += 2;
    if (isSign(tokens, at, ':') && isNumberAt(tokens, at + 1)) {
      fields.second = tokens[at + 1].smallValue();
      at += 2;
      const bool fraction = (isSign(tokens, at, '.') || isSign(tokens, at, ',')) && isNumberAt(tokens, at + 1) &&
                            !tokens[at + 1].afterBlank;
      fields.nanoseconds = fraction ? nanosecondsOf(tokens[at + 1].text) : 0;
      at += fraction ? 2 : 0;
    }
  }
  return at;
}

}  // namespace

std::size_t readZoneWords(const DateTokens& tokens, std::size_t at, DateFields& fields) {
  if (at < tokens.size() && tokens[at].kind == DateToken::Word) {
    const std::string_view name = tokens[at].text;
    if (name == "z" || name == "utc" || name == "gmt" || name == "ut") {
      fields.offset = 0;
      const std::size_t behind = readOffset(tokens, at + 1, fields);
      fields.isUtc = behind == at + 1;
      return behind;
    }
    const auto* const named =
        std::find_if(namedZones.begin(), namedZones.end(), [name](const NamedZone& zone) { return zone.name == name; });
    if (named != namedZones.end()) {
      fields.offset = named->hours * 3600;
      return at + 1;
    }
  }
  const std::size_t behind = readOffset(tokens, at, fields);
  fields.isUtc = false;
  return behind;
}

void takeTimeWords(DateTokens& tokens, DateFields& fields) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!isNumberAt(tokens, i) || tokens[i].text.size() > 2) {
      continue;
    }
    DateFields read;
    std::size_t at = readClock(tokens, i, read);
    const bool hasMinutes = at > i + 1;
    const char half = takeHalf(tokens, at);
    if (!hasMinutes && half == 0) {
      continue;
    }
    if (half != 0) {
      read.hour = *read.hour % 12 + (half == 'p' ? 12 : 0);
    }
    at = readZoneWords(tokens, at, read);
    fields = read;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.begin() + static_cast<std::ptrdiff_t>(at));
    return;
  }
}

}  // namespace heliograph::liquid
