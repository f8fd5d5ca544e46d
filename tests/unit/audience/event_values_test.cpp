// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_values.h"

#include <QtTest>

#include "people.h"
#include "support/sample_events.h"

using namespace heliograph;
using namespace heliograph::audience;

class EventValuesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void valuesOfEventsComeWithTheirCounts() {
    test::People people;
    QVERIFY(people.import("identity\na\nb\nc\nd\n"));
    test::addSampleEvents(people.database(), people.clock(), 4);
    const EventValues values(people.database(), people.clock());
    // 1 + 2 + 3 + 0 purchases, the first of each person in the first category.
    const auto counts = values.counts();
    QVERIFY(counts);
    QCOMPARE(counts->value(QStringLiteral("Charged")), 6);
    const auto categories = values.of(QStringLiteral("Charged"), QStringLiteral("Category"));
    QVERIFY(categories);
    QCOMPARE(*categories,
             (std::vector<CommonValue>{
                 {QStringLiteral("Shoes"), 3}, {QStringLiteral("Bags"), 2}, {QStringLiteral("Jackets"), 1}}));
  }

  void whatIsntThereHasNoValues() {
    test::People people;
    QVERIFY(people.import("identity\na\n"));
    test::addSampleEvents(people.database(), people.clock(), 1);
    const EventValues values(people.database(), people.clock());
    QVERIFY(values.of(QStringLiteral("Charged"), QStringLiteral("Colour"))->empty());
    QVERIFY(values.of(QStringLiteral("Sang"), QStringLiteral("Category"))->empty());
    QCOMPARE(values.hasDevices().value(), false);
  }

  void valuesOfDevicesAreOffered() {
    test::People people;
    QVERIFY(people.import("identity\na\nb\n"));
    storage::Statement add(
        people.database(),
        QStringLiteral("INSERT INTO device (profile_id, key, make, updated_at) VALUES (?, ?, ?, 0)"));
    for (const int person : {1, 2}) {
      add.reset();
      QVERIFY(add.bind(person).bind(QString::number(person)).bind(QStringLiteral("Nokia")).run());
    }
    const EventValues values(people.database(), people.clock());
    QVERIFY(values.hasDevices().value());
    QCOMPARE(values.ofDevices(DeviceRule::Field::Make).value(),
             (std::vector<CommonValue>{{QStringLiteral("Nokia"), 2}}));
  }
};

QTEST_GUILESS_MAIN(EventValuesTest)
#include "event_values_test.moc"
