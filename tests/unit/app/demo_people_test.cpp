// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_people.h"

#include <QSet>
#include <QTimeZone>
#include <QtTest>

#include "app/demo/demo_events.h"
#include "phone/phone_number.h"

using namespace heliograph;
using app::DemoPeople;

class DemoPeopleTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theSameSeedGivesTheSamePeople();
  void mostHaveANumberOfTheirOwn();
  void theyAreOfSeveralCountriesAndScripts();
  void theSameSeedGivesTheSameEvents();
};

namespace {

const QDate kToday(2026, 11, 21);

QList<QStringList> people(quint32 seed, int count) {
  auto source = DemoPeople::load(seed, kToday).value();
  QList<QStringList> people;
  for (int i = 0; i < count; ++i) people << source.next();
  return people;
}

/// What was done when by whom, with its properties.
QStringList events(quint32 seed, int count) {
  app::DemoEvents source(seed, 100, count, QDateTime(kToday, QTime(12, 0), Qt::UTC));
  audience::EventDraft draft;
  audience::TextArena arena;
  QStringList lines;
  while (source.next(draft, arena).value()) {
    std::string line(draft.identity);
    line.append(draft.event).append(draft.at.text);
    for (const audience::RawValue& value : draft.values) line.append(value.name).append(value.text);
    lines << QString::fromStdString(line);
  }
  return lines;
}

}  // namespace

void DemoPeopleTest::theSameSeedGivesTheSameEvents() {
  QCOMPARE(events(7, 500), events(7, 500));
  QVERIFY(events(7, 500) != events(8, 500));
  QCOMPARE(events(7, 500).size(), 500);
}

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

void DemoPeopleTest::theyAreOfSeveralCountriesAndScripts() {
  const auto phone = DemoPeople::columns().indexOf(QStringLiteral("phone"));
  const auto last = DemoPeople::columns().indexOf(QStringLiteral("last_name"));
  const auto city = DemoPeople::columns().indexOf(QStringLiteral("city"));
  const auto zone = DemoPeople::columns().indexOf(QStringLiteral("time_zone"));
  QSet<QString> countries;
  QSet<QChar::Script> scripts;
  for (const QStringList& one : people(1, 3000)) {
    const auto number = phone::parsePhone(QStringView(one[phone]), QStringView());
    if (number.number) countries << number.number->region();
    QCOMPARE(one[last].at(0).script(), one[city].at(0).script());
    scripts << one[last].at(0).script();
    QVERIFY2(QTimeZone(one[zone].toLatin1()).isValid(), qPrintable(one[zone]));
  }
  for (const char* country : {"IN", "US", "GB", "FR", "DE", "AE", "GR", "IL", "UA", "JP"}) {
    QVERIFY2(countries.contains(QLatin1String(country)), country);
  }
  for (const auto script : {QChar::Script_Latin, QChar::Script_Devanagari, QChar::Script_Arabic, QChar::Script_Greek,
                            QChar::Script_Hebrew, QChar::Script_Cyrillic, QChar::Script_Han}) {
    QVERIFY(scripts.contains(script));
  }
}

QTEST_GUILESS_MAIN(DemoPeopleTest)
#include "demo_people_test.moc"
