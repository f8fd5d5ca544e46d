// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "editors/editor_problem.h"

class QKeyEvent;
class QMenu;

namespace heliograph::editors {

/// The problems that touch bytes [begin, end), or the place before `begin` when that is empty; those that only end
/// there come last.
[[nodiscard]] std::vector<EditorProblem> problemsAt(const std::vector<EditorProblem>& problems, qsizetype begin,
                                                    qsizetype end);

/// The problem that begins at the byte or next behind it, around the end; null if there is none at all.
[[nodiscard]] const EditorProblem* nextProblem(const std::vector<EditorProblem>& problems, qsizetype byte);

/// Adds what each problem says and what mends it; `act` is called with what was chosen.
void addProblems(QMenu& menu, const std::vector<EditorProblem>& problems,
                 const std::function<void(const EditorFix&)>& act);

/// Marks the first fix of a menu, so that Enter takes it.
void activateFirstFix(QMenu& menu);

/// Alt+Enter.
[[nodiscard]] bool isFixKey(const QKeyEvent& event);

}  // namespace heliograph::editors
