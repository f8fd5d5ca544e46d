// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message_problems.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "message/personalisation_token.h"
#include "message/sms_text.h"

namespace heliograph::ui {

namespace {

using Act = MessageMendAction::Act;

constexpr int kExcerpt = 14;  // characters shown at each side of a gap

struct ProblemWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

QString plainText(const QByteArray& source) {
  QByteArray text;
  for (const auto& piece : message::tokenise(source)) {
    if (!piece.token) text += source.mid(piece.begin, piece.end - piece.begin);
  }
  return QString::fromUtf8(text);
}

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

QString gapWords(const QByteArray& source, const message::MessageProblem& problem, qint64 people) {
  const QString name = QStringLiteral("<b>%1</b>").arg(problem.property.toHtmlEscaped());
  const QString excerpt = gapExcerpt(source, problem.begin).toHtmlEscaped();
  const QString count = QLocale().toString(people);
  if (people <= 0) return ProblemWords::tr("People without %1 read a gap.").arg(name);
  const QString who = people == 1 ? ProblemWords::tr("1 person has no %1").arg(name)
                                  : ProblemWords::tr("%1 people have no %2").arg(count, name);
  return excerpt.isEmpty() ? ProblemWords::tr("%1: they read a gap.").arg(who)
                           : ProblemWords::tr("%1: they read “%2”.").arg(who, excerpt);
}

MessageLine gapLine(const QByteArray& source, const message::MessageProblem& problem, qint64 people) {
  MessageLine line;
  line.html = gapWords(source, problem, people);
  line.actions.push_back({Act::AddFallback, ProblemWords::tr("Add a fallback"), problem.begin, problem.end, {}});
  if (people > 0)
    line.actions.push_back({Act::ShowPeople, ProblemWords::tr("Show them"), problem.begin, problem.end, {}});
  return line;
}

MessageLine lineOf(const message::MessageProblem& problem) {
  MessageLine line;
  line.tone = problem.severity == message::MessageProblem::Severity::Error ? Tone::Problem : Tone::Attention;
  line.html = problem.text.toHtmlEscaped();
  if (problem.mend) {
    const QString use = ProblemWords::tr("Use %1").arg(QString::fromUtf8(problem.mend->text));
    line.actions.push_back({Act::Write, use, problem.mend->begin, problem.mend->end, problem.mend->text});
  }
  line.actions.push_back({Act::GoThere, ProblemWords::tr("Go there"), problem.begin, problem.end, {}});
  return line;
}

/// What people call a character that only looks like one of the keyboard; else the character itself.
QString characterName(const message::CostlyCharacter& costly) {
  switch (costly.codepoint) {
    case 0x2018:
    case 0x2019:
      return ProblemWords::tr("The curly apostrophe");
    case 0x201C:
    case 0x201D:
      return ProblemWords::tr("The curly quotation mark");
    case 0x2013:
    case 0x2014:
      return ProblemWords::tr("The long dash");
    case 0x2026:
      return ProblemWords::tr("The ellipsis sign");
    case 0x00A0:
    case 0x202F:
      return ProblemWords::tr("The no-break space");
    default:
      return ProblemWords::tr("The character <b>%1</b> (U+%2)")
          .arg(costly.character.toHtmlEscaped(),
               QString::number(costly.codepoint, 16).toUpper().rightJustified(4, QLatin1Char('0')));
  }
}

QString costlyWords(const QString& what, bool several, const std::optional<CostlyOutcome>& outcome) {
  if (!outcome) {
    return (several ? ProblemWords::tr("%1 leave room for 70 characters in a part instead of 160.")
                    : ProblemWords::tr("%1 leaves room for 70 characters in a part instead of 160."))
        .arg(what);
  }
  if (outcome->texts == 0) {
    return (several ? ProblemWords::tr("%1 make texts Unicode, so far without another part.")
                    : ProblemWords::tr("%1 makes texts Unicode, so far without another part."))
        .arg(what);
  }
  const QString texts = QLocale().toString(outcome->texts);
  const QString parts = QLocale().toString(outcome->parts);
  const QString words = (several ? ProblemWords::tr("%1 make %2 texts longer: %3 more parts")
                                 : ProblemWords::tr("%1 makes %2 texts longer: %3 more parts"))
                            .arg(what, texts, parts);
  return words + (outcome->cost.isZero() ? QString() : ProblemWords::tr(", %1").arg(outcome->cost.changeText())) +
         QLatin1Char('.');
}

std::vector<MessageLine> costlyLines(const QByteArray& source, const std::optional<CostlyOutcome>& outcome) {
  const QStringList wanted = costlyCharactersOf(source);
  if (wanted.isEmpty()) return {};
  const auto all = message::costlyCharacters(plainText(source));
  MessageLine line;
  if (wanted.size() == 1) {
    line.html = costlyWords(characterName(all.front()), false, outcome);
    const bool blank = all.front().replacement.trimmed().isEmpty();
    line.actions.push_back(
        {Act::Exchange,
         blank ? ProblemWords::tr("Use a blank") : ProblemWords::tr("Use %1").arg(all.front().replacement),
         0,
         0,
         {}});
  } else {
    const QString shown = QStringLiteral("<b>%1</b>").arg(wanted.join(QLatin1Char(' ')).toHtmlEscaped());
    line.html = costlyWords(ProblemWords::tr("The characters %1").arg(shown), true, outcome);
    line.actions.push_back({Act::Exchange, ProblemWords::tr("Fix them"), 0, 0, {}});
  }
  return {line};
}

}  // namespace

std::vector<MessageLine> messageLines(const QByteArray& source, const std::vector<message::MessageProblem>& problems,
                                      const MessageFacts& facts) {
  std::vector<MessageLine> lines;
  for (const auto& problem : problems) {
    if (problem.code == QLatin1String("no_fallback")) {
      if (isHarmless(problem, facts)) continue;
      lines.push_back(gapLine(source, problem, facts.counted ? facts.missing.value(problem.property) : 0));
    } else {
      lines.push_back(lineOf(problem));
    }
  }
  for (auto& line : costlyLines(source, facts.costly)) lines.push_back(std::move(line));
  return lines;
}

bool isHarmless(const message::MessageProblem& problem, const MessageFacts& facts) {
  return problem.code == QLatin1String("no_fallback") && facts.counted && facts.missing.value(problem.property) == 0;
}

QStringList costlyCharactersOf(const QByteArray& source) {
  QStringList characters;
  for (const auto& costly : message::costlyCharacters(plainText(source))) {
    if (costly.replacement.isEmpty()) return {};
    if (!characters.contains(costly.character)) characters << costly.character;
  }
  return characters;
}

QByteArray replaceInText(const QByteArray& source, const QString& character, const QString& replacement) {
  QByteArray result;
  for (const auto& piece : message::tokenise(source)) {
    QByteArray bytes = source.mid(piece.begin, piece.end - piece.begin);
    if (!piece.token) bytes.replace(character.toUtf8(), replacement.toUtf8());
    result += bytes;
  }
  return result;
}

QByteArray withoutCostly(const QByteArray& source) {
  QByteArray result = source;
  for (const auto& costly : message::costlyCharacters(plainText(source))) {
    if (!costly.replacement.isEmpty()) result = replaceInText(result, costly.character, costly.replacement);
  }
  return result;
}

}  // namespace heliograph::ui
