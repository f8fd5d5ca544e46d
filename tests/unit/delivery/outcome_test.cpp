// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/outcome.h"

#include <QRandomGenerator>
#include <QTest>
#include <map>

using namespace heliograph;
using namespace heliograph::delivery;

namespace {

/// What one person gets, as the naive comparison holds it.
struct Text {
  std::string text;
  int units = 0;
  int parts = 0;
  std::optional<Money> perPart;
};
using State = std::map<qint64, Text>;

TextLedger ledgerOf(const State& state) {
  TextLedger ledger;
  for (const auto& [id, text] : state) {
    ledger.add(ProfileId{id}, text.text, text.units, text.parts, text.perPart ? &*text.perPart : nullptr);
  }
  return ledger;
}

Text text(const std::string& words, int parts = 1, qint64 micros = 50000) {
  return {words, static_cast<int>(words.size()), parts, Money{micros, QStringLiteral("EUR")}};
}

OutcomeTotals totalsOf(const State& state) {
  OutcomeTotals totals;
  for (const auto& [id, each] : state) {
    ++totals.people;
    totals.parts += each.parts;
    totals.longest = std::max(totals.longest, each.units);
    totals.mostParts = std::max(totals.mostParts, each.parts);
    if (each.perPart) totals.cost.add(*each.perPart, each.parts);
  }
  return totals;
}

void note(OutcomePeople& people, qint64 id) {
  ++people.count;
  if (people.examples.size() < Outcome::mostExamples) people.examples.push_back(ProfileId{id});
}

Outcome naive(const State& before, const State& after) {
  Outcome outcome;
  for (const auto& [id, each] : before) {
    const auto now = after.find(id);
    if (now == after.end()) note(outcome.left, id);
    if (now != after.end() && now->second.text != each.text) note(outcome.changed, id);
  }
  for (const auto& [id, each] : after) {
    if (!before.contains(id)) note(outcome.joined, id);
  }
  outcome.before = totalsOf(before);
  outcome.after = totalsOf(after);
  return outcome;
}

}  // namespace

class OutcomeTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theSameStateChangesNothing() {
    const TextLedger ledger = ledgerOf({{1, text("Hi")}, {5, text("Hello")}});
    const Outcome outcome = compareLedgers(ledger, ledger);
    QVERIFY(outcome.isNothing());
    QCOMPARE(outcome.before, outcome.after);
    QVERIFY(compareLedgers({}, {}).isNothing());
  }

  void textsPeoplePartsAndCostAreTold() {
    const Outcome outcome = compareLedgers(ledgerOf({{1, text("Hi")}, {2, text("Ho")}, {3, text("Hu")}}),
                                           ledgerOf({{1, text("Hi you", 2)}, {3, text("Hu")}, {9, text("He")}}));
    QCOMPARE(outcome.changed, (OutcomePeople{1, {ProfileId{1}}}));
    QCOMPARE(outcome.left, (OutcomePeople{1, {ProfileId{2}}}));
    QCOMPARE(outcome.joined, (OutcomePeople{1, {ProfileId{9}}}));
    QCOMPARE(outcome.partsChange(), 1);
    QCOMPARE(outcome.costChange(), MoneySum(Money{50000, QStringLiteral("EUR")}));
    QCOMPARE(outcome.after.longest, 6);
  }

  void anotherPriceAloneIsSomething() {
    const Outcome outcome = compareLedgers(ledgerOf({{1, text("Hi")}}), ledgerOf({{1, text("Hi", 1, 60000)}}));
    QCOMPARE(outcome.changed.count, 0);
    QVERIFY(!outcome.isNothing());
  }

  void examplesAreTheFirstFifty() {
    State before;
    for (int id = 1; id <= 120; ++id) before[id] = text("Hi");
    const Outcome outcome = compareLedgers(ledgerOf(before), {});
    QCOMPARE(outcome.left.count, 120);
    QCOMPARE(outcome.left.examples.size(), Outcome::mostExamples);
    QCOMPARE(outcome.left.examples.back(), ProfileId{50});
  }

  void anEntryIsSmall() { QCOMPARE(sizeof(TextEntry), 24u); }

  void randomStatesAgreeWithANaiveComparison() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto state = [&] {
      State made;
      const qint64 most = 1 + random.bounded(200);
      for (int i = random.bounded(200); i > 0; --i) {
        Text& each = made[1 + random.bounded(most)];
        each = text(std::string(static_cast<std::size_t>(random.bounded(4)), 'x'), 1 + random.bounded(3),
                    random.bounded(3) * 1000);
        if (random.bounded(3) == 0) each.perPart.reset();
        if (random.bounded(4) == 0 && each.perPart) each.perPart->currency = QStringLiteral("USD");
      }
      return made;
    };
    for (int round = 0; round < 500; ++round) {
      const State before = state();
      const State after = random.bounded(5) == 0 ? before : state();
      QCOMPARE(compareLedgers(ledgerOf(before), ledgerOf(after)), naive(before, after));
    }
  }
};

QTEST_GUILESS_MAIN(OutcomeTest)
#include "outcome_test.moc"
