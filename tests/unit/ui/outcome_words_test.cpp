// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/words/outcome_words.h"

#include <QLocale>
#include <QTest>

#include "ui/composer/page/ledger_cache.h"

using namespace heliograph;
using namespace heliograph::ui;
using delivery::Outcome;

namespace {

Outcome outcome(qint64 changed, qint64 joined, qint64 left, qint64 parts = 0, qint64 euros = 0) {
  Outcome made;
  made.changed.count = changed;
  made.joined.count = joined;
  made.left.count = left;
  made.before.people = 5000;
  made.after.people = 5000 + joined - left;
  made.before.parts = 5000;
  made.after.parts = 5000 + parts;
  made.after.cost = MoneySum(Money{euros * 1'000'000, QStringLiteral("EUR")});
  return made;
}

}  // namespace

class OutcomeWordsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void theWordsAreExact_data() {
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const Outcome& outcome, const char* words) {
      QTest::newRow(name) << outcome << QString::fromUtf8(words);
    };
    row("nothing", outcome(0, 0, 0), "no text changes");
    row("one text", outcome(1, 0, 0), "1 text changes");
    row("texts", outcome(1204, 0, 0), "1,204 texts change");
    row("everything", outcome(1204, 2, 17, 312, 24),
        "1,204 texts change, 2 people join, 17 people leave, +312 parts, +€24.00");
    row("one of each", outcome(1, 1, 1, 1, -1), "1 text changes, 1 person joins, 1 person leaves, +1 part, −€1.00");
    row("only cost", outcome(0, 0, 0, 0, 1530), "no text changes, +€1,530");
    row("only people", outcome(0, 0, 17, -17), "17 people leave, −17 parts");
    row("one part less", outcome(3, 0, 0, -1), "3 texts change, −1 part");
  }
  void theWordsAreExact() {
    QFETCH(Outcome, outcome);
    QFETCH(QString, words);
    QCOMPARE(outcomeSentence(outcome), words);
  }

  void aLongerLongestTextIsTold() {
    Outcome longer = outcome(1, 0, 0, 1);
    longer.before.mostParts = 1;
    longer.after.mostParts = 2;
    QCOMPARE(outcomeSentence(longer), QStringLiteral("1 text changes, +1 part, the longest now takes 2 parts"));
  }

  void theCacheKnowsTheLastStatesByWhatTheyGive() {
    LedgerCache cache;
    campaign::Campaign campaign;
    const auto ledger = std::make_shared<delivery::TextLedger>();
    cache.put(campaign, ledger);
    campaign.labels << QStringLiteral("spring");
    QCOMPARE(cache.find(campaign), ledger);
    for (std::size_t i = 0; i < LedgerCache::most; ++i) {
      campaign.message += 'x';
      QVERIFY(!cache.find(campaign));
      cache.put(campaign, std::make_shared<delivery::TextLedger>());
    }
    campaign.message.clear();
    QVERIFY(!cache.find(campaign));
  }
};

QTEST_MAIN(OutcomeWordsTest)
#include "outcome_words_test.moc"
