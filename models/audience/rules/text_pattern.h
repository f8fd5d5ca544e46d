// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringView>

#include "core/result.h"

namespace heliograph::audience {

/// A regular expression (Perl's, Unicode's letters and digits, with regard to case) that is looked for anywhere in a
/// text. Only the first 10,000 characters of a text are looked at, and a search that takes too many steps finds
/// nothing.
class TextPattern final {
 public:
  /// Errors: InvalidInput, half a sentence with the place of what is wrong.
  [[nodiscard]] static Result<TextPattern> compile(const QString& pattern);

  [[nodiscard]] bool isFoundIn(const QString& text) const;

 private:
  explicit TextPattern(QRegularExpression expression) : m_expression(std::move(expression)) {}

  QRegularExpression m_expression;
};

}  // namespace heliograph::audience
