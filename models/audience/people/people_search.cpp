// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/people_search.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace heliograph::audience {
namespace {

constexpr int kFewestDigits = 3;

bool isLatinMark(QChar sign) {
  return sign.unicode() >= 0x300 && sign.unicode() <= 0x36F;
}

std::string foldedSlowly(std::string_view utf8) {
  QString text =
      QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).normalized(QString::NormalizationForm_KD);
  text.removeIf(isLatinMark);
  for (QChar& sign : text) {
    if (sign.unicode() < 0x20) sign = u' ';
  }
  return text.toCaseFolded().toStdString();
}

/// Whether there is nothing in it but what numbers are written with.
bool isWrittenNumber(const QString& text) {
  static const QString between = QStringLiteral(" +()-./\u00a0\u2011");
  int digits = 0;
  for (const QChar sign : text) {
    if (sign.isDigit()) {
      ++digits;
    } else if (!between.contains(sign)) {
      return false;
    }
  }
  return digits >= kFewestDigits;
}

/// A number as it may stand in E.164: as it is, without the zero of home, with the plus for 00.
std::vector<std::string> numberForms(QString text) {
  text.remove(QStringLiteral("(0)"));
  const std::string typed = searchableNumber(text.toStdString());
  std::vector<std::string> forms{typed};
  const auto firstOther = typed.find_first_not_of('0');
  if (firstOther == std::string::npos || firstOther == 0) return forms;
  const std::string rest = typed.substr(firstOther);
  forms.push_back(firstOther == 2 ? '+' + rest : rest);
  return forms;
}

}  // namespace

std::string searchable(std::string_view utf8) {
  std::string folded(utf8);
  for (char& sign : folded) {
    const auto byte = static_cast<unsigned char>(sign);
    if (byte >= 0x80) return foldedSlowly(utf8);
    if (byte < 0x20) sign = ' ';
    if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign + ('a' - 'A'));
  }
  return folded;
}

std::string searchableNumber(std::string_view utf8) {
  std::string number;
  for (const char sign : utf8) {
    if ((sign >= '0' && sign <= '9') || (sign == '+' && number.empty())) number += sign;
  }
  if (number.size() == utf8.size() || std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) == 0; })) {
    return number;
  }
  // Digits of other scripts.
  number.clear();
  for (const QChar sign : QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))) {
    if (sign.isDigit()) number += static_cast<char>('0' + sign.digitValue());
    if (sign == u'+' && number.empty()) number += '+';
  }
  return number;
}

PeopleSearch::PeopleSearch(const QString& text) {
  const QString typed = text.trimmed();
  if (typed.isEmpty()) return;
  if (isWrittenNumber(typed)) {
    for (std::string& form : numberForms(typed)) m_ways.push_back({std::move(form), {}});
  }
  Way words;
  for (const QString& word : typed.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)) {
    words.others.push_back(searchable(word.toStdString()));
  }
  const auto longest = std::max_element(words.others.begin(), words.others.end(),
                                        [](const auto& a, const auto& b) { return a.size() < b.size(); });
  words.longest = *longest;
  words.others.erase(longest);
  // "98123 45678" is one number and not two words that are somewhere in one.
  if (m_ways.empty() || words.others.empty()) m_ways.push_back(std::move(words));
}

}  // namespace heliograph::audience
