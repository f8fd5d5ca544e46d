// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/text_pattern.h"

namespace heliograph::audience {
namespace {

constexpr qsizetype kLongestPattern = 1000;
constexpr qsizetype kLongestText = 10'000;
/// Steps of a search: some ten milliseconds at worst.
const QString kSearchLimits = QStringLiteral("(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=20000)");

}  // namespace

Result<TextPattern> TextPattern::compile(const QString& pattern) {
  if (pattern.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("the pattern is empty"));
  if (pattern.size() > kLongestPattern) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("the pattern has more than %1 characters").arg(kLongestPattern));
  }
  // A pattern can't lift the limits: the lowest of several counts.
  const QRegularExpression expression(kSearchLimits + pattern, QRegularExpression::UseUnicodePropertiesOption);
  if (!expression.isValid()) {
    const qsizetype place = std::max<qsizetype>(0, expression.patternErrorOffset() - kSearchLimits.size());
    return fail(ErrorCode::InvalidInput, QStringLiteral("the pattern “%1” is wrong at character %2: %3")
                                             .arg(pattern)
                                             .arg(place + 1)
                                             .arg(expression.errorString()));
  }
  return TextPattern(expression);
}

bool TextPattern::isFoundIn(const QString& text) const {
  const QString& looked = text.size() > kLongestText ? text.left(kLongestText) : text;
  return m_expression.match(looked).hasMatch();
}

}  // namespace heliograph::audience
