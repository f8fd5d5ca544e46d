// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/message_problems.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "message/personalisation_token.h"
#include "ui/composer/message/costly_lines.h"

namespace heliograph::ui {

namespace {

using MendAct = MessageMendAction::Act;

constexpr int kExcerpt = 14;  // characters shown at each side of a gap

struct ProblemWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

/// The end of a text in whole words, or its beginning.
QString lastWords(const QString& text) {
  const QString end = text.right(kExcerpt);
  const qsizetype blank = end.size() < text.size() ? end.indexOf(QLatin1Char(' ')) + 1 : 0;
  return end.mid(blank);
}

QString firstWords(const QString& text) {
  const QString begin = text.left(kExcerpt);
  const qsizetype blank = begin.size() < text.size() ? begin.lastIndexOf(QLatin1Char(' ')) : -1;
  return blank > 0 ? begin.left(blank) : begin;
}

/// What somebody without the value reads around the token that holds the byte: "30 % off ’s best"; empty where Liquid
/// stands beside it.
QString gapExcerpt(const QByteArray& source, qsizetype byte) {
  const auto pieces = message::tokenise(source);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].token || byte < pieces[i].begin || byte >= pieces[i].end) continue;
    const auto textAt = [&](std::size_t index) {
      if (index >= pieces.size() || pieces[index].token) return QString();
      return QString::fromUtf8(source.mid(pieces[index].begin, pieces[index].end - pieces[index].begin));
    };
    const QString before = i > 0 ? lastWords(textAt(i - 1)) : QString();
    const QString shown = (before + firstWords(textAt(i + 1))).simplified();
    return shown.contains(QLatin1Char('{')) || shown.contains(QLatin1Char('}')) ? QString() : shown;
  }
  return {};
}

/// A gap that the message itself doesn't show: the snippet has it.
QString snippetGapWords(const message::MessageProblem& problem, qint64 people) {
  const QString name = QStringLiteral("<b>%1</b>").arg(problem.property.toHtmlEscaped());
  const QString snippet = problem.snippet.toHtmlEscaped();
  if (people <= 0) return ProblemWords::tr("People without %1 read a gap in the snippet “%2”.").arg(name, snippet);
  return people == 1 ? ProblemWords::tr("1 person has no %1: they read a gap in the snippet “%2”.").arg(name, snippet)
                     : ProblemWords::tr("%1 people have no %2: they read a gap in the snippet “%3”.")
                           .arg(QLocale().toString(people), name, snippet);
}

QString gapWords(const QByteArray& source, const message::MessageProblem& problem, qint64 people) {
  const QString name = QStringLiteral("<b>%1</b>").arg(problem.property.toHtmlEscaped());
  const QString excerpt = gapExcerpt(source, problem.begin).toHtmlEscaped();
  const QString count = QLocale().toString(people);
  if (!problem.snippet.isEmpty()) return snippetGapWords(problem, people);
  if (people <= 0) return ProblemWords::tr("People without %1 read a gap.").arg(name);
  const QString who = people == 1 ? ProblemWords::tr("1 person has no %1").arg(name)
                                  : ProblemWords::tr("%1 people have no %2").arg(count, name);
  return excerpt.isEmpty() ? ProblemWords::tr("%1: they read a gap.").arg(who)
                           : ProblemWords::tr("%1: they read “%2”.").arg(who, excerpt);
}

MessageMendAction openSnippet(const QString& name) {
  return {MendAct::OpenSnippet, ProblemWords::tr("Open the snippet"), 0, 0, name.toUtf8()};
}

MessageLine gapLine(const QByteArray& source, const message::MessageProblem& problem, qint64 people) {
  MessageLine line;
  line.html = gapWords(source, problem, people);
  if (problem.snippet.isEmpty()) {
    line.actions.push_back({MendAct::AddFallback, ProblemWords::tr("Add a fallback"), problem.begin, problem.end, {}});
  } else {
    line.actions.push_back(openSnippet(problem.snippet));
  }
  if (people > 0) {
    line.actions.push_back(
        {MendAct::ShowPeople, ProblemWords::tr("Show them"), problem.begin, problem.end, problem.property.toUtf8()});
  }
  return line;
}

MessageLine lineOf(const message::MessageProblem& problem) {
  MessageLine line;
  line.tone = problem.severity == message::MessageProblem::Severity::Error ? Tone::Problem : Tone::Attention;
  line.html = problem.text.toHtmlEscaped();
  if (problem.mend) {
    const QString use = ProblemWords::tr("Use %1").arg(QString::fromUtf8(problem.mend->text));
    line.actions.push_back({MendAct::Write, use, problem.mend->begin, problem.mend->end, problem.mend->text});
  }
  if (!problem.snippet.isEmpty()) line.actions.push_back(openSnippet(problem.snippet));
  if (isAboutLinked(problem)) {
    line.actions.push_back({MendAct::OpenLinked, ProblemWords::tr("Open linked content"), 0, 0, {}});
  }
  const bool canFallBack = problem.code == QLatin1String("no_event_fallback") && problem.snippet.isEmpty();
  if (canFallBack) {
    line.actions.push_back({MendAct::AddFallback, ProblemWords::tr("Add a fallback"), problem.begin, problem.end, {}});
  }
  if (problem.code == QLatin1String("template_place_open")) {
    line.actions.push_back(
        {MendAct::AddFallback, ProblemWords::tr("Choose a property"), problem.begin, problem.end, {}});
  }
  line.actions.push_back({MendAct::GoThere, ProblemWords::tr("Go there"), problem.begin, problem.end, {}});
  return line;
}

}  // namespace

std::vector<MessageLine> messageLines(const QByteArray& source, const std::vector<message::MessageProblem>& problems,
                                      const std::vector<message::CostlyMark>& marks, const MessageFacts& facts) {
  std::vector<MessageLine> lines;
  for (const auto& problem : problems) {
    if (problem.code == QLatin1String("no_fallback")) {
      if (isHarmless(problem, facts)) continue;
      lines.push_back(gapLine(source, problem, facts.counted ? facts.missing.value(problem.property) : 0));
    } else {
      lines.push_back(lineOf(problem));
    }
  }
  for (auto& line : costlyLines(marks, facts.costly)) lines.push_back(std::move(line));
  return lines;
}

bool isAboutLinked(const message::MessageProblem& problem) {
  return problem.code.startsWith(QLatin1String("linked_")) && !problem.mend && problem.snippet.isEmpty();
}

bool isHarmless(const message::MessageProblem& problem, const MessageFacts& facts) {
  return problem.code == QLatin1String("no_fallback") && facts.counted && facts.missing.value(problem.property) == 0;
}

int mendableCostly(const std::vector<message::CostlyMark>& marks) {
  return message::canAllBeReplaced(marks) ? static_cast<int>(marks.size()) : 0;
}

}  // namespace heliograph::ui
