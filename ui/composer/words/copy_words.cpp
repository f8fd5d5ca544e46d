// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/words/copy_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/composer/words/publish_sentence.h"

namespace heliograph::ui {

using campaign::Variants;

namespace {

constexpr int kMostNamed = 4;  // copies by value that are named one by one

struct CopyWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui::CopyWords)
};

QString figureText(qint64 number) {
  return QLocale().toString(number);
}

/// "2,060 get A, 2,060 get B".
QString equalParts(const Variants& variants, qint64 each) {
  QStringList parts;
  for (int copy = 0; copy < campaign::copyCount(variants); ++copy) {
    parts << CopyWords::tr("%1 get %2").arg(figureText(each), campaign::copyName(variants, copy));
  }
  return parts.join(QStringLiteral(", "));
}

/// Which copy the rest get, in the middle of a sentence; %1 is the time after the test.
QString restWords(campaign::WinnerRule::By by) {
  switch (by) {
    case campaign::WinnerRule::By::Conversions:
      return CopyWords::tr(
          "get the copy after which the largest share converted, %1 after the test. You may choose "
          "before.");
    case campaign::WinnerRule::By::Clicks:
      return CopyWords::tr(
          "get the copy of which the largest share followed a link, %1 after the test. You may choose "
          "before.");
    case campaign::WinnerRule::By::Hand:
      break;
  }
  return CopyWords::tr("get the winner you choose. You are asked %1 after the test.");
}

QString testWords(const Variants& variants, const delivery::CheckReport& report) {
  const QString rest = restWords(variants.winner.by).arg(waitWords(variants.winner.waitMinutes));
  if (report.copies.empty() || report.sendable == 0) {
    return CopyWords::tr("Each copy goes to equally many people, drawn by lot. The rest %1").arg(rest);
  }
  const campaign::TestSizes sizes = campaign::testSizes(variants, report.sendable);
  if (sizes.rest == 0) {
    return CopyWords::tr("All %1 are in the test, about %2 for each copy. Nobody is left to get a winner.")
        .arg(peopleWords(report.sendable), figureText(sizes.each));
  }
  const QString share = variants.testPeople > 0
                            ? peopleWords(sizes.test)
                            : CopyWords::tr("%1 % = %2").arg(variants.testPercent).arg(peopleWords(sizes.test));
  return CopyWords::tr("%1, drawn by lot: %2; the rest, %3, %4")
      .arg(share, equalParts(variants, sizes.each), figureText(sizes.rest), rest);
}

/// "A 20,640 · B 20,563".
QString countedParts(const delivery::CheckReport& report, qsizetype most) {
  QStringList parts;
  for (const delivery::CopyFigures& copy : report.copies) {
    if (parts.size() == most) {
      parts << CopyWords::tr("%1 more").arg(figureText(static_cast<qint64>(report.copies.size()) - most));
      break;
    }
    parts << CopyWords::tr("%1: %2").arg(copy.name, peopleWords(copy.people));
  }
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

QString kindWords(Variants::Kind kind) {
  switch (kind) {
    case Variants::Kind::Single:
      return CopyWords::tr("One message for everybody. Type @ to personalise it.");
    case Variants::Kind::AbTest:
      return CopyWords::tr("Some people get one copy or another. One of them wins, and the rest get that.");
    case Variants::Kind::Split:
      return CopyWords::tr("Each copy goes to its share of the people, drawn by lot.");
    case Variants::Kind::ByProperty:
      return CopyWords::tr("Each person gets the copy for what you know of them.");
  }
  return {};
}

QString whoGetsWhatWords(const Variants& variants, const delivery::CheckReport& report) {
  const bool counted = static_cast<int>(report.copies.size()) == campaign::copyCount(variants) && report.sendable > 0;
  switch (variants.kind) {
    case Variants::Kind::Single:
      return {};
    case Variants::Kind::AbTest:
      return testWords(variants, report);
    case Variants::Kind::Split:
      return counted ? countedParts(report, Variants::mostTested)
                     : CopyWords::tr("Who gets which is drawn by lot and stays the same until it is sent.");
    case Variants::Kind::ByProperty:
      return counted ? countedParts(report, kMostNamed)
                     : CopyWords::tr("Values are compared without blanks around them, capitals or not.");
  }
  return {};
}

QString copyTabText(const Variants& variants, int copy, bool empty) {
  QString text = campaign::copyName(variants, copy).trimmed();
  if (text.isEmpty()) text = CopyWords::tr("No value yet");
  if (variants.kind == Variants::Kind::Split) {
    text = CopyWords::tr("%1 · %2 %").arg(text).arg(campaign::sharesOf(variants)[static_cast<std::size_t>(copy)]);
  }
  return empty ? CopyWords::tr("%1 (empty)").arg(text) : text;
}

QString copiesPhrase(const Variants& variants) {
  const int copies = campaign::copyCount(variants);
  QStringList names;
  for (int copy = 0; copy < copies; ++copy) names << campaign::copyName(variants, copy);
  switch (variants.kind) {
    case Variants::Kind::Single:
      return {};
    case Variants::Kind::AbTest:
      return CopyWords::tr("an A/B test of %1 copies (%2)").arg(copies).arg(names.join(QStringLiteral(", ")));
    case Variants::Kind::Split: {
      const std::vector<int> shares = campaign::sharesOf(variants);
      for (int copy = 0; copy < copies; ++copy) {
        names[copy] = CopyWords::tr("%1 %2 %").arg(names[copy]).arg(shares[static_cast<std::size_t>(copy)]);
      }
      return CopyWords::tr("one of %1 copies (%2)").arg(copies).arg(names.join(QStringLiteral(", ")));
    }
    case Variants::Kind::ByProperty:
      return CopyWords::tr("one of %1 copies by %2").arg(copies).arg(variants.property);
  }
  return {};
}

QString waitWords(int minutes) {
  constexpr int hour = 60;
  constexpr int day = 24 * hour;
  if (minutes % day == 0) return minutes == day ? CopyWords::tr("1 day") : CopyWords::tr("%1 days").arg(minutes / day);
  if (minutes % hour == 0) {
    return minutes == hour ? CopyWords::tr("1 hour") : CopyWords::tr("%1 hours").arg(minutes / hour);
  }
  return CopyWords::tr("%1 minutes").arg(minutes);
}

}  // namespace heliograph::ui
