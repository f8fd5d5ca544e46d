// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/result.h"
#include "providers/template/answer_tree.h"

namespace heliograph::providers {

/// How a line of a provider's text may be written: "success | {to} | {id}". What stands in braces are its parts, the
/// rest stands there as it is; {{ and }} are the braces themselves. Reading takes time in proportion to the line.
class LineShape final {
 public:
  /// Error: InvalidInput for parts without a name or with the same one, and for two without anything between them.
  [[nodiscard]] static Result<LineShape> parse(const QString& text);

  /// The parts by their names, without white space around them; nothing if the line is written otherwise. Each part is
  /// as short as what follows it allows.
  [[nodiscard]] std::optional<AnswerNode> read(const QString& line) const;
  [[nodiscard]] QStringList names() const { return m_names; }

  bool operator==(const LineShape&) const = default;

 private:
  QStringList m_literals;  ///< before the first part, between the parts, and after the last: one more than names
  QStringList m_names;
};

/// A text as its lines are written: its list "lines", and where there is but one line the parts of that one, too. Each
/// line is read by the first of `shapes` that fits. Error: Refused when none fits one of the lines.
[[nodiscard]] Result<AnswerNode> readLines(const AnswerNode& text, const std::vector<LineShape>& shapes);

}  // namespace heliograph::providers
