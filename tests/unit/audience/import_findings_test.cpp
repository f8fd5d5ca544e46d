// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/import_preview.h"
#include "people.h"
#include "support/spreadsheet_file.h"

namespace heliograph {

using audience::ImportOptions;
using audience::Repair;
using test::People;

namespace {

const QByteArray& brokenNumbers() {
  static const QByteArray csv(
      "identity,phone,city\n"
      "a,4.47911123456E+11,York\n"  // row 2
      "b,4.47911E+11,York\n"        // digits lost
      "c,447911123457.0,York\n"     // decimals
      "d,7911123458,York\n"         // without its zero
      "e,14155552671,York\n"        // without its plus
      "f,+447911123459,York\n"      // whole
      "g,+447911123459,York\n"      // the same number
      "f,+447911123460,Leeds\n"     // the same person
      ",+447911123461,York\n"       // nobody
      "h,hello,York\n");            // no number
  return csv;
}

QString summary(const audience::ImportReport& report) {
  QStringList words{QStringLiteral("read %1 new %2 updated %3 same %4 rejected %5")
                        .arg(report.read)
                        .arg(report.created)
                        .arg(report.updated)
                        .arg(report.unchanged)
                        .arg(report.rejected)};
  for (const auto& repair : report.findings.repairs) {
    words << QStringLiteral("%1 %2").arg(audience::repairName(repair.repair)).arg(repair.count);
  }
  words << QStringLiteral("lost %1 identity %2 number %3 opted %4")
               .arg(report.findings.digitsLost.count)
               .arg(report.findings.sameIdentity.count)
               .arg(report.findings.sameNumber.count)
               .arg(report.findings.optedOut.count);
  return words.join(QStringLiteral("; "));
}

}  // namespace

class ImportFindingsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everythingIsCountedBeforeAnythingIsWritten() {
    People people;
    ImportOptions options;
    options.region = QStringLiteral("GB");
    options.dryRun = true;
    const auto counted = people.import(brokenNumbers(), options);
    QVERIFY(counted);
    QCOMPARE(summary(*counted),
             QStringLiteral("read 10 new 8 updated 1 same 0 rejected 1; scientific 1; plus 1; zero 1; decimals 1; "
                            "lost 1 identity 1 number 1 opted 0"));
    QCOMPARE(counted->findings.sameNumber.rows, std::vector<qint64>{8});
    QCOMPARE(counted->findings.sameIdentity.rows, std::vector<qint64>{9});
    const auto& repair = counted->findings.repairs.front();
    QCOMPARE(repair.examples.front().before, QStringLiteral("4.47911123456E+11"));
    QCOMPARE(repair.examples.front().after, QStringLiteral("+447911123456"));
    const auto& reject = counted->findings.problems.front();
    QVERIFY(reject.rejects);
    QCOMPARE(reject.rows.rows, std::vector<qint64>{10});
    const auto repeated = people.import(brokenNumbers(), options);
    QCOMPARE(summary(*repeated), summary(*counted));
  }

  void theImportDoesWhatWasCounted() {
    People people;
    ImportOptions options;
    options.region = QStringLiteral("GB");
    const auto done = people.import(brokenNumbers(), options);
    QVERIFY(done);
    QCOMPARE(summary(*done), QStringLiteral("read 10 new 8 updated 1 same 0 rejected 1; scientific 1; plus 1; zero 1; "
                                            "decimals 1; lost 1 identity 1 number 1 opted 0"));
    QVERIFY(!done->rejectsFile.isEmpty());
  }

  void whoIsTheSameAlreadyIsTold() {
    People people;
    ImportOptions options;
    options.region = QStringLiteral("GB");
    QVERIFY(people.import("identity,phone,city,age\na,+447911123456,York,7\nb,+447911123457,York,\nc,,,3\n", options));
    options.dryRun = true;
    const QByteArray next = "identity,phone,city,age\na,+447911123456,York,7\nb,+447911123457,Leeds,\nc,,,3\nd,,,\n";
    const auto counted = people.import(next, options);
    QCOMPARE(summary(*counted),
             QStringLiteral("read 4 new 1 updated 3 same 2 rejected 0; lost 0 identity 0 number 0 opted 0"));
    options.dryRun = false;
    QCOMPARE(summary(*people.import(next, options)), summary(*counted));
  }

  void whoHasOptedOutStaysSoAndIsCounted() {
    People people;
    ImportOptions options;
    options.region = QStringLiteral("GB");
    QVERIFY(people.import("identity,phone,unsubscribed\na,+447911123456,yes\nb,+447911123457,no\n", options));
    options.dryRun = true;
    // a by the person, z by the number.
    const auto counted = people.import("identity,phone\na,+447911123458\nb,+447911123457\nz,+447911123456\n", options);
    QCOMPARE(counted->findings.optedOut.count, 2);
    QCOMPARE(counted->findings.optedOut.rows, (std::vector<qint64>{2, 4}));
  }

  void aRepairThatIsNotWantedLeavesTheNumberAndIsStillCounted() {
    People people;
    ImportOptions options;
    options.region = QStringLiteral("GB");
    options.repairs = Repair::Exponent;
    const auto done = people.import("identity,phone\na,4.47911123456E+11\nb,7911123458\n", options);
    QCOMPARE(done->findings.repairs.size(), std::size_t{2});
    QCOMPARE(done->warned, 1);
  }

  void aSpreadsheetIsImportedAsItIs() {
    People people;
    test::XlsxParts parts;
    parts.formats = {"0", "14"};
    parts.strings = {"<t>identity</t>", "<t>phone</t>", "<t>born</t>", "<t>vip</t>", "<t>a</t>"};
    parts.sheets = {
        test::Sheet("People",
                    "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3"
                    "</v></c></row><row><c t=\"s\"><v>4</v></c><c><v>447911123456</v></c><c s=\"1\"><v>45352"
                    "</v></c><c t=\"b\"><v>1</v></c></row><row><c t=\"inlineStr\"><is><t>b</t></is></c></row>")};
    const QString file = people.file(test::xlsx(parts), QStringLiteral("people.xlsx"));
    const auto preview = audience::previewImport(file, people.database());
    QVERIFY(preview);
    QCOMPARE(preview->facts.sheet, QStringLiteral("People"));
    QCOMPARE(preview->columns[2].type, audience::PropertyType::Date);
    QCOMPARE(preview->columns[3].type, audience::PropertyType::Boolean);
    ImportOptions options;
    options.zone = QTimeZone::utc();
    const auto done = audience::ProfileImport(people.database(), people.clock()).run(file, options);
    QVERIFY(done);
    QCOMPARE(summary(*done),
             QStringLiteral("read 2 new 2 updated 0 same 0 rejected 0; plus 1; lost 0 identity 0 number 0 "
                            "opted 0"));
  }

  void numbersWithoutAHeaderAreKnownByWhatTheyAre() {
    People people;
    const QString file = people.file("+447911123456\n+447911123457\n");
    const auto preview = audience::previewImport(file, people.database());
    QVERIFY(preview);
    QCOMPARE(preview->headerRow, 0);
    QCOMPARE(preview->header, QStringList{QStringLiteral("Column A")});
    QCOMPARE(preview->columns.front().use, audience::ColumnUse::Phone);
    ImportOptions options;
    options.mapping = preview->columns;
    options.table.headerRow = 0;
    QCOMPARE(audience::ProfileImport(people.database(), people.clock()).run(file, options)->created, 2);
  }

  void columnsOfTheSameNameAreToldApartByTheirPlaces() {
    People people;
    const QString file = people.file("identity,Number,Number\na,1,+447911123456\n");
    auto preview = audience::previewImport(file, people.database());
    QVERIFY(preview);
    auto columns = preview->columns;
    columns[1].use = audience::ColumnUse::Ignore;
    columns[2].use = audience::ColumnUse::Phone;
    ImportOptions options;
    options.mapping = columns;
    const auto done = audience::ProfileImport(people.database(), people.clock()).run(file, options);
    QVERIFY(done);
    QCOMPARE(done->warned, 0);
    QCOMPARE(done->created, 1);
  }
};

}  // namespace heliograph

QTEST_GUILESS_MAIN(heliograph::ImportFindingsTest)
#include "import_findings_test.moc"
