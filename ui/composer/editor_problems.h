// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "editors/editor_problem.h"
#include "message/costly_marks.h"
#include "message/message_lint.h"
#include "ui/composer/message/message_problems.h"

namespace heliograph::ui {

/// The name of the fix that replaces every costly character of the message.
inline constexpr char kReplaceCostly[] = "replace-costly";

/// The name of the fix that opens the snippet called by its `with`, and of the one that opens the linked content.
inline constexpr char kOpenSnippet[] = "open-snippet";
inline constexpr char kOpenLinked[] = "open-linked";

/// A message's problems as an editor shows them, each with what mends it.
[[nodiscard]] std::vector<editors::EditorProblem> editorProblems(const QByteArray& source,
                                                                 const std::vector<message::MessageProblem>& problems,
                                                                 const MessageFacts& facts);

/// The costly characters of a message as an editor shows them.
[[nodiscard]] std::vector<editors::EditorProblem> editorProblems(const std::vector<message::CostlyMark>& marks);

}  // namespace heliograph::ui
