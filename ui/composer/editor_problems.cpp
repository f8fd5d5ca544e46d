// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/editor_problems.h"

#include <QCoreApplication>
#include <algorithm>

#include "message/personalisation_token.h"

namespace heliograph::ui {

namespace {

using editors::EditorFix;
using editors::EditorProblem;

struct FixWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

QString replaceWords(const QByteArray& with) {
  if (with.isEmpty()) return FixWords::tr("Take it out");
  if (with == "\n") return FixWords::tr("Replace with a plain line break");
  if (with.trimmed().isEmpty()) return FixWords::tr("Replace with a blank");
  return FixWords::tr("Replace with %1").arg(QString::fromUtf8(with));
}

/// Asks for it where the output is a pill; elsewhere the filter is written, empty.
EditorFix fallbackFix(const QByteArray& source, const message::MessageProblem& problem) {
  for (const auto& piece : message::tokenise(source)) {
    if (piece.token && problem.begin >= piece.begin && problem.begin < piece.end) {
      return {FixWords::tr("Add a fallback\u2026"), EditorFix::Act::AskFallback, problem.begin, problem.end};
    }
  }
  qsizetype end = source.indexOf("}}", problem.end);
  if (end < 0) end = problem.end;
  while (end > problem.end && (source[end - 1] == ' ' || source[end - 1] == '-')) --end;
  return {FixWords::tr("Add an empty fallback"), EditorFix::Act::Write, end, end, " | default: \"\""};
}

EditorFix elsewhereFix(const QString& text, const char* name, const QString& argument) {
  return {text, EditorFix::Act::Other, 0, 0, argument.toUtf8(), QString::fromLatin1(name)};
}

}  // namespace

std::vector<EditorProblem> editorProblems(const QByteArray& source,
                                          const std::vector<message::MessageProblem>& problems,
                                          const MessageFacts& facts) {
  std::vector<EditorProblem> shown;
  for (const auto& problem : problems) {
    if (isHarmless(problem, facts)) continue;
    const bool blocks = problem.severity == message::MessageProblem::Severity::Error;
    EditorProblem each{problem.begin, problem.end, problem.text, blocks};
    if (problem.mend) {
      each.fixes.push_back({FixWords::tr("Use %1").arg(QString::fromUtf8(problem.mend->text)), EditorFix::Act::Write,
                            problem.mend->begin, problem.mend->end, problem.mend->text});
    }
    if (!problem.snippet.isEmpty()) {
      each.fixes.push_back(elsewhereFix(FixWords::tr("Open the snippet…"), kOpenSnippet, problem.snippet));
    } else if (isAboutLinked(problem)) {
      each.fixes.push_back(elsewhereFix(FixWords::tr("Open linked content…"), kOpenLinked, {}));
    } else if (problem.code == QLatin1String("no_fallback") || problem.code == QLatin1String("no_event_fallback")) {
      each.fixes.push_back(fallbackFix(source, problem));
    } else if (problem.code == QLatin1String("template_place_open")) {
      each.fixes.push_back(
          {FixWords::tr("Choose a property…"), EditorFix::Act::AskFallback, problem.begin, problem.end});
    }
    shown.push_back(std::move(each));
  }
  return shown;
}

std::vector<EditorProblem> editorProblems(const std::vector<message::CostlyMark>& marks) {
  const auto mendable =
      std::count_if(marks.begin(), marks.end(), [](const auto& mark) { return mark.replacement.has_value(); });
  std::vector<EditorProblem> shown;
  for (const auto& mark : marks) {
    EditorProblem each{mark.begin, mark.end, message::costlySentence(mark), false, EditorProblem::Kind::Costly};
    if (mark.replacement) {
      each.fixes.push_back(
          {replaceWords(*mark.replacement), EditorFix::Act::Write, mark.begin, mark.end, *mark.replacement});
      if (mendable > 1) {
        each.fixes.push_back({FixWords::tr("Replace all %1 such characters").arg(mendable),
                              EditorFix::Act::Other,
                              0,
                              0,
                              {},
                              QString::fromLatin1(kReplaceCostly)});
      }
    }
    shown.push_back(std::move(each));
  }
  return shown;
}

}  // namespace heliograph::ui
