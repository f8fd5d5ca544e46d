// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/costly_lines.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "editors/emoji_drawing.h"

namespace heliograph::ui {

namespace {

using CostlyAct = MessageMendAction::Act;

constexpr int kMostCharacters = 8;  // characters named in one line

struct CostlyWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

QStringList distinctCharacters(const std::vector<message::CostlyMark>& marks, bool onlyKept) {
  QStringList characters;
  for (const auto& mark : marks) {
    if (onlyKept && mark.replacement) continue;
    if (!characters.contains(mark.character)) characters << mark.character;
  }
  return characters;
}

/// What people call it: a likeness of a sign on the keyboard by its name, anything else by itself.
QString costlyName(const message::CostlyMark& mark) {
  const QString name = message::characterName(mark);
  if (!name.endsWith(mark.character)) return CostlyWords::tr("The %1").arg(name);
  return CostlyWords::tr("The character <b>%1</b> (U+%2)")
      .arg(mark.character.toHtmlEscaped(),
           QString::number(mark.codepoint, 16).toUpper().rightJustified(4, QLatin1Char('0')));
}

QString costlyOutcomeWords(const QString& what, bool several, const std::optional<CostlyOutcome>& outcome) {
  if (!outcome) {
    return (several ? CostlyWords::tr("%1 leave room for 70 characters in a part instead of 160.")
                    : CostlyWords::tr("%1 leaves room for 70 characters in a part instead of 160."))
        .arg(what);
  }
  if (outcome->texts == 0) {
    return (several ? CostlyWords::tr("%1 make texts Unicode, so far without another part.")
                    : CostlyWords::tr("%1 makes texts Unicode, so far without another part."))
        .arg(what);
  }
  const QString texts = QLocale().toString(outcome->texts);
  const QString parts = QLocale().toString(outcome->parts);
  const QString words = (several ? CostlyWords::tr("%1 make %2 texts longer: %3 more parts")
                                 : CostlyWords::tr("%1 makes %2 texts longer: %3 more parts"))
                            .arg(what, texts, parts);
  return words + (outcome->cost.isZero() ? QString() : CostlyWords::tr(", %1").arg(outcome->cost.changeText())) +
         QLatin1Char('.');
}

QString exchangeWords(const QByteArray& replacement) {
  if (replacement.isEmpty()) return CostlyWords::tr("Take it out");
  if (replacement.trimmed().isEmpty()) return CostlyWords::tr("Use a blank");
  return CostlyWords::tr("Use %1").arg(QString::fromUtf8(replacement));
}

QString boldList(const QStringList& characters) {
  QString shown = characters.mid(0, kMostCharacters).join(QLatin1Char(' ')).toHtmlEscaped();
  if (characters.size() > kMostCharacters) shown += QStringLiteral(" \u2026");
  return QStringLiteral("<b>%1</b>").arg(editors::drawnText(shown).text);
}

MessageLine keptLine(const std::vector<message::CostlyMark>& marks) {
  const auto first = std::find_if(marks.begin(), marks.end(), [](const auto& mark) { return !mark.replacement; });
  const QStringList kept = distinctCharacters(marks, true);
  MessageLine line;
  line.tone = Tone::Neutral;
  line.html = kept.size() == 1 ? CostlyWords::tr("%1 makes it Unicode: 70 characters fit into a part instead of 160.")
                                     .arg(costlyName(*first))
                               : CostlyWords::tr(
                                     "The characters %1 make it Unicode: 70 characters fit into a part "
                                     "instead of 160.")
                                     .arg(boldList(kept));
  line.actions.push_back({CostlyAct::GoThere, CostlyWords::tr("Go there"), first->begin, first->end, {}});
  return line;
}

}  // namespace

std::vector<MessageLine> costlyLines(const std::vector<message::CostlyMark>& marks,
                                     const std::optional<CostlyOutcome>& outcome) {
  if (marks.empty()) return {};
  if (!message::canAllBeReplaced(marks)) return {keptLine(marks)};
  const QStringList characters = distinctCharacters(marks, false);
  MessageLine line;
  if (characters.size() == 1) {
    line.html = costlyOutcomeWords(costlyName(marks.front()), false, outcome);
    line.actions.push_back({CostlyAct::Exchange, exchangeWords(*marks.front().replacement), 0, 0, {}});
  } else {
    line.html = costlyOutcomeWords(CostlyWords::tr("The characters %1").arg(boldList(characters)), true, outcome);
    line.actions.push_back({CostlyAct::Exchange, CostlyWords::tr("Fix them"), 0, 0, {}});
  }
  return {line};
}

}  // namespace heliograph::ui
