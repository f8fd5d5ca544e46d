// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzy_match.h"

#include <QTest>

using heliograph::ui::fuzzyMatch;

class FuzzyMatchTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void findsAText_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const auto row = [](const char* typed, const char* text, bool found) {
      QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(text) << found;
    };
    row("", "New campaign", true);
    row("camp", "New campaign", true);
    row("CAMPAIGN new", "New campaign", true);
    row("amp", "New campaign", true);
    row("nc", "New campaign", true);
    row("pt", "Preview & test", true);
    row("pw", "Preview & test", false);
    row("new providers", "New campaign", false);
    row("étÉ", "Soldes d’été", true);
  }
  void findsAText() {
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QTEST(fuzzyMatch(typed, text) > 0, "found");
  }

  void aNameThatBeginsWithItComesBeforeOneThatHoldsIt() {
    const QString typed = QStringLiteral("test");
    const int atStart = fuzzyMatch(typed, QStringLiteral("Test people"));
    const int atWord = fuzzyMatch(typed, QStringLiteral("Preview & test"));
    const int inside = fuzzyMatch(typed, QStringLiteral("Latest news"));
    QVERIFY(atStart > atWord);
    QVERIFY(atWord > inside);
  }
};

QTEST_APPLESS_MAIN(FuzzyMatchTest)
#include "fuzzy_match_test.moc"
