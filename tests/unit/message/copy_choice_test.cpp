// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTest>
#include <array>
#include <cmath>

#include "liquid/shape.h"
#include "liquid/value.h"
#include "message/message_plan.h"
#include "message/value_matching.h"

using namespace heliograph;
using namespace heliograph::message;
using liquid::Value;

namespace {

MessagePlan planOf(int copies, CopyChoice choice) {
  MessagePlan::Parts parts;
  for (int copy = 0; copy < copies; ++copy) parts.copies.push_back(QByteArray(1, static_cast<char>('A' + copy)));
  parts.choice = std::move(choice);
  auto plan = MessagePlan::compile(std::move(parts));
  if (!plan) qFatal("%s", qPrintable(plan.error().message));
  return *plan;
}

/// A person with an identity and a value of "tier".
struct Somebody {
  Somebody(std::string name, const Value& tier) : identity(std::move(name)), slots_{Value::string(identity), tier} {}
  [[nodiscard]] PersonValues values() const { return {&shape(), slots_.data()}; }
  static const liquid::Shape& shape() {
    static const liquid::Shape fields({"identity", "tier"});
    return fields;
  }

  std::string identity;
  std::array<Value, 2> slots_;
};

CopyChoice drawing(std::vector<int> shares, quint64 seed) {
  CopyChoice choice;
  choice.by = CopyChoice::By::Draw;
  choice.seed = seed;
  choice.shares = std::move(shares);
  return choice;
}

int drawnFor(const MessagePlan& plan, int n) {
  return plan.copyFor(Somebody("person-" + std::to_string(n), Value::nil()).values());
}

}  // namespace

class CopyChoiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thePersonAndTheSeedDecideAlone() {
    const MessagePlan one = planOf(3, drawing({3400, 3300, 3300}, 7));
    const MessagePlan same = planOf(3, drawing({3400, 3300, 3300}, 7));
    const MessagePlan other = planOf(3, drawing({3400, 3300, 3300}, 8));
    int unlike = 0;
    for (int n = 0; n < 3000; ++n) {
      QCOMPARE(drawnFor(same, n), drawnFor(one, n));
      if (drawnFor(other, n) != drawnFor(one, n)) ++unlike;
    }
    QVERIFY(unlike > 1500);
  }

  void theSharesAreKept_data() {
    QTest::addColumn<QList<int>>("shares");
    QTest::newRow("halves") << QList<int>{5000, 5000};
    QTest::newRow("a small one") << QList<int>{9900, 100};
    QTest::newRow("three") << QList<int>{2000, 3000, 5000};
  }
  void theSharesAreKept() {
    QFETCH(QList<int>, shares);
    constexpr int people = 60000;
    const quint64 seed = QRandomGenerator::global()->bounded(1 << 30);
    qInfo() << "seed" << seed;
    const MessagePlan plan = planOf(static_cast<int>(shares.size()), drawing({shares.begin(), shares.end()}, seed));
    std::vector<int> counts(static_cast<std::size_t>(shares.size()));
    for (int n = 0; n < people; ++n) ++counts[static_cast<std::size_t>(drawnFor(plan, n))];
    for (qsizetype copy = 0; copy < shares.size(); ++copy) {
      const double part = shares[copy] / 10000.0;
      const double deviation = std::sqrt(people * part * (1 - part));
      // Five standard deviations: once in millions of seeds.
      QVERIFY(std::abs(counts[static_cast<std::size_t>(copy)] - people * part) < 5 * deviation);
    }
  }

  void valuesAreMatchedAsPeopleSeeThem_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("has");
    QTest::addColumn<bool>("matches");
    QTest::newRow("the same text") << "Gold"
                                   << "text"
                                   << "Gold" << true;
    QTest::newRow("another case, as in a segment") << "Gold"
                                                   << "text"
                                                   << "gold" << true;
    QTest::newRow("blanks around the value") << "Gold"
                                             << "text"
                                             << " Gold  " << true;
    QTest::newRow("blanks around what is wanted") << " Gold "
                                                  << "text"
                                                  << "Gold" << true;
    QTest::newRow("a part of the text") << "Gold"
                                        << "text"
                                        << "Golden" << false;
    QTest::newRow("letters beyond ASCII") << QStringLiteral("MÜNCHEN") << "text" << QStringLiteral("München") << true;
    QTest::newRow("a whole number") << "5"
                                    << "number"
                                    << "5" << true;
    QTest::newRow("a number written otherwise") << "5.0"
                                                << "number"
                                                << "5" << true;
    QTest::newRow("a fraction") << "2.5"
                                << "number"
                                << "2.50" << true;
    QTest::newRow("another number") << "5"
                                    << "number"
                                    << "50" << false;
    QTest::newRow("true") << "True"
                          << "boolean"
                          << "true" << true;
    QTest::newRow("false") << "false"
                           << "boolean"
                           << "true" << false;
    QTest::newRow("a day") << "2026-02-03"
                           << "text"
                           << "2026-02-03 12:00:00 +0530" << true;
    QTest::newRow("another day") << "2026-02-04"
                                 << "text"
                                 << "2026-02-03 12:00:00 +0530" << false;
    QTest::newRow("an instant") << "2026-02-03 12:00:00 +0530"
                                << "text"
                                << "2026-02-03 12:00:00 +0530" << true;
    QTest::newRow("nothing") << "Gold"
                             << "nil"
                             << "" << false;
  }
  void valuesAreMatchedAsPeopleSeeThem() {
    QFETCH(QString, wanted);
    QFETCH(QString, kind);
    QFETCH(QString, has);
    QFETCH(bool, matches);
    const std::string text = has.toStdString();
    Value value = Value::string(text);
    if (kind == u"number") value = Value::number(has.toDouble());
    if (kind == u"number" && !has.contains(u'.')) value = Value::integer(has.toLongLong());
    if (kind == u"boolean") value = Value::boolean(has == u"true");
    if (kind == u"nil") value = Value::nil();
    QCOMPARE(ValueMatching({"other", wanted.toStdString()}).find(value), matches ? 1 : -1);
  }

  void theFirstCopyIsForEverybodyElse() {
    CopyChoice choice;
    choice.by = CopyChoice::By::Value;
    choice.property = QStringLiteral("tier");
    choice.values = {"Gold", "Silver"};
    const MessagePlan plan = planOf(3, choice);
    QCOMPARE(plan.copyFor(Somebody("a", Value::string("Silver")).values()), 2);
    QCOMPARE(plan.copyFor(Somebody("a", Value::string("Bronze")).values()), 0);
    QCOMPARE(plan.copyFor(Somebody("a", Value::nil()).values()), 0);
  }

  void aPropertyThatIsGoneGivesEverybodyTheFirst() {
    CopyChoice choice;
    choice.by = CopyChoice::By::Value;
    choice.property = QStringLiteral("gone");
    choice.values = {"Gold"};
    QCOMPARE(planOf(2, choice).copyFor(Somebody("a", Value::string("Gold")).values()), 0);
  }
};

QTEST_GUILESS_MAIN(CopyChoiceTest)
#include "copy_choice_test.moc"
