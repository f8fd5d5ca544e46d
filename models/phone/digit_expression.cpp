// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/digit_expression.h"

namespace heliograph::phone {
namespace {

using Kind = DigitExpression::Kind;

constexpr std::uint16_t anyDigit = 0x3ff;
constexpr int mostRepeats = 20;

/// Reads one expression from its beginning to its end.
class ExpressionReader final {
 public:
  explicit ExpressionReader(std::string_view text) : m_text(text) {}

  std::optional<DigitExpression> read() {
    DigitExpression whole = choice();
    return m_understood && m_at == m_text.size() ? std::optional(std::move(whole)) : std::nullopt;
  }

 private:
  [[nodiscard]] char ahead() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  bool take(std::string_view expected) {
    if (m_text.substr(m_at, expected.size()) != expected) return false;
    m_at += expected.size();
    return true;
  }
  void expect(std::string_view expected) { m_understood = take(expected) && m_understood; }
  static bool isDigit(char c) { return c >= '0' && c <= '9'; }

  DigitExpression choice() {
    DigitExpression all{Kind::Choice, 0, {}, 1, 1};
    do all.parts.push_back(sequence());
    while (take("|"));
    return all;
  }

  DigitExpression sequence() {
    DigitExpression all;
    while (m_understood && m_at < m_text.size() && ahead() != '|' && ahead() != ')') {
      if (take("$")) {
        m_understood = m_at == m_text.size() || ahead() == '|' || ahead() == ')';
      } else {
        all.parts.push_back(repeated(one()));
      }
    }
    return all;
  }

  DigitExpression one() {
    if (take("(")) {
      take("?:");
      DigitExpression inner = choice();
      expect(")");
      return inner;
    }
    DigitExpression digit{Kind::Digit, anyDigit, {}, 1, 1};
    if (take("\\d")) return digit;
    digit.digits = take("[") ? listed() : bit(taken());
    return digit;
  }

  /// What stands between brackets.
  std::uint16_t listed() {
    std::uint16_t digits = 0;
    while (m_understood && !take("]")) {
      const char first = taken();
      const char last = take("-") ? taken() : first;
      m_understood = m_understood && first <= last;
      for (char c = first; m_understood && c <= last; ++c) digits |= bit(c);
    }
    return digits;
  }

  DigitExpression repeated(DigitExpression&& inner) {
    int least = 1;
    int most = 1;
    if (take("?")) {
      least = 0;
    } else if (take("{")) {
      least = most = count();
      if (take(",")) most = count();
      expect("}");
      m_understood = m_understood && least <= most && most <= mostRepeats;
    } else {
      return std::move(inner);
    }
    DigitExpression all{Kind::Repeat, 0, {}, least, most};
    all.parts.push_back(std::move(inner));
    return all;
  }

  int count() {
    int value = 0;
    const std::size_t before = m_at;
    while (isDigit(ahead()) && value <= mostRepeats) value = value * 10 + (m_text[m_at++] - '0');
    m_understood = m_understood && m_at > before;
    return value;
  }

  /// The digit that stands next.
  char taken() {
    const char next = ahead();
    m_understood = m_understood && isDigit(next);
    ++m_at;
    return m_understood ? next : '0';
  }
  static std::uint16_t bit(char digit) { return static_cast<std::uint16_t>(1U << (digit - '0')); }

  std::string_view m_text;
  std::size_t m_at = 0;
  bool m_understood = true;
};

}  // namespace

std::optional<DigitExpression> readDigitExpression(std::string_view text) {
  return ExpressionReader(text).read();
}

}  // namespace heliograph::phone
