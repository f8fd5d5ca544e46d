// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_import.h"

#include <QStringConverter>
#include <QTest>

#include "audience/events/event_catalog.h"
#include "audience/profile_repository.h"
#include "storage/statement.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

class EventImportTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_people = std::make_unique<test::People>(); }

  void rowsOfATableBecomeEventsWithTypedProperties() {
    const auto report = import(
        "identity,event,time,event_id,amount,gift,paid at <dd/MM/yyyy>,tags\n"
        "a,Charged,2026-11-01T10:00:00Z,e1,12.50,yes,03/02/2026,\"[\"\"red\"\", 7]\"\n"
        "a,Charged,2026-11-02T10:00:00Z,e2,3,no,,\n"
        "b,Viewed,2026-11-02 11:00,e3,,,,\n");
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->read, 3);
    QCOMPARE(report->created, 3);
    QCOMPARE(report->newPeople, 2);
    const EventType charged = type("Charged");
    QCOMPARE(findEventProperty(charged, QStringLiteral("amount"))->type, PropertyType::Number);
    QCOMPARE(findEventProperty(charged, QStringLiteral("gift"))->type, PropertyType::Boolean);
    QCOMPARE(findEventProperty(charged, QStringLiteral("paid at"))->type, PropertyType::Date);
    QCOMPARE(findEventProperty(charged, QStringLiteral("tags"))->type, PropertyType::List);
    QCOMPARE(values("Charged", "amount"), (QStringList{QStringLiteral("12.5"), QStringLiteral("3")}));
    QCOMPARE(values("Charged", "tags"), (QStringList{QStringLiteral("[\"red\",7]"), QString()}));
    QVERIFY(findEventProperty(type("Viewed"), QStringLiteral("amount")) == nullptr);
    QCOMPARE(figure(QStringLiteral("SELECT at FROM %1").arg(eventTable(type("Viewed").id))),
             QDateTime(QDate(2026, 11, 2), QTime(11, 0), Qt::UTC).toMSecsSinceEpoch());
  }

  void anEventWithAnIdIsTakenOnce() {
    const QByteArray rows = "identity,event,time,id\na,X,2026-11-01,1\na,X,2026-11-01,2\na,X,2026-11-01,1\n";
    const auto first = import(rows);
    QVERIFY(first);
    QCOMPARE(first->created, 2);
    QCOMPARE(first->duplicates, 1);
    const auto again = import(rows + "a,X,2026-11-01,3\n", QStringLiteral("more.csv"));
    QVERIFY(again);
    QCOMPARE(again->created, 1);
    QCOMPARE(again->duplicates, 3);
    QCOMPARE(events("X"), 3);
  }

  void aFileThatIsInAddsNothingMoreEvenWithoutIds() {
    const QByteArray rows = "identity,event,time\na,X,2026-11-01\na,X,2026-11-01\n";
    const QString file = m_people->file(rows, QStringLiteral("events.csv"));
    QVERIFY(run(file));
    const auto again = run(file);
    QVERIFY(again);
    QCOMPARE(again->created, 0);
    QCOMPARE(again->duplicates, 2);
    QCOMPARE(events("X"), 2);
  }

  void whatIsWrongIsLeftOutAndTold() {
    const auto report = import(
        "identity,event,time,amount\n"
        ",X,2026-11-01,1\n"
        "a,,2026-11-01,1\n"
        "a,X,yesterday,1\n"
        "a,X,2026-11-01\n"
        "a,X,2026-11-01,1\n"
        "a,X,2026-11-01,2\n"
        "b,X,2026-11-01,3,\n");
    QVERIFY(report);
    QCOMPARE(report->read, 7);
    QCOMPARE(report->rejected, 4);
    QCOMPARE(report->created, 3);
    QFile rejects(report->rejectsFile);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QCOMPARE(rejects.readAll().count('\n'), 5);
  }

  void aValueOfAnotherTypeIsLeftOutWithAWarning() {
    QVERIFY(import("identity,event,time,amount\na,X,2026-11-01,1\n"));
    const auto report = import("identity,event,time,amount\na,X,2026-11-02,many\n", QStringLiteral("more.csv"));
    QVERIFY(report);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->warned, 1);
    QCOMPARE(values("X", "amount"), (QStringList{QStringLiteral("1"), QString()}));
  }

  void cleverTapUploadsAreUnderstood() {
    const auto report = import(R"({"d":[
      {"identity":"u1","ts":1767225600,"type":"event","evtName":"Charged","evtData":{
        "Amount": 300.5, "Payment mode":"Card","When":"$D_1767225600","Tags":["a","b"],
        "address":{"city":"Pune","geo":{"lat":18.5}},"Items":[{"name":"Book","qty":1}],"None":null}},
      {"objectId":"u2","ts":1767225601,"type":"event","evtName":"Charged","evtData":{"Amount": 12}},
      {"identity":"u1","type":"profile","ts":1767225600,"profileData":{"Name":"Asha","Phone":"+919812345678",
        "MSG-sms":false,"MSG-push":true,"Born":"$D_631152000","likes":["tea"]}},
      {"type":"token","objectId":"d1","tokenData":{"id":"tok","type":"fcm"},"identity":"u1"}
    ]})",
                               QStringLiteral("up.json"));
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->read, 2);
    QCOMPARE(report->created, 2);
    QVERIFY(report->people);
    QCOMPARE(report->people->read, 2);
    const EventType charged = type("Charged");
    QCOMPARE(findEventProperty(charged, QStringLiteral("When"))->type, PropertyType::Date);
    QCOMPARE(findEventProperty(charged, QStringLiteral("Tags"))->type, PropertyType::List);
    QCOMPARE(findEventProperty(charged, QStringLiteral("address.geo.lat"))->type, PropertyType::Number);
    QCOMPARE(values("Charged", "address.city"), (QStringList{QStringLiteral("Pune"), QString()}));
    QCOMPARE(values("Charged", "Items"), (QStringList{QStringLiteral(R"([{"name":"Book","qty":1}])"), QString()}));
    QCOMPARE(values("Charged", "When").first(), QString::number(1767225600000));
    QVERIFY(findEventProperty(charged, QStringLiteral("None")) == nullptr);
    const Profile asha = person("u1");
    QCOMPARE(asha.phone, QStringLiteral("+919812345678"));
    QVERIFY(asha.unsubscribed);
    QCOMPARE(asha.values.value(QStringLiteral("likes")).toList(), QVariantList{QStringLiteral("tea")});
    QCOMPARE(figure(QStringLiteral("SELECT count(*) FROM device WHERE push_token = 'tok' AND platform = 'android'")),
             1);
    QCOMPARE(figure(QStringLiteral("SELECT count(*) FROM consent WHERE channel = 'push' AND given = 1 AND "
                                   "given_at = 1767225600000")),
             1);
  }

  void segmentBatchesAreUnderstood() {
    const auto report = import(R"({"writeKey":"x","batch":[
      {"type":"identify","userId":"u1","traits":{"email":"a@b.c","address":{"city":"Goa"}},
       "context":{"device":{"id":"dev-1","type":"ios","manufacturer":"Apple","model":"X","token":"t"},
                  "os":{"version":"17.1"},"app":{"version":"2.0"}}},
      {"type":"track","userId":"u1","event":"Order Completed","messageId":"m1","timestamp":"2026-01-01T00:00:00.500Z",
       "properties":{"total":5,"coupon":"\u00e9t\u00e9 \ud83d\ude00"},"context":{"ip":"1.2.3.4"}},
      {"type":"track","userId":"u1","event":"Order Completed","messageId":"m1","timestamp":"2026-01-01T00:00:00.500Z",
       "properties":{"total":5}},
      {"type":"page","userId":"u1","name":"Home"}
    ],"sentAt":"2026-01-01T00:00:00Z"})",
                               QStringLiteral("batch.json"));
    QVERIFY(report);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->duplicates, 1);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(values("Order Completed", "coupon"), QStringList{QString::fromUtf8("été 😀")});
    QCOMPARE(figure(QStringLiteral("SELECT at FROM %1").arg(eventTable(type("Order Completed").id))), 1767225600500);
    QCOMPARE(person("u1").values.value(QStringLiteral("address.city")).toString(), QStringLiteral("Goa"));
    QCOMPARE(figure(QStringLiteral("SELECT count(*) FROM device WHERE key = 'dev-1' AND make = 'Apple' AND "
                                   "os_version = '17.1' AND app_version = '2.0' AND platform = 'ios'")),
             1);
  }

  void aBrokenLineCostsOnlyItself() {
    const auto report = import(
        "{\"identity\":\"a\",\"event\":\"X\",\"ts\":1767225600}\n"
        "{\"identity\":\"a\",\"event\":\"X\",\"ts\":176722\n"
        "not json\n"
        "{\"identity\":\"b\",\"event\":\"X\",\"ts\":1767225600,\"amount\":1}\n"
        "{\"identity\":\"b\",\"event\":\"X\",\"ts\":1767225600,\"name\":\"open\n"
        "{\"identity\":\"c\",\"event\":\"X\",\"ts\":1767225600,\"amount\":\"two\"}\n",
        QStringLiteral("events.jsonl"));
    QVERIFY(report);
    QCOMPARE(report->created, 3);
    QCOMPARE(report->rejected, 3);
    // A number in one and a text in another of the first values: all are kept as texts.
    QCOMPARE(values("X", "amount"), (QStringList{QString(), QStringLiteral("1"), QStringLiteral("two")}));
  }

  void utf16FilesAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("table") << QStringLiteral("identity,event,time,city\na,X,2026-11-01,München\n")
                           << QStringLiteral("events.csv");
    QTest::newRow("json") << QStringLiteral(
                                 "{\"identity\":\"a\",\"event\":\"X\",\"ts\":1767225600,\"city\":\"München\"}")
                          << QStringLiteral("events.json");
  }
  void utf16FilesAreRead() {
    QFETCH(QString, text);
    QFETCH(QString, name);
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder.encode(text);
    const auto report = import(bytes, name);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(values("X", "city"), QStringList{QStringLiteral("München")});
  }

  void peopleOfJsonLinesMayHaveSeveralDevicesAndConsents() {
    const QString file = m_people->file(
        R"({"identity":"a","phone":"+919812345678","tags":["x",1,true],"home":{"city":"Pune"},
            "devices":[{"id":"d1","platform":"Android","push_token":"t1"},{"push_token":"t2"}],
            "consents":[{"channel":"sms","given":false,"source":"shop form","at":"2026-01-02T03:04:05Z"}]}
{"identity":"b","vip":true}
)",
        QStringLiteral("people.jsonl"));
    const auto report = ProfileImport(m_people->database(), m_people->clock()).run(file, {});
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->created, 2);
    QVERIFY(person("a").unsubscribed);
    QCOMPARE(person("a").values.value(QStringLiteral("home.city")).toString(), QStringLiteral("Pune"));
    QCOMPARE(person("a").values.value(QStringLiteral("tags")).toList(), (QVariantList{QStringLiteral("x"), 1, true}));
    QCOMPARE(person("b").values.value(QStringLiteral("vip")), QVariant(true));
    QCOMPARE(figure(QStringLiteral("SELECT count(*) FROM device d JOIN profile p ON p.id = d.profile_id WHERE "
                                   "p.identity = 'a' AND key IN ('d1', 't2')")),
             2);
    QCOMPARE(figure(QStringLiteral("SELECT given_at FROM consent WHERE source = 'shop form' AND given = 0")),
             QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC).toMSecsSinceEpoch());
  }

  void aTableMustTellWhoWhatAndWhen_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("who") << QByteArray("event,time\nX,2026-01-01\n");
    QTest::newRow("what") << QByteArray("identity,time\na,2026-01-01\n");
    QTest::newRow("when") << QByteArray("identity,event\na,X\n");
  }
  void aTableMustTellWhoWhatAndWhen() {
    QFETCH(QByteArray, table);
    const auto report = import(table);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidInput);
  }

  void oneEventMayBeNamedForAWholeFile() {
    EventImportOptions options;
    options.file.event = QStringLiteral("Bought");
    options.file.mapping = {*eventColumnFromText(QStringLiteral("who=identity")),
                            *eventColumnFromText(QStringLiteral("day=time")),
                            *eventColumnFromText(QStringLiteral("note="))};
    const auto report = run(m_people->file("who,day,note,price\na,2026-01-01,x,5\n"), options);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(type("Bought").properties.size(), std::size_t{1});
  }

  void manyNewIdsAreStillKnownAfterwards() {
    QByteArray rows = "identity,event,time,id\n";
    for (int i = 0; i < 30'000; ++i) rows += "a,X,2026-11-01,id-" + QByteArray::number(i % 20'000) + '\n';
    const auto report = import(rows);
    QVERIFY(report);
    QCOMPARE(report->created, 20'000);
    QCOMPARE(report->duplicates, 10'000);
  }

 private:
  Result<EventImportReport> run(const QString& file, EventImportOptions options = {}) {
    options.zone = QTimeZone::utc();
    options.region = QStringLiteral("IN");
    return EventImport(m_people->database(), m_people->clock()).run(file, options);
  }
  Result<EventImportReport> import(const QByteArray& bytes, const QString& name = QStringLiteral("events.csv")) {
    return run(m_people->file(bytes, name));
  }
  EventType type(const char* name) {
    const auto types = EventCatalog(m_people->database(), m_people->clock()).list();
    if (!types) qFatal("no event types");
    const EventType* found = findEventType(*types, QString::fromUtf8(name));
    if (found == nullptr) qFatal("no such event");
    return *found;
  }
  qint64 figure(const QString& sql) {
    storage::Statement statement(m_people->database(), sql);
    const auto row = statement.next();
    return row && *row ? statement.integer(0) : -1;
  }
  qint64 events(const char* name) {
    return figure(QStringLiteral("SELECT count(*) FROM %1").arg(eventTable(type(name).id)));
  }
  /// What is stored, in the order of the file; empty for nothing.
  QStringList values(const char* event, const char* property) {
    const EventType found = type(event);
    const EventProperty* column = findEventProperty(found, QString::fromUtf8(property));
    if (column == nullptr) return {QStringLiteral("no such property")};
    storage::Statement statement(
        m_people->database(),
        QStringLiteral("SELECT %1 FROM %2 ORDER BY id").arg(eventColumn(column->id), eventTable(found.id)));
    QStringList all;
    while (statement.next().value_or(false)) all << statement.text(0);
    return all;
  }
  Profile person(const char* identity) {
    const auto found = ProfileRepository(m_people->database(), m_people->clock()).find(QString::fromUtf8(identity));
    if (!found) qFatal("no such person");
    return *found;
  }

  std::unique_ptr<test::People> m_people;
};

QTEST_GUILESS_MAIN(EventImportTest)
#include "event_import_test.moc"
