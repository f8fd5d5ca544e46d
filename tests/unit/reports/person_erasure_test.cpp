// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "audience/events/event_catalog.h"
#include "audience/people/people_removal.h"
#include "audience/profile_repository.h"
#include "providers/sandbox/sandbox_record.h"
#include "reports/person/person_erasure.h"
#include "reports/person/person_file.h"
#include "storage/native_connection.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::reports;
using storage::Statement;

namespace {

const QString kErased = QStringLiteral("MARK-identity-0042");
const QString kErasedNumber = QStringLiteral("+919812345042");

}  // namespace

class PersonErasureTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_people = std::make_unique<test::People>();
    QByteArray csv = "identity,phone,first name,city\n";
    for (int i = 0; i < 3000; ++i) {
      csv += QStringLiteral("other-%1,+9199%2,Uma,Goa\n").arg(i * 7919 % 3000).arg(i, 8, 10, QLatin1Char('0')).toUtf8();
    }
    csv += "MARK-identity-0042,+919812345042,MARK-name,MARK-city\n";
    QVERIFY(m_people->import(csv));
    m_id = profiles().find(kErased)->id;
    fillEveryTable();
    fillSandbox();
  }

  void everythingIsInTheFileOfAPerson() {
    const auto json = readPersonFile(m_people->database(), m_people->clock(), m_id, 0);
    QVERIFY2(json, json ? "" : qPrintable(json.error().detail));
    QCOMPARE(json->value(QLatin1String("identity")).toString(), kErased);
    QCOMPARE(json->value(QLatin1String("properties")).toObject().value(QLatin1String("city")).toString(),
             QStringLiteral("MARK-city"));
    const QJsonArray events = json->value(QLatin1String("events")).toArray();
    QCOMPARE(events.size(), 300);
    QCOMPARE(events.first().toObject().value(QLatin1String("at")).toString(),
             QStringLiteral("1970-01-01T00:00:00.299Z"));
    QCOMPARE(
        events.first().toObject().value(QLatin1String("properties")).toObject().value(QLatin1String("item")).toString(),
        QStringLiteral("MARK-item-299"));
    const QJsonArray messages = json->value(QLatin1String("messages")).toArray();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.first().toObject().value(QLatin1String("text")).toString(), QStringLiteral("MARK-text"));
    QCOMPARE(json->value(QLatin1String("devices")).toArray().size(), 1);
    QCOMPARE(json->value(QLatin1String("consents")).toArray().size(), 1);
    QCOMPARE(json->value(QLatin1String("lists")).toArray(), QJsonArray{QStringLiteral("VIP")});
    QVERIFY(json->value(QLatin1String("colleague")).toBool());
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const ProfileId other = profiles().find(QStringLiteral("other-1"))->id;
    QVERIFY(writePeopleFile(m_people->database(), m_people->clock(), {m_id, other}, out));
    QCOMPARE(QJsonDocument::fromJson(out.data()).object().value(QLatin1String("people")).toArray().size(), 2);
  }

  void nothingOfAnErasedPersonStaysAnywhere() {
    QVERIFY(!filesWith("MARK").isEmpty());
    QVERIFY(profiles().unsubscribe(kErased, QStringLiteral("person")));
    const auto erased = erasure().erase({m_id});
    QVERIFY2(erased, erased ? "" : qPrintable(erased.error().message));
    QCOMPARE(filesWith("MARK"), QStringList());
    QCOMPARE(filesWith("9812345042"), QStringList());
    QCOMPARE(rowsLeft(), QStringList());
    QCOMPARE(profiles().count().value(), 3000);
    Statement others(m_people->database(), QStringLiteral("SELECT count(*) FROM event_1"));
    QVERIFY(others.next().value());
    QCOMPARE(others.integer(0), 300);
    Statement check(m_people->database(), QStringLiteral("PRAGMA integrity_check"));
    QVERIFY(check.next().value());
    QCOMPARE(check.text(0), QStringLiteral("ok"));
  }

  void theSandboxKeepsItsMessagesWithoutThePerson() {
    QVERIFY(erasure().erase({m_id}));
    const auto messages = providers::SandboxRecord::load(sandboxFile());
    QVERIFY(messages);
    QCOMPARE(messages->size(), 2U);
    QVERIFY(messages->front().to.startsWith(QStringLiteral("xxx")));
    QCOMPARE(messages->front().body.trimmed(), QString());
    QCOMPARE(messages->back().body, QStringLiteral("Hi \"Uma\""));
  }

  void anOptedOutNumberIsNotTextableAfterComingBack_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("as before") << QByteArray("MARK-identity-0042,+919812345042");
    QTest::newRow("the number with another identity") << QByteArray("somebody-new,+919812345042");
    QTest::newRow("the number as people write it") << QByteArray("somebody-new,098123 45042");
    QTest::newRow("the identity with another number") << QByteArray("MARK-identity-0042,+919812345777");
  }
  void anOptedOutNumberIsNotTextableAfterComingBack() {
    QFETCH(QByteArray, line);
    QVERIFY(profiles().unsubscribe(kErased, QStringLiteral("person")));
    QVERIFY(erasure().erase({m_id}));
    QVERIFY(m_people->import("identity,phone\n" + line + '\n'));
    QVERIFY(profiles().find(QString::fromUtf8(line.left(line.indexOf(','))))->unsubscribed);
  }

  void anOptOutThatOnlyThePersonHasHoldsForTheNumberToo() {
    QVERIFY(
        m_people->database().execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = %1").arg(m_id.value)));
    QVERIFY(erasure().erase({m_id}));
    QVERIFY(m_people->import("identity,phone\nsomebody-new,+919812345042\n"));
    QVERIFY(profiles().find(QStringLiteral("somebody-new"))->unsubscribed);
  }

  void severalAreErasedOrNobody() {
    const ProfileId other = profiles().find(QStringLiteral("other-1"))->id;
    QVERIFY(m_people->database().execute(QStringLiteral("UPDATE outbox SET state = 'sending'")));
    QCOMPARE(erasure().erase({other, m_id}).error().code, ErrorCode::Conflict);
    QCOMPARE(profiles().count().value(), 3001);
    QVERIFY(m_people->database().execute(QStringLiteral("UPDATE outbox SET state = 'accepted'")));
    QVERIFY(erasure().erase({other, m_id}));
    QCOMPARE(profiles().count().value(), 2999);
  }

  void whatOthersHoldUpIsDoneLater() {
    {
      // A reading that doesn't end keeps the log from being emptied.
      auto reader = storage::NativeConnection::open(m_people->database(), storage::NativeConnection::Mode::Read);
      QVERIFY(reader);
      QVERIFY(reader->execute(QStringLiteral("BEGIN")));
      auto look = reader->prepare(QStringLiteral("SELECT count(*) FROM profile"));
      QVERIFY(look && look->step().value());
      look->reset();
      QVERIFY(m_people->database().execute(QStringLiteral("PRAGMA busy_timeout = 10")));
      QVERIFY(erasure().erase({m_id}));
      QVERIFY(reader->execute(QStringLiteral("COMMIT")));
    }
    QVERIFY(audience::PeopleRemoval(m_people->database(), m_people->clock()).finish());
    QCOMPARE(filesWith("MARK"), QStringList());
  }

 private:
  [[nodiscard]] audience::ProfileRepository profiles() { return {m_people->database(), m_people->clock()}; }
  [[nodiscard]] PersonErasure erasure() { return {m_people->database(), m_people->clock(), sandboxFile()}; }
  [[nodiscard]] QString sandboxFile() { return m_people->database().path() + QStringLiteral(".sandbox.jsonl"); }

  void run(const QString& sql) {
    const auto done = m_people->database().execute(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
  }

  /// Something with MARK in it wherever there is something about a person.
  void fillEveryTable() {
    const QString id = QString::number(m_id.value);
    const auto type = audience::EventCatalog(m_people->database(), m_people->clock())
                          .findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("item")}});
    QVERIFY(type);
    const QString column = audience::eventColumn(type->properties.front().id);
    auto transaction = storage::Transaction::begin(m_people->database());
    QVERIFY(transaction);
    for (int i = 0; i < 600; ++i) {
      const bool theirs = i % 2 == 0;
      run(QStringLiteral("INSERT INTO %1 (profile_id, at, %2) VALUES (%3, %4, '%5-item-%4')")
              .arg(audience::eventTable(type->id), column, theirs ? id : QStringLiteral("1"))
              .arg(i / 2)
              .arg(theirs ? QStringLiteral("MARK") : QStringLiteral("other")));
    }
    run(QStringLiteral("INSERT INTO device (profile_id, key, platform, make, model, os_version, app_version, "
                       "sdk_version, push_token, updated_at) VALUES (%1, 'MARK-key', 'MARK-p', 'MARK-m', 'MARK-o', "
                       "'MARK-v', 'MARK-a', 'MARK-s', 'MARK-token', 0)")
            .arg(id));
    run(QStringLiteral("INSERT INTO consent (profile_id, channel, given, source, given_at) VALUES (%1, 'sms', 1, "
                       "'MARK-source', 0)")
            .arg(id));
    run(QStringLiteral("INSERT INTO custom_list (id, name, created_at, updated_at) VALUES (1, 'VIP', 0, 0)"));
    run(QStringLiteral("INSERT INTO custom_list_member (list_id, profile_id) VALUES (1, %1)").arg(id));
    run(QStringLiteral("INSERT INTO seed_person (profile_id, added_at) VALUES (%1, 0)").arg(id));
    run(QStringLiteral("INSERT INTO linked_source (id, name, definition, updated_at) VALUES (1, 'Shop', '{}', 0)"));
    run(
        QStringLiteral("INSERT INTO linked_answer (source_id, parameters, fetched_at, status, headers, body) VALUES "
                       "(1, x'00', 0, 200, '{}', '{\"of\":\"MARK-identity-0042\"}')"));
    run(
        QStringLiteral("INSERT INTO campaign (id, name, state, body, revision, created_at, updated_at) VALUES (1, "
                       "'Spring', 'published', '{}', 1, 0, 0)"));
    run(
        QStringLiteral("INSERT INTO campaign_version (id, campaign_id, number, body, approved_reach, published_at) "
                       "VALUES (1, 1, 1, '{}', 1, 0)"));
    run(
        QStringLiteral("INSERT INTO run (id, campaign_id, version_id, due_at, state, approved_reach) VALUES (1, 1, 1, "
                       "0, 'done', 1)"));
    run(QStringLiteral("INSERT INTO outbox (run_id, profile_id, address, text, state, updated_at) VALUES (1, %1, '%2', "
                       "'MARK-text', 'accepted', 0)")
            .arg(id, kErasedNumber));
    QVERIFY(transaction->commit());
    QVERIFY(QDir().mkpath(m_people->database().path() + QStringLiteral(".columns")));
    QFile snapshot(m_people->database().path() + QStringLiteral(".columns/people"));
    QVERIFY(snapshot.open(QIODevice::WriteOnly) && snapshot.write("MARK-city") > 0);
  }
  void fillSandbox() {
    providers::SandboxRecord record;
    QVERIFY(record.open(sandboxFile()));
    providers::SandboxMessage message;
    message.to = kErasedNumber;
    message.body = QStringLiteral("Hi \"MARK-name\", \\ MARK");
    QVERIFY(record.append(message));
    message.to = QStringLiteral("+919900000001");
    message.body = QStringLiteral("Hi \"Uma\"");
    QVERIFY(record.append(message));
  }
  /// The workspace's files that hold these bytes; not the file that people were imported from.
  QStringList filesWith(const QByteArray& text) {
    const QString path = m_people->database().path();
    QStringList found;
    QDirIterator files(QFileInfo(path).path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      if (!file.fileName().startsWith(path) || !file.open(QIODevice::ReadOnly)) continue;
      if (file.readAll().contains(text)) found << file.fileName();
    }
    return found;
  }
  /// Tables that still have rows about the person, those that come one day too.
  QStringList rowsLeft() {
    Statement tables(m_people->database(),
                     QStringLiteral("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type "
                                    "= 'table' AND c.name = 'profile_id'"));
    QStringList names;
    while (tables.next().value_or(false)) names << tables.text(0);
    QStringList left;
    for (const QString& name : names) {
      Statement rows(m_people->database(), QStringLiteral("SELECT 1 FROM %1 WHERE profile_id = ?").arg(name));
      rows.bind(m_id);
      if (rows.next().value_or(true)) left << name;
    }
    return names.size() < 5 ? QStringList{QStringLiteral("too few tables were looked at")} : left;
  }

  std::unique_ptr<test::People> m_people;
  ProfileId m_id;
};

QTEST_GUILESS_MAIN(PersonErasureTest)
#include "person_erasure_test.moc"
