// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>
#include <sys/resource.h>

#include <QProcess>
#include <QTest>
#include <csignal>
#include <cstdio>

#include "audience/profile_repository.h"
#include "storage/statement.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

QByteArray manyPeople(int count) {
  QByteArray csv("identity,phone,city,note\n");
  for (int i = 0; i < count; ++i) {
    const QByteArray number = QByteArray::number(i);
    csv += "p" + number + ",+9198" + QByteArray::number(10000000 + i) + ",Pune," + QByteArray(100, 'x') + number + "\n";
  }
  return csv;
}

}  // namespace

class ImportTroubleTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_people = std::make_unique<test::People>(); }

  void aMappedColumnThatIsNotThereIsAnErrorThatNamesThoseThatAre() {
    ImportOptions options;
    options.mapping.push_back(*mappedColumnFromText(QStringLiteral("town=city")));
    const auto report = m_people->import("identity,city\na,Pune\n", options);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidInput);
    QVERIFY(report.error().message.contains(QStringLiteral("identity, city")));
    QCOMPARE(people(), 0);
  }

  void aFileThatIsNoneIsAnErrorAndChangesNothing_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a spreadsheet") << QByteArray("PK\x03\x04\0\0", 6);
    QTest::newRow("no identity") << QByteArray("city,town\nPune,x\n");
    QTest::newRow("no text") << QByteArray("identity,caf\xE9\x81\na,b\n");
    QTest::newRow("an open quote in the header") << QByteArray("\"identity,city\na,b\n");
  }
  void aFileThatIsNoneIsAnErrorAndChangesNothing() {
    QFETCH(QByteArray, csv);
    const auto report = m_people->import(csv);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidInput);
    QCOMPARE(people(), 0);
  }

  void aFileWithTooManyColumnsLeavesNoPropertyBehind() {
    QByteArray header("identity");
    for (int i = 0; i < 1600; ++i) header += ",c" + QByteArray::number(i);
    const auto report = m_people->import(header + "\na" + QByteArray(1600, ',') + "\n");
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::LimitExceeded);
    storage::Statement properties(m_people->database(), QStringLiteral("SELECT count(*) FROM property"));
    QVERIFY(properties.next().value());
    QCOMPARE(properties.integer(0), 0);
  }

  void aTextWithANulCharacterIsRejected() {
    const QByteArray filler = "x," + QByteArray(1 << 20, 'y').replace(QByteArray("yyyyyyyy"), QByteArray("yyyyyy\nx,"));
    const auto report = m_people->import("identity,note\n" + filler + "\nlate," + QByteArray("a\0b", 3) + "\n");
    QVERIFY(report);
    QCOMPARE(report->rejected, 1);
  }

  void aMissingFileIsNotFound() {
    const auto report =
        ProfileImport(m_people->database(), m_people->clock()).run(QStringLiteral("/nowhere/people.csv"), {});
    QCOMPARE(report.error().code, ErrorCode::NotFound);
  }

  void aCancelledImportLeavesWholePeople() {
    const QString file = m_people->file(manyPeople(40000));
    CancelToken cancel;
    const auto report = ProfileImport(m_people->database(), m_people->clock())
                            .run(
                                file, {},
                                [&](const ImportProgress& progress) {
                                  if (progress.rows < 40000) cancel.cancel();
                                },
                                cancel);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    checkWhole();
  }

  void anImportThatIsCancelledFromTheStartChangesNothing() {
    CancelToken cancel;
    cancel.cancel();
    const auto report =
        ProfileImport(m_people->database(), m_people->clock()).run(m_people->file(manyPeople(10)), {}, {}, cancel);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(people(), 0);
  }

  void aFullDiskLeavesWholePeopleAndGoesOnLater() {
    const QString file = m_people->file(manyPeople(15000));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit tight{3 * 1024 * 1024, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto report = ProfileImport(m_people->database(), m_people->clock()).run(file, {});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::DiskFull || report.error().code == ErrorCode::Io);
    checkWhole();
    const auto again = ProfileImport(m_people->database(), m_people->clock()).run(file, {});
    QVERIFY(again);
    QCOMPARE(people(), 15000);
  }

  void aLockedWorkspaceIsBusy() {
    auto patientLess =
        storage::Database::open(m_people->database().path(), {.busyTimeout = std::chrono::milliseconds(50)});
    QVERIFY(patientLess);
    sqlite3* other = nullptr;
    QCOMPARE(sqlite3_open(m_people->database().path().toUtf8().constData(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto report = ProfileImport(**patientLess, m_people->clock()).run(m_people->file(manyPeople(10)), {});
    sqlite3_close(other);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Busy);
    QCOMPARE(people(), 0);
  }

  void anImportThatIsKilledLeavesWholePeople() {
    const QString file = m_people->file(manyPeople(150000));
    bool between = false;
    for (int kill = 0; kill < 6; ++kill) {
      QProcess child;
      child.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--import"), m_people->database().path(), file});
      QVERIFY(child.waitForStarted());
      for (int progress = 0; progress < kill && child.waitForReadyRead(); ++progress) child.readAll();
      child.kill();
      child.waitForFinished();
      checkWhole();
      between = between || (people() > 0 && people() < 150000);
    }
    QVERIFY2(between, "no kill fell into the middle");
    QVERIFY(ProfileImport(m_people->database(), m_people->clock()).run(file, {}));
    QCOMPARE(people(), 150000);
  }

 private:
  qint64 people() { return ProfileRepository(m_people->database(), m_people->clock()).count().value(); }

  /// The file is sound, transactions are there whole or not, and nobody is half.
  void checkWhole() {
    storage::Statement check(m_people->database(), QStringLiteral("PRAGMA integrity_check"));
    QVERIFY(check.next().value());
    QCOMPARE(check.text(0), QStringLiteral("ok"));
    QCOMPARE(people() % 5000, 0);
    const Segment incomplete{
        SegmentGroup{SegmentGroup::Join::Any,
                     {SegmentPart{SegmentRule{QStringLiteral("phone"), SegmentOperator::NotExists, {}}},
                      SegmentPart{SegmentRule{QStringLiteral("note"), SegmentOperator::NotExists, {}}}}}};
    const auto half = ProfileRepository(m_people->database(), m_people->clock()).page(incomplete, {}, 10);
    if (half) QVERIFY(half->empty());
  }

  std::unique_ptr<test::People> m_people;
};

/// With "--import workspace file" only the import: what the test kills.
int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.value(1) == QLatin1String("--import")) {
    auto database = storage::Database::open(arguments.value(2));
    if (!database) return 1;
    const auto tell = [](const ImportProgress&) {
      std::puts("on");
      std::fflush(stdout);
    };
    return ProfileImport(**database, SystemClock()).run(arguments.value(3), {}, tell) ? 0 : 1;
  }
  ImportTroubleTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "import_trouble_test.moc"
