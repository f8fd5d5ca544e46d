// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/profile_repository.h"
#include "audience/property_repository.h"
#include "audience/suppression_repository.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

class ProfileImportTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_people = std::make_unique<test::People>(); }

  void peopleAreAddedWithTypedValues() {
    const auto report = m_people->import(
        "identity,phone,name,age,spent,vip,born,seen <dd/MM/yyyy HH:mm:ss>\n"
        "a,98123 45678,\"Rao, Asha\",31,12.50,yes,1995-02-03,03/02/2026 04:05:06\n");
    QVERIFY(report);
    QCOMPARE(report->read, 1);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->warned, 0);
    QVERIFY(report->rejectsFile.isEmpty());
    const Profile a = person("a");
    QCOMPARE(a.phone, QStringLiteral("+919812345678"));
    QCOMPARE(a.phoneState, PhoneState::Valid);
    QCOMPARE(a.country, QStringLiteral("IN"));
    QCOMPARE(a.displayName(), QStringLiteral("Rao, Asha"));
    QCOMPARE(a.values.value(QStringLiteral("age")), QVariant(qlonglong(31)));
    QCOMPARE(a.values.value(QStringLiteral("spent")), QVariant(12.5));
    QCOMPARE(a.values.value(QStringLiteral("vip")), QVariant(true));
    QCOMPARE(a.values.value(QStringLiteral("born")).toDateTime(), QDateTime(QDate(1995, 2, 3), QTime(12, 0), Qt::UTC));
    QCOMPARE(a.values.value(QStringLiteral("seen")).toDateTime(),
             QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6), Qt::UTC));
  }

  void aSecondImportChangesOnlyWhatItHas() {
    QVERIFY(m_people->import("identity,phone,city,age\na,9812345678,Pune,31\nb,9812345679,Goa,40\n"));
    const auto report = m_people->import("identity,city,age\na,Delhi,\nc,Agra,5\n");
    QVERIFY(report);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->updated, 1);
    const Profile a = person("a");
    QCOMPARE(a.phone, QStringLiteral("+919812345678"));
    QCOMPARE(a.values.value(QStringLiteral("city")).toString(), QStringLiteral("Delhi"));
    QCOMPARE(a.values.value(QStringLiteral("age")).toInt(), 31);
    QCOMPARE(person("b").values.value(QStringLiteral("city")).toString(), QStringLiteral("Goa"));
  }

  void anEmptyPhoneCellLeavesTheNumberAndABadOneReplacesIt() {
    QVERIFY(m_people->import("identity,phone\na,9812345678\nb,9812345679\n"));
    QVERIFY(m_people->import("identity,phone\na,\nb,call me\n"));
    QCOMPARE(person("a").phoneState, PhoneState::Valid);
    QCOMPARE(person("b").phoneState, PhoneState::Invalid);
    QCOMPARE(person("b").country, QString());
  }

  void theLaterRowOfAnIdentityWins() {
    const auto report = m_people->import("identity,city\na,Pune\na,Goa\n");
    QVERIFY(report);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->updated, 1);
    QCOMPARE(person("a").values.value(QStringLiteral("city")).toString(), QStringLiteral("Goa"));
  }

  void badRowsGoToTheRejectsFileAndStopNothing() {
    const auto report = m_people->import(
        "identity,phone,city\n"
        "a,9812345678,Pune\n"
        ",9812345679,Goa\n"
        "c,9812345670\n"
        "d,9812345671,Agra,more\n"
        "e,12,Köln\n"
        "f,caf\xE9,Agra\n"
        "g,+11234567890,Agra\n"
        "h,9812345672,\"open\n"
        "i,9812345673,Pune,,\n");
    QVERIFY(report);
    QCOMPARE(report->read, 9);
    QCOMPARE(report->created, 4);
    QCOMPARE(report->rejected, 5);
    QCOMPARE(report->warned, 2);
    QFile file(report->rejectsFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    const auto has = [&](const char* begin) {
      return std::any_of(lines.begin(), lines.end(), [&](const QByteArray& line) { return line.startsWith(begin); });
    };
    QCOMPARE(lines.first().trimmed(), QByteArray("row,column,reason,kind"));
    QVERIFY(has("3,identity,the identity is empty,rejected"));
    QVERIFY(has("4,,"));
    QVERIFY(has("5,,"));
    QVERIFY(has("6,phone,"));
    QVERIFY(has("7,phone,the text isn't UTF-8,rejected"));
    QVERIFY(has("8,phone,"));
    QVERIFY(has("9,,a quotation mark"));
    QVERIFY(!has("2,"));
    QCOMPARE(person("e").phoneState, PhoneState::Invalid);
    QCOMPARE(person("e").phone, QStringLiteral("12"));
    QCOMPARE(person("g").phoneState, PhoneState::Possible);
  }

  void theRejectsFileMayLieElsewhere() {
    ImportOptions options;
    options.rejectsFile = m_people->workspace().filePath(QStringLiteral("elsewhere.csv"));
    const auto report = m_people->import("identity,phone\na,12\n", options);
    QVERIFY(report);
    QCOMPARE(report->rejectsFile, options.rejectsFile);
    QVERIFY(QFile::exists(options.rejectsFile));
  }

  void aRejectsFileThatCannotBeWrittenIsSaidAndStopsNothing() {
    ImportOptions options;
    options.rejectsFile = QStringLiteral("/nowhere/elsewhere.csv");
    const auto report = m_people->import("identity,phone\na,12\n", options);
    QVERIFY(report);
    QCOMPARE(report->created, 1);
    QVERIFY(report->remarks.join(QString()).contains(options.rejectsFile));
  }

  void aTrialRunSaysTheSameAndChangesNothing() {
    QVERIFY(m_people->import("identity,city\na,Pune\n"));
    ImportOptions options;
    options.dryRun = true;
    const auto report = m_people->import("identity,phone,town\na,9812345678,Goa\nb,12,Agra\nb,,Agra\n,,x\n", options);
    QVERIFY(report);
    QCOMPARE(report->read, 4);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->updated, 2);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->warned, 1);
    QVERIFY(report->rejectsFile.isEmpty());
    QCOMPARE(ProfileRepository(m_people->database(), m_people->clock()).count().value(), 1);
    QCOMPARE(PropertyRepository(m_people->database(), m_people->clock()).list()->size(), 1U);
    QVERIFY(!QFile::exists(m_people->workspace().filePath(QStringLiteral("people.rejects.csv"))));
  }

  void aValueThatIsNotOfItsTypeIsLeftOutWithAWarning() {
    QVERIFY(m_people->import("identity,age,vip,born\na,31,yes,2026-01-01\n"));
    const auto report = m_people->import("identity,age,vip,born\na,old,perhaps,long ago\n");
    QVERIFY(report);
    QCOMPARE(report->updated, 1);
    QCOMPARE(report->warned, 1);
    QCOMPARE(person("a").values.value(QStringLiteral("age")).toInt(), 31);
    QCOMPARE(person("a").values.value(QStringLiteral("vip")), QVariant(true));
  }

  void aGuessedTypeFitsTheWholeFile() {
    QByteArray csv("identity,code\n");
    for (int i = 0; i < 5000; ++i) csv += "p" + QByteArray::number(i) + ",1" + QByteArray::number(i) + "\n";
    csv += "last,A12\n";
    const auto report = m_people->import(csv);
    QVERIFY(report);
    QCOMPARE(report->warned, 0);
    QCOMPARE(person("last").values.value(QStringLiteral("code")).toString(), QStringLiteral("A12"));
    QCOMPARE(person("p0").values.value(QStringLiteral("code")), QVariant(QStringLiteral("10")));
  }

  void codesKeepTheirZeros() {
    QVERIFY(m_people->import("identity,zip\na,01234\n"));
    QCOMPARE(person("a").values.value(QStringLiteral("zip")), QVariant(QStringLiteral("01234")));
  }

  void theIdentityOfAnotherColumnIsKeptAsAPropertyToo() {
    QVERIFY(m_people->import("email,city\na@example.com,Pune\n"));
    QCOMPARE(person("a@example.com").values.value(QStringLiteral("email")).toString(), QStringLiteral("a@example.com"));
  }

  void theNumberTellsPeopleApartWhenNothingElseDoes() {
    const auto report = m_people->import("mobile,name\n98123 45678,Asha\n+91 98123-45678,Asha Rao\n12,x\n");
    QVERIFY(report);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->updated, 1);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(person("+919812345678").displayName(), QStringLiteral("Asha Rao"));
  }

  void anUnsubscribedColumnIsHonouredAndNeverResubscribes_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("MSG-sms") << QByteArray("identity,phone,MSG-sms\na,9812345678,false\nb,9812345679,true\n")
                             << QByteArray("identity,phone,MSG-sms\na,9812345678,true\n");
    QTest::newRow("unsubscribed") << QByteArray("identity,phone,unsubscribed\na,9812345678,yes\nb,9812345679,no\n")
                                  << QByteArray("identity,phone,unsubscribed\na,9812345678,no\n");
  }
  void anUnsubscribedColumnIsHonouredAndNeverResubscribes() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QVERIFY(m_people->import(first));
    QVERIFY(person("a").unsubscribed);
    QVERIFY(!person("b").unsubscribed);
    QVERIFY(m_people->import(second));
    QVERIFY(person("a").unsubscribed);
    QVERIFY(isSuppressed("+919812345678"));
    QVERIFY(!isSuppressed("+919812345679"));
  }

  void somebodyWhoUnsubscribedStaysSoWithANewNumber() {
    QVERIFY(m_people->import("identity,phone,MSG-sms\na,9812345678,false\n"));
    QVERIFY(m_people->import("identity,phone\na,9812345679\n"));
    QVERIFY(person("a").unsubscribed);
  }

  void anOptOutOfAPersonWithoutNumberHoldsWhenOneComes() {
    QVERIFY(m_people->import("identity,phone,MSG-sms\na,,false\n"));
    QVERIFY(m_people->import("identity,phone\na,9812345678\n"));
    QVERIFY(person("a").unsubscribed);
  }

  void aTimeZoneIsKeptIfThereIsSuchAZone() {
    const auto report = m_people->import("identity,tz\na,Asia/Kolkata\nb,Moon/Base\n");
    QVERIFY(report);
    QCOMPARE(report->warned, 1);
    QCOMPARE(person("a").timeZone, QStringLiteral("Asia/Kolkata"));
    QCOMPARE(person("b").timeZone, QString());
  }

  void theWorkspacesRegionIsTheDefault() {
    QVERIFY(m_people->workspace().database().execute(
        QStringLiteral("INSERT INTO workspace VALUES ('default_region', 'DE')")));
    const QString file = m_people->file("identity,phone\na,030 901820\n");
    QVERIFY(ProfileImport(m_people->database(), m_people->clock()).run(file, {}));
    QCOMPARE(person("a").country, QStringLiteral("DE"));
  }

  void aRegionThatIsNoneIsRefused() {
    ImportOptions options;
    options.region = QStringLiteral("XX");
    const auto report = m_people->import("identity,phone\na,1\n", options);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidInput);
  }

  void aFileWithOnlyAHeaderImportsNobody() {
    const auto report = m_people->import("identity,city\n");
    QVERIFY(report);
    QCOMPARE(report->read, 0);
  }

  void progressIsToldAndEndsWhole() {
    QByteArray csv("identity,city\n");
    for (int i = 0; i < 20000; ++i) csv += "p" + QByteArray::number(i) + ",Pune\n";
    const QString file = m_people->file(csv);
    std::vector<ImportProgress> seen;
    QVERIFY(ProfileImport(m_people->database(), m_people->clock()).run(file, {}, [&](const ImportProgress& progress) {
      seen.push_back(progress);
    }));
    QVERIFY(!seen.empty());
    QCOMPARE(seen.back().rows, 20000);
    QCOMPARE(seen.back().bytesRead, seen.back().bytesTotal);
  }

 private:
  Profile person(const char* identity) {
    const auto found = ProfileRepository(m_people->database(), m_people->clock()).find(QString::fromLatin1(identity));
    if (!found) QTest::qFail(qPrintable(found.error().message), __FILE__, __LINE__);
    return found ? *found : Profile();
  }
  bool isSuppressed(const char* address) {
    return SuppressionRepository(m_people->database(), m_people->clock())
        .isSuppressed(QString::fromLatin1(address))
        .value();
  }

  std::unique_ptr<test::People> m_people;
};

QTEST_GUILESS_MAIN(ProfileImportTest)
#include "profile_import_test.moc"
