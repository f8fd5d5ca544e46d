// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/value_matching.h"

#include <algorithm>
#include <cmath>

namespace heliograph::message {
namespace {

/// "2026-02-03 12:00:00 +0530", as a person's row has an instant.
constexpr std::size_t kInstantLength = 25;
constexpr std::size_t kDayLength = 10;

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isInstant(std::string_view text) {
  return text.size() == kInstantLength && text[4] == '-' && text[7] == '-' && text[10] == ' ' && text[13] == ':' &&
         text[16] == ':' && text[19] == ' ';
}

/// comparableValue() of UTF-8, quick for plain letters.
std::string comparable(std::string_view text) {
  if (!isAscii(text)) {
    return comparableValue(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
  }
  const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace

QString comparableValue(const QString& text) {
  return text.trimmed().toCaseFolded();
}

ValueMatching::ValueMatching(const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    bool isNumber = false;
    const double number = QString::fromStdString(value).trimmed().toDouble(&isNumber);
    m_wanted.push_back({comparable(value), isNumber ? std::optional(number) : std::nullopt});
  }
}

int ValueMatching::find(const liquid::Value& value) const {
  using liquid::Kind;
  switch (value.kind()) {
    case Kind::String: {
      const std::string_view text = value.toView();
      const int found = findText(comparable(text));
      return found < 0 && isInstant(text) ? findText(text.substr(0, kDayLength)) : found;
    }
    case Kind::Integer:
      return findNumber(static_cast<double>(value.toInteger()));
    case Kind::Decimal:
      return findNumber(static_cast<double>(value.mantissa()) / std::pow(10.0, value.scale()));
    case Kind::Boolean:
      return findText(value.toBoolean() ? "true" : "false");
    default:
      return -1;
  }
}

int ValueMatching::findText(std::string_view text) const {
  const auto found =
      std::find_if(m_wanted.begin(), m_wanted.end(), [text](const Wanted& one) { return one.text == text; });
  return found == m_wanted.end() ? -1 : static_cast<int>(found - m_wanted.begin());
}

int ValueMatching::findNumber(double number) const {
  const auto found =
      std::find_if(m_wanted.begin(), m_wanted.end(), [number](const Wanted& one) { return one.number == number; });
  return found == m_wanted.end() ? -1 : static_cast<int>(found - m_wanted.begin());
}

}  // namespace heliograph::message
