// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/problem_menu.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QWidgetAction>
#include <algorithm>

namespace heliograph::editors {
namespace {

constexpr int SentenceWidth = 320;

/// A menu's own entries don't wrap.
void addSentence(QMenu& menu, const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setFixedWidth(SentenceWidth);
  label->setContentsMargins(12, 6, 12, 6);
  label->setFixedHeight(label->heightForWidth(SentenceWidth));
  auto* line = new QWidgetAction(&menu);
  line->setDefaultWidget(label);
  line->setText(text);
  line->setEnabled(false);
  menu.addAction(line);
}

}  // namespace

std::vector<EditorProblem> problemsAt(const std::vector<EditorProblem>& problems, qsizetype begin, qsizetype end) {
  std::vector<EditorProblem> found;
  for (const EditorProblem& problem : problems) {
    const bool beginsBefore = problem.begin <= begin || problem.begin < end;
    if (beginsBefore && begin <= std::max(problem.end, problem.begin)) found.push_back(problem);
  }
  std::stable_partition(found.begin(), found.end(), [begin](const EditorProblem& each) { return begin < each.end; });
  return found;
}

const EditorProblem* nextProblem(const std::vector<EditorProblem>& problems, qsizetype byte) {
  const EditorProblem* first = nullptr;
  const EditorProblem* next = nullptr;
  for (const EditorProblem& problem : problems) {
    if (first == nullptr || problem.begin < first->begin) first = &problem;
    if (problem.begin >= byte && (next == nullptr || problem.begin < next->begin)) next = &problem;
  }
  return next != nullptr ? next : first;
}

void addProblems(QMenu& menu, const std::vector<EditorProblem>& problems,
                 const std::function<void(const EditorFix&)>& act) {
  for (const EditorProblem& problem : problems) {
    addSentence(menu, problem.text);
    for (const EditorFix& fix : problem.fixes) menu.addAction(fix.text, &menu, [act, fix] { act(fix); });
    menu.addSeparator();
  }
  menu.setAccessibleName(problems.empty() ? QString() : problems.front().text);
}

void activateFirstFix(QMenu& menu) {
  for (QAction* action : menu.actions()) {
    if (!action->isEnabled() || action->isSeparator()) continue;
    menu.setActiveAction(action);
    return;
  }
}

bool isFixKey(const QKeyEvent& event) {
  const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
  return enter && (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
}

}  // namespace heliograph::editors
