// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/everybody/everybody_lines.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "delivery/outbox/reason_text.h"
#include "ui/composer/words/country_words.h"
#include "ui/preview/text_words.h"

namespace heliograph::ui {

namespace {

using delivery::CharacterCost;
using delivery::CheckReport;
using Section = EverybodyLine::Section;
using Lines = std::vector<EverybodyLine>;

constexpr std::size_t kMostCharacterLines = 8;
constexpr std::size_t kMostCountryLines = 5;

QString everybodyTr(const char* text) {
  return QCoreApplication::translate("heliograph::ui::EverybodyLines", text);
}

QString figureOf(qint64 count) {
  return QLocale().toString(count);
}

void addParts(const CheckReport& report, Lines& lines) {
  for (auto parts = report.parts.begin(); parts != report.parts.end(); ++parts) {
    const QString words = partsWords(parts.key());
    lines.push_back({Section::Parts,
                     QString::number(parts.key()),
                     words,
                     figureOf(parts.value()),
                     parts.key() > 1 ? Tone::Attention : Tone::Neutral,
                     {words, report.picks.ofParts.value(parts.key())},
                     {},
                     {}});
  }
  const delivery::ExtremeText& longest = report.longest;
  if (!longest.profile.isValid()) return;
  const QString label = everybodyTr("Longest text");
  lines.push_back({Section::Parts,
                   QStringLiteral("longest"),
                   label,
                   everybodyTr("%1 characters, %2").arg(figureOf(longest.units), partsWords(longest.parts)),
                   Tone::Neutral,
                   {label, {longest.profile}},
                   {},
                   {}});
}

/// Where the money goes, when it goes to several countries.
void addCountries(const CheckReport& report, Lines& lines) {
  const auto& countries = report.cost.countries;
  if (countries.size() < 2) return;
  for (std::size_t i = 0; i < std::min(countries.size(), kMostCountryLines); ++i) {
    const delivery::CountryCost& one = countries[i];
    const QString name = countryWords(one.country);
    lines.push_back({Section::Cost,
                     QStringLiteral("country.") + one.country,
                     everybodyTr("%1, %2 texts").arg(name, figureOf(one.people)),
                     !one.priced && one.expected.isZero() ? everybodyTr("no price") : one.expected.text(),
                     Tone::Neutral,
                     {name, report.picks.ofCountry.value(one.country)},
                     {},
                     {}});
  }
}

void addCost(const CheckReport& report, Lines& lines) {
  const delivery::CostReport& cost = report.cost;
  const delivery::PeoplePicks& picks = report.picks;
  const auto add = [&](const char* name, const QString& label, const QString& figure, const QString& walk,
                       const delivery::PeopleSet& people, const QString& tip) {
    lines.push_back({Section::Cost, QLatin1String(name), label, figure, Tone::Neutral, {walk, people}, {}, tip});
  };
  if (!cost.expected.isZero()) {
    add("expected", everybodyTr("Expected"), cost.expected.text(), everybodyTr("With a price"), picks.priced,
        everybodyTr("Through the first provider of the route."));
    if (!(cost.highest == cost.expected)) {
      add("highest", everybodyTr("At most"), cost.highest.text(), everybodyTr("Could cost more"), picks.dearer,
          everybodyTr("Through the dearest provider of the route for each person."));
    }
    addCountries(report, lines);
  }
  if (!cost.isComplete()) {
    add("unpriced", everybodyTr("No price is known for"), figureOf(cost.unpricedPeople), everybodyTr("No price"),
        picks.unpriced, {});
  }
}

void addNamed(Section section, const QString& title, Tone tone, const QMap<QString, qint64>& counts,
              const QMap<QString, delivery::PeopleSet>& people, Lines& lines) {
  for (auto one = counts.begin(); one != counts.end(); ++one) {
    lines.push_back({section,
                     one.key(),
                     title.arg(one.key()),
                     figureOf(one.value()),
                     tone,
                     {title.arg(one.key()), people.value(one.key())},
                     {},
                     {}});
  }
}

void addSkipped(const CheckReport& report, Lines& lines) {
  for (auto reason = report.skipped.begin(); reason != report.skipped.end(); ++reason) {
    const QString label = delivery::reasonLabel(reason.key());
    // Reasons that the text gives can be mended here.
    const bool ofText =
        reason.key() == u"render_failed" || reason.key() == u"empty_text" || reason.key() == u"too_long";
    lines.push_back({Section::Skipped,
                     reason.key(),
                     label,
                     figureOf(reason.value()),
                     ofText ? Tone::Attention : Tone::Neutral,
                     {label, report.picks.skipped.value(reason.key())},
                     {},
                     delivery::reasonText(reason.key())});
  }
}

QString scriptWords(QChar::Script script) {
  switch (script) {
    case QChar::Script_Cyrillic:
      return everybodyTr("Cyrillic letters");
    case QChar::Script_Greek:
      return everybodyTr("Greek letters");
    case QChar::Script_Arabic:
      return everybodyTr("Arabic letters");
    case QChar::Script_Hebrew:
      return everybodyTr("Hebrew letters");
    case QChar::Script_Devanagari:
      return everybodyTr("Devanagari letters");
    case QChar::Script_Bengali:
      return everybodyTr("Bengali letters");
    case QChar::Script_Tamil:
      return everybodyTr("Tamil letters");
    case QChar::Script_Telugu:
      return everybodyTr("Telugu letters");
    case QChar::Script_Thai:
      return everybodyTr("Thai letters");
    case QChar::Script_Han:
      return everybodyTr("Chinese characters");
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
      return everybodyTr("Japanese letters");
    case QChar::Script_Hangul:
      return everybodyTr("Korean letters");
    default:
      return everybodyTr("Letters of another script");
  }
}

/// "’", "Ł in first_name", "Cyrillic letters in first_name and city".
QString characterWords(const CharacterCost& one) {
  QString words = one.character.isEmpty() ? scriptWords(one.script) : one.character;
  if (one.hasReplacement && one.character.trimmed().isEmpty()) words = everybodyTr("A blank or an invisible character");
  if (one.isOwn) return words;
  const QStringList names = one.properties.keys();
  return names.isEmpty() ? everybodyTr("%1 in what is filled in").arg(words)
                         : everybodyTr("%1 in %2").arg(words, names.join(everybodyTr(" and ")));
}

QString extraFigure(const delivery::ExtraParts& extra) {
  if (extra.parts == 0) return everybodyTr("no more parts");
  const QString parts = extra.parts == 1 ? everybodyTr("+1 part") : everybodyTr("+%1 parts").arg(figureOf(extra.parts));
  return extra.cost.isZero() ? parts : everybodyTr("%1, %2").arg(parts, extra.cost.changeText());
}

EverybodyLine characterLine(const CharacterCost& one) {
  EverybodyLine line;
  line.section = Section::Characters;
  const QString words = characterWords(one);
  line.name = (one.isOwn ? QStringLiteral("own.") : QStringLiteral("value.")) +
              (one.character.isEmpty() ? QString::number(one.script) : one.character);
  const bool longer = !one.extra.texts.isEmpty();
  const delivery::PeopleSet& people = longer ? one.extra.texts : one.people;
  const qint64 texts = people.count();
  const QString count = texts == 1 ? everybodyTr("1 text") : everybodyTr("%1 texts").arg(figureOf(texts));
  const bool several = one.character.isEmpty();
  const QString longerWords = several ? everybodyTr("%1 make %2 longer") : everybodyTr("%1 makes %2 longer");
  const QString readWords = several ? everybodyTr("%1 stand in %2") : everybodyTr("%1 stands in %2");
  line.label = (longer ? longerWords : readWords).arg(words, count);
  line.figure = extraFigure(one.extra);
  line.tone = longer ? Tone::Attention : Tone::Neutral;
  line.walk = {words, people};
  if (one.isOwn && one.hasReplacement) line.replaced = one.character;
  return line;
}

void addCharacters(const CheckReport& report, Lines& lines) {
  const delivery::ExtraParts& together = report.costly.together;
  if (report.costly.replaceable.size() > 1 && !together.texts.isEmpty()) {
    const QString words = report.costly.replaceable.join(QLatin1Char(' '));
    lines.push_back({Section::Characters,
                     QStringLiteral("together"),
                     everybodyTr("%1 together make %2 texts longer").arg(words, figureOf(together.texts.count())),
                     extraFigure(together),
                     Tone::Attention,
                     {words, together.texts},
                     {},
                     {}});
  }
  const auto& each = report.costly.each;
  for (std::size_t i = 0; i < std::min(each.size(), kMostCharacterLines); ++i) lines.push_back(characterLine(each[i]));
}

int toLookAt(const CheckReport& report) {
  const Lines lines = everybodyLines(report);
  return static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const EverybodyLine& line) {
    return line.tone == Tone::Attention && line.section != Section::Parts;
  }));
}

}  // namespace

Lines everybodyLines(const CheckReport& report) {
  Lines lines;
  if (!report.counted) return lines;
  addParts(report, lines);
  addCost(report, lines);
  addNamed(Section::Gaps, everybodyTr("Missing %1"), Tone::Attention, report.missing, report.picks.missingOf, lines);
  addNamed(Section::Fallbacks, everybodyTr("Fallback for %1"), Tone::Neutral, report.defaulted,
           report.picks.defaultedOf, lines);
  addSkipped(report, lines);
  addCharacters(report, lines);
  return lines;
}

QString everybodySummary(const CheckReport& report) {
  if (!report.counted) return {};
  QStringList facts{report.sendable == 1 ? everybodyTr("1 text")
                                         : everybodyTr("%1 texts").arg(figureOf(report.sendable))};
  if (report.couldReceive() > report.sendable)
    facts << everybodyTr("drawn from %1").arg(figureOf(report.couldReceive()));
  if (report.parts.size() > 1 || (!report.parts.isEmpty() && report.parts.firstKey() > 1)) {
    for (auto parts = report.parts.begin(); parts != report.parts.end(); ++parts) {
      facts << everybodyTr("%1: %2").arg(partsWords(parts.key()), figureOf(parts.value()));
    }
  }
  if (!report.cost.expected.isZero()) facts << report.cost.expected.shortText();
  if (report.isEstimate()) facts << everybodyTr("an estimate");
  if (const int look = toLookAt(report); look > 0) facts << everybodyTr("%1 to look at").arg(look);
  return facts.join(QStringLiteral(" · "));
}

QString sectionTitle(Section section) {
  switch (section) {
    case Section::Parts:
      return everybodyTr("Parts");
    case Section::Cost:
      return everybodyTr("Cost");
    case Section::Gaps:
      return everybodyTr("Gaps where a value is missing");
    case Section::Fallbacks:
      return everybodyTr("Fallbacks that are used");
    case Section::Skipped:
      return everybodyTr("Who gets no message");
    case Section::Characters:
      return everybodyTr("Characters that make texts Unicode");
  }
  return {};
}

}  // namespace heliograph::ui
