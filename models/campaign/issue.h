// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>
#include <vector>

namespace heliograph::campaign {

/// The composer's steps, in order.
enum class Step { Start, Who, What, When, Publish };

/// How much an issue matters: it prevents publishing, asks for a look, or is only said.
enum class Severity { Block, Warn, Note };

/// One thing to see to before publishing, with its place.
struct Issue {
  Severity severity = Severity::Block;
  QString code;  ///< stable: "name_empty", "message_syntax", …
  Step step = Step::Start;
  QString field;    ///< "name", "audience", "message" (of the second copy "message:1"), "variants", "route", "when"
  QString text;     ///< what is wrong and what to do
  int offset = -1;  ///< in the message: byte where it begins, else -1
  int length = 0;   ///< in the message: bytes it spans

  bool operator==(const Issue&) const = default;
};

/// True if one of them prevents publishing.
[[nodiscard]] inline bool hasBlockers(const std::vector<Issue>& issues) {
  return std::any_of(issues.begin(), issues.end(), [](const Issue& one) { return one.severity == Severity::Block; });
}

/// Stable names as in JSON: "block", "warn", "note"; "start", "who", "what", "when", "publish".
[[nodiscard]] QString severityName(Severity severity);
[[nodiscard]] QString stepName(Step step);

}  // namespace heliograph::campaign
