// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_people.h"

#include <QSet>
#include <QtTest>

#include "phone/phone_number.h"

using namespace heliograph;
using app::DemoPeople;

class DemoPeopleTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theSameSeedGivesTheSamePeople();
  void mostHaveANumberOfTheirOwn();
};

namespace {

const QDate kToday(2026, 11, 21);

QList<QStringList> people(quint32 seed, int count) {
  auto source = DemoPeople::load(seed, kToday).value();
  QList<QStringList> people;
  for (int i = 0; i < count; ++i) people << source.next();
  return people;
}

}  // namespace

void DemoPeopleTest::theSameSeedGivesTheSamePeople() {
  QCOMPARE(people(7, 50), people(7, 50));
  QVERIFY(people(7, 50) != people(8, 50));
}

void DemoPeopleTest::mostHaveANumberOfTheirOwn() {
  constexpr int count = 3000;
  const auto phone = DemoPeople::columns().indexOf(QStringLiteral("phone"));
  QSet<QString> numbers;
  for (const QStringList& one : people(1, count)) {
    QCOMPARE(one.size(), DemoPeople::columns().size());
    if (phone::isSendable(phone::parsePhone(QStringView(one[phone]), QStringView()).state)) numbers << one[phone];
  }
  QVERIFY(numbers.size() > count * 93 / 100);
  QVERIFY(numbers.size() < count);
}

QTEST_GUILESS_MAIN(DemoPeopleTest)
#include "demo_people_test.moc"
