// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/words/outcome_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace heliograph::ui {
namespace {

QString outcomeText(const char* text) {
  return QCoreApplication::translate("OutcomeWords", text);
}

QString counted(qint64 count, const char* one, const char* several) {
  return count == 1 ? outcomeText(one) : outcomeText(several).arg(QLocale().toString(count));
}

QString partsChange(qint64 change) {
  const QString sign = change > 0 ? QStringLiteral("+") : QStringLiteral("−");
  return sign + counted(std::abs(change), QT_TRANSLATE_NOOP("OutcomeWords", "1 part"),
                        QT_TRANSLATE_NOOP("OutcomeWords", "%1 parts"));
}

}  // namespace

std::vector<OutcomePhrase> outcomePhrases(const delivery::Outcome& outcome) {
  std::vector<OutcomePhrase> phrases;
  if (outcome.changed.count > 0) {
    phrases.push_back(
        {OutcomePart::Changed, counted(outcome.changed.count, QT_TRANSLATE_NOOP("OutcomeWords", "1 text changes"),
                                       QT_TRANSLATE_NOOP("OutcomeWords", "%1 texts change"))});
  } else if (outcome.joined.count == 0 && outcome.left.count == 0) {
    phrases.push_back({OutcomePart::Plain, outcomeText(QT_TRANSLATE_NOOP("OutcomeWords", "no text changes"))});
  }
  if (outcome.joined.count > 0) {
    phrases.push_back(
        {OutcomePart::Joined, counted(outcome.joined.count, QT_TRANSLATE_NOOP("OutcomeWords", "1 person joins"),
                                      QT_TRANSLATE_NOOP("OutcomeWords", "%1 people join"))});
  }
  if (outcome.left.count > 0) {
    phrases.push_back(
        {OutcomePart::Left, counted(outcome.left.count, QT_TRANSLATE_NOOP("OutcomeWords", "1 person leaves"),
                                    QT_TRANSLATE_NOOP("OutcomeWords", "%1 people leave"))});
  }
  if (outcome.partsChange() != 0) phrases.push_back({OutcomePart::Plain, partsChange(outcome.partsChange())});
  const MoneySum cost = outcome.costChange();
  if (!cost.isZero()) phrases.push_back({OutcomePart::Plain, cost.changeText()});
  if (outcome.after.mostParts != outcome.before.mostParts && outcome.before.people > 0 && outcome.after.people > 0) {
    phrases.push_back(
        {OutcomePart::Plain,
         counted(outcome.after.mostParts, QT_TRANSLATE_NOOP("OutcomeWords", "the longest now takes 1 part"),
                 QT_TRANSLATE_NOOP("OutcomeWords", "the longest now takes %1 parts"))});
  }
  return phrases;
}

QString outcomeSentence(const delivery::Outcome& outcome) {
  QStringList texts;
  for (const OutcomePhrase& phrase : outcomePhrases(outcome)) texts << phrase.text;
  return texts.join(QStringLiteral(", "));
}

}  // namespace heliograph::ui
