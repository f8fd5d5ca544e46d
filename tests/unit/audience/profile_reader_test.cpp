// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/profile_reader.h"
#include "audience/profile_repository.h"
#include "liquid/shape.h"
#include "liquid/value.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;
using liquid::Kind;

class ProfileReaderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_people = std::make_unique<test::People>();
    QVERIFY(
        m_people->import("identity,phone,tz,born,city,n,vip,x\n"
                         "a,9812345678,Asia/Kolkata,2026-02-03 04:05:06Z,Pune,5,yes,0.25\n"
                         "b,12,,,,,no,\n"
                         "c,,,,Goa,,,\n"));
    m_schema = ProfileSchema::load(m_people->database()).value();
  }

  void aRowHasAllThatAMessageCanName() {
    auto reader = open({});
    QVERIFY(reader);
    const ProfileRow* a = reader->next().value();
    QCOMPARE(a->identity, std::string_view("a"));
    QCOMPARE(a->phone, std::string_view("+919812345678"));
    QCOMPARE(a->phoneState, phone::PhoneState::Valid);
    QCOMPARE(a->country, std::string_view("IN"));
    QCOMPARE(a->timeZone, std::string_view("Asia/Kolkata"));
    QVERIFY(!a->unsubscribed);
    QCOMPARE(slot(*a, "identity").toView(), std::string_view("a"));
    QCOMPARE(slot(*a, "phone").toView(), std::string_view("+919812345678"));
    QCOMPARE(slot(*a, "country").toView(), std::string_view("IN"));
    QCOMPARE(slot(*a, "city").toView(), std::string_view("Pune"));
    QCOMPARE(slot(*a, "n").toInteger(), std::int64_t{5});
    QCOMPARE(slot(*a, "x").kind(), Kind::Decimal);
    QCOMPARE(slot(*a, "vip").kind(), Kind::Boolean);
    QVERIFY(slot(*a, "vip").toBoolean());
    QCOMPARE(slot(*a, "born").toView(), std::string_view("2026-02-03 04:05:06 +0000"));

    const ProfileRow* b = reader->next().value();
    QCOMPARE(b->phoneState, phone::PhoneState::Invalid);
    QVERIFY(slot(*b, "city").isNil());
    QVERIFY(!slot(*b, "vip").isTruthy());
    const ProfileRow* c = reader->next().value();
    QCOMPARE(c->phoneState, phone::PhoneState::None);
    QVERIFY(slot(*c, "phone").isNil());
    QVERIFY(reader->next().value() == nullptr);
    QVERIFY(reader->next().value() == nullptr);
  }

  void datesAreShownByTheClockOfTheZone() {
    ProfileReading reading;
    auto reader = ProfileReader::open(m_people->database(), m_schema, reading,
                                      {m_people->clock().now(), QTimeZone("America/St_Johns")});
    QVERIFY(reader);
    QCOMPARE(slot(*reader->next().value(), "born").toView(), std::string_view("2026-02-03 00:35:06 -0330"));
  }

  void aReadingGoesOnBehindACursorUpToItsLimit() {
    ProfileReading reading;
    reading.limit = 1;
    auto first = open(reading);
    QVERIFY(first);
    reading.after = first->next().value()->id;
    QVERIFY(first->next().value() == nullptr);
    auto second = open(reading);
    QCOMPARE(second->next().value()->identity, std::string_view("b"));
    QVERIFY(second->next().value() == nullptr);
  }

  void propertiesThatAreNotWantedAreNil() {
    ProfileReading reading;
    reading.wanted = QStringList{QStringLiteral("city")};
    auto reader = open(reading);
    const ProfileRow* a = reader->next().value();
    QCOMPARE(slot(*a, "city").toView(), std::string_view("Pune"));
    QVERIFY(slot(*a, "n").isNil());
    QVERIFY(!slot(*a, "identity").isNil());
  }

  void aReadingKeepsItsSnapshotWhilePeopleChange() {
    auto reader = open({});
    QCOMPARE(reader->next().value()->identity, std::string_view("a"));
    QVERIFY(m_people->import("identity,city\nb,Agra\nz,Agra\n"));
    QVERIFY(slot(*reader->next().value(), "city").isNil());
    QVERIFY(reader->next().value() != nullptr);
    QVERIFY(reader->next().value() == nullptr);
  }

  void anOptOutIsSeen() {
    QVERIFY(ProfileRepository(m_people->database(), m_people->clock())
                .unsubscribe(QStringLiteral("a"), QStringLiteral("person")));
    auto reader = open({});
    QVERIFY(reader->next().value()->unsubscribed);
  }

  void aPropertyHidesTheBuiltInFieldOfItsName() {
    QVERIFY(m_people->import("identity,country\na,India\n"));
    m_schema = ProfileSchema::load(m_people->database()).value();
    QCOMPARE(m_schema->fieldNames().count(QStringLiteral("country")), 1);
    auto reader = open({});
    QCOMPARE(slot(*reader->next().value(), "country").toView(), std::string_view("India"));
  }

 private:
  Result<ProfileReader> open(const ProfileReading& reading) {
    return ProfileReader::open(m_people->database(), m_schema, reading, {m_people->clock().now(), QTimeZone::utc()});
  }
  liquid::Value slot(const ProfileRow& row, const char* field) const {
    const int index = m_schema->shape().slot(field);
    return index < 0 ? liquid::Value::special(Kind::Blank) : row.slots[index];
  }

  std::unique_ptr<test::People> m_people;
  std::shared_ptr<const ProfileSchema> m_schema;
};

QTEST_GUILESS_MAIN(ProfileReaderTest)
#include "profile_reader_test.moc"
