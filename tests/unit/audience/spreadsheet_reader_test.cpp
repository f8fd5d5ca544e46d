// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/spreadsheet_reader.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "audience/import_table.h"
#include "audience/number_format.h"
#include "support/spreadsheet_file.h"

namespace heliograph {

using audience::SpreadsheetReader;
using test::Sheet;
using test::XlsxParts;

namespace {

QString fileWith(const QTemporaryDir& folder, const QByteArray& bytes) {
  QFile file(folder.filePath(QStringLiteral("people.xlsx")));
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file for the test");
  return file.fileName();
}

/// All rows as "row: cell|cell", one a line; or the error.
QString allRows(const QString& path, const QString& sheet = {}) {
  auto reader = SpreadsheetReader::open(path, sheet);
  if (!reader) return reader.error().message;
  QStringList lines;
  while (true) {
    auto row = (*reader)->next();
    if (!row) return row.error().message;
    if (*row == nullptr) return lines.join(QLatin1Char('\n'));
    QStringList cells;
    for (const auto field : (*row)->fields)
      cells << QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    lines << QStringLiteral("%1: %2").arg((*row)->row).arg(cells.join(QLatin1Char('|')));
  }
}

QString rowsOf(const QByteArray& bytes, const QString& sheet = {}) {
  const QTemporaryDir folder;
  return allRows(fileWith(folder, bytes), sheet);
}

QByteArray odsText(const QByteArray& text) {
  return "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\"><text:p>" + text +
         "</text:p></table:table-cell>";
}

/// A workbook with something of everything, for damaging it.
QByteArray richXlsx() {
  XlsxParts parts;
  parts.strings = {"<t>identity</t>", "<t>phone</t>", "<r><t>Jo</t></r><r><t>sé</t></r>"};
  parts.formats = {"0", "14", "dd/mm/yyyy hh:mm"};
  QByteArray rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";
  for (int i = 2; i < 60; ++i) {
    const QByteArray row = QByteArray::number(i);
    rows += "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>2</v></c><c r=\"B" + row + "\"><v>4479111234" +
            row + "</v></c><c r=\"C" + row + "\" s=\"2\"><v>45352.5</v></c></row>";
  }
  parts.sheets = {Sheet("People", rows), Sheet("Notes", "<row><c><v>1</v></c></row>")};
  return test::xlsx(parts);
}

QByteArray richOds() {
  QByteArray rows;
  for (int i = 0; i < 60; ++i) {
    rows += "<table:table-row>" + odsText("a" + QByteArray::number(i)) +
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-01\"><text:p>1.3.24</text:p>"
            "</table:table-cell><table:table-cell table:number-columns-repeated=\"3\"/></table:table-row>";
  }
  return test::ods({Sheet("People", rows)});
}

}  // namespace

class SpreadsheetReaderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCellOfAWorkbookSaysWhatItShows_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* cell, const char* text) {
      QTest::newRow(name) << QByteArray(cell) << QString::fromUtf8(text);
    };
    row("a phone number kept as a number", "<c><v>447911123456</v></c>", "447911123456");
    row("as Excel writes it in the file", "<c><v>4.47911123456E11</v></c>", "447911123456");
    row("with a binary fraction", "<c><v>0.10000000000000001</v></c>", "0.1");
    row("an amount", "<c><v>-12.5</v></c>", "-12.5");
    row("shared text", "<c t=\"s\"><v>0</v></c>", "shared & read");
    row("shared text with fonts and a phonetic guide", "<c t=\"s\"><v>1</v></c>", "東京 office");
    row("shared text that isn't there", "<c t=\"s\"><v>99</v></c>", "");
    row("inline text", "<c t=\"inlineStr\"><is><t> two  blanks </t></is></c>", " two  blanks ");
    row("text of a formula", "<c t=\"str\"><f>A1&amp;B1</f><v>made</v></c>", "made");
    row("number of a formula", "<c><f>1+1</f><v>2</v></c>", "2");
    row("yes", "<c t=\"b\"><v>1</v></c>", "true");
    row("no", "<c t=\"b\"><v>0</v></c>", "false");
    row("an error", "<c t=\"e\"><v>#N/A</v></c>", "");
    row("a date in ISO 8601", "<c t=\"d\"><v>2024-03-01</v></c>", "2024-03-01");
    row("a date", "<c s=\"1\"><v>45352</v></c>", "2024-03-01");
    row("a date with a clock", "<c s=\"2\"><v>45352.586805555555</v></c>", "2024-03-01T14:05:00");
    row("a day before the one that wasn't", "<c s=\"1\"><v>59</v></c>", "1900-02-28");
    row("a time alone", "<c s=\"3\"><v>0.5</v></c>", "12:00:00");
    row("leading zeros of the format", "<c s=\"4\"><v>7911123456</v></c>", "07911123456");
    row("a duration stays a number", "<c s=\"5\"><v>1.5</v></c>", "1.5");
    row("a style that isn't there", "<c s=\"77\"><v>45352</v></c>", "45352");
    row("a control character, escaped", "<c t=\"s\"><v>2</v></c>", "a\nb_x");
  }
  void aCellOfAWorkbookSaysWhatItShows() {
    QFETCH(QByteArray, cell);
    XlsxParts parts;
    parts.strings = {
        "<t>shared &amp; read</t>",
        "<r><t>東京</t></r><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh><r><t xml:space=\"preserve\"> office</t></r>",
        "<t>a_x000A_b_x</t>"};
    parts.formats = {"0", "14", "dd\\/mm\\/yyyy\\ hh:mm;@", "h:mm AM/PM", "00000000000", "[h]:mm:ss"};
    parts.sheets = {Sheet("People", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c><v>x</v></c>" + cell +
                                        "<c r=\"C2\"><v>3</v></c></row>")};
    QFETCH(QString, text);
    QCOMPARE(rowsOf(test::xlsx(parts)), QStringLiteral("1: 1\n2: x|%1|3").arg(text));
  }

  void aWorkbookOfTheMacCountsItsDaysFrom1904() {
    XlsxParts parts;
    parts.formats = {"0", "14"};
    parts.from1904 = true;
    parts.sheets = {Sheet("People", "<row r=\"1\"><c s=\"1\"><v>43890</v></c><c s=\"1\"><v>0</v></c></row>")};
    QCOMPARE(rowsOf(test::xlsx(parts)), QStringLiteral("1: 2024-03-01|1904-01-01"));
  }

  void numberFormatsTellDatesFromNumbers_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shown");
    QTest::newRow("day first") << QStringLiteral("d/m/yy") << QStringLiteral("2024-03-01");
    QTest::newRow("with a language") << QStringLiteral("[$-407]d. mmmm yyyy;@") << QStringLiteral("2024-03-01");
    QTest::newRow("month and year") << QStringLiteral("mmm-yy") << QStringLiteral("2024-03-01");
    QTest::newRow("a colour isn't minutes") << QStringLiteral("[Magenta]0.00") << QStringLiteral("45352");
    QTest::newRow("words in quotes") << QStringLiteral("0 \"days\"") << QStringLiteral("45352");
    QTest::newRow("euros") << QStringLiteral("#,##0.00\\ [$€-407]") << QStringLiteral("45352");
    QTest::newRow("general") << QStringLiteral("General") << QStringLiteral("45352");
    QTest::newRow("a duration") << QStringLiteral("[mm]:ss") << QStringLiteral("45352");
  }
  void numberFormatsTellDatesFromNumbers() {
    QFETCH(QString, code);
    QFETCH(QString, shown);
    const auto format = audience::NumberFormat::fromCode(code);
    QCOMPARE(QString::fromStdString(audience::shownNumber("45352", format, false)), shown);
  }

  void aCellOfAnOpenDocumentSaysWhatItShows_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* attributes, const char* inside, const char* text) {
      QTest::newRow(name) << "<table:table-cell " + QByteArray(attributes) + ">" + inside + "</table:table-cell>"
                          << QString::fromUtf8(text);
    };
    row("text", "office:value-type=\"string\"", "<text:p>Jo<text:span>sé</text:span></text:p>", "José");
    row("blanks, a tab and two lines", "office:value-type=\"string\"",
        "<text:p>a<text:s text:c=\"2\"/>b<text:tab/>c</text:p><text:p>d</text:p>", "a  b\tc\nd");
    row("a note isn't the value", "office:value-type=\"string\"",
        "<office:annotation><text:p>note</text:p></office:annotation><text:p>value</text:p>", "value");
    row("a phone number kept as a number", "office:value-type=\"float\" office:value=\"447911123456\"",
        "<text:p>4.47911E+11</text:p>", "447911123456");
    row("leading zeros of the format", "office:value-type=\"float\" office:value=\"7911\"", "<text:p>07911</text:p>",
        "07911");
    row("money", "office:value-type=\"currency\" office:value=\"12.5\"", "<text:p>12,50 €</text:p>", "12.5");
    row("a share", "office:value-type=\"percentage\" office:value=\"0.25\"", "<text:p>25 %</text:p>", "0.25");
    row("yes", "office:value-type=\"boolean\" office:boolean-value=\"true\"", "<text:p>WAHR</text:p>", "true");
    row("a date", "office:value-type=\"date\" office:date-value=\"2024-03-01\"", "<text:p>1.3.24</text:p>",
        "2024-03-01");
    row("a date with a clock", "office:value-type=\"date\" office:date-value=\"2024-03-01T14:05:00\"",
        "<text:p>1.3.24</text:p>", "2024-03-01T14:05:00");
    row("a time", "office:value-type=\"time\" office:time-value=\"PT14H05M00S\"", "<text:p>14:05</text:p>", "14:05:00");
    row("text of a formula", "table:formula=\"of:=A1\" office:value-type=\"string\" office:string-value=\"made\"",
        "<text:p>made</text:p>", "made");
  }
  void aCellOfAnOpenDocumentSaysWhatItShows() {
    QFETCH(QByteArray, cell);
    QFETCH(QString, text);
    const QByteArray rows = "<table:table-row>" + odsText("x") + cell + odsText("z") + "</table:table-row>";
    QCOMPARE(rowsOf(test::ods({Sheet("People", rows)})), QStringLiteral("1: x|%1|z").arg(text));
  }

  void repeatedRowsAndCellsOfAnOpenDocumentAreAllThere() {
    const QByteArray rows =
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"5\"/>"
        "</table:table-row><table:table-header-rows><table:table-row>" +
        odsText("name") +
        "</table:table-row>"
        "</table:table-header-rows><table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
        "office:value-type=\"string\" table:number-columns-repeated=\"2\"><text:p>same</text:p></table:table-cell>"
        "<table:covered-table-cell table:number-columns-repeated=\"2\"/>" +
        odsText("end") +
        "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row>";
    QCOMPARE(rowsOf(test::ods({Sheet("People", rows)})),
             QStringLiteral("3: name\n4: same|same|||end\n5: same|same|||end"));
  }

  void theFirstSheetWithSomethingOnItIsTakenUnlessOneIsNamed() {
    XlsxParts parts;
    parts.sheets = {Sheet("Empty", "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"),
                    Sheet("People", test::xlsxRows({{QStringLiteral("a")}})),
                    Sheet("Others", test::xlsxRows({{QStringLiteral("b")}}))};
    const QByteArray bytes = test::xlsx(parts);
    QCOMPARE(rowsOf(bytes), QStringLiteral("1: a"));
    QCOMPARE(rowsOf(bytes, QStringLiteral("Others")), QStringLiteral("1: b"));
    QVERIFY(rowsOf(bytes, QStringLiteral("Nobody")).contains(QStringLiteral("Empty, People, Others")));
    QVERIFY(rowsOf(bytes, QStringLiteral("Empty")).contains(QStringLiteral("no filled cells")));
  }

  void whatCantBeReadIsSaidInWords_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray compound = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(2000, '\0');
    const QByteArray package = QByteArray::fromHex("45006e0063007200790070007400650064005000610063006b00");
    test::ZipFiles locked = test::odsFiles({Sheet("People", QByteArray())});
    locked.last().second.replace("/>", "><manifest:encryption-data/></manifest:manifest>");
    XlsxParts people;
    people.sheets = {Sheet("People", test::xlsxRows({{QStringLiteral("a")}}))};
    test::ZipFiles lost = test::xlsxFiles(people);
    lost.removeLast();
    QByteArray cut = test::xlsx(people);
    cut.truncate(cut.size() - 30);
    QTest::newRow("an encrypted workbook") << compound + package << QStringLiteral("password");
    QTest::newRow("an encrypted open document") << test::zipOf(locked) << QStringLiteral("password");
    QTest::newRow("the old format") << compound << QStringLiteral(".xlsx");
    QTest::newRow("a binary workbook") << test::zipOf({{"xl/workbook.bin", "x"}}) << QStringLiteral("binary format");
    QTest::newRow("another archive") << test::zipOf({{"word/document.xml", "x"}})
                                     << QStringLiteral("isn't a spreadsheet");
    QTest::newRow("a sheet is missing") << test::zipOf(lost) << QStringLiteral("damaged");
    QTest::newRow("cut off") << cut << QStringLiteral("damaged");
    QTest::newRow("no sheet") << test::xlsx({}) << QStringLiteral("no filled cells");
    people.sheets = {Sheet("People", "<row><c><v>1</c></row>")};
    QTest::newRow("broken XML") << test::xlsx(people) << QStringLiteral("damaged");
    people.sheets = {Sheet("People", QByteArray(80 << 20, ' '))};
    QTest::newRow("a bomb of blanks") << test::xlsx(people) << QStringLiteral("unreasonable");
    people.sheets = {Sheet("People", "<row><c><v>" + QByteArray(40 << 20, '1') + "</v></c></row>")};
    QTest::newRow("one endless cell") << test::xlsx(people) << QStringLiteral("damaged");
  }
  void whatCantBeReadIsSaidInWords() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const QString said = rowsOf(bytes);
    QVERIFY2(said.contains(words), qPrintable(said.left(300)));
  }

  void aTitleAboveTheNamesOfTheColumnsIsPassedOver() {
    const QTemporaryDir folder;
    XlsxParts parts;
    parts.sheets = {Sheet("People", test::xlsxRows({{QStringLiteral("Customers of 2026")},
                                                    {},
                                                    {QStringLiteral("identity"), QStringLiteral("phone")},
                                                    {QStringLiteral("a"), QStringLiteral("+447911123456")}}))};
    const QString path = fileWith(folder, test::xlsx(parts));
    auto table = audience::ImportTable::open(path);
    QVERIFY(table);
    QCOMPARE(table->headerRow(), 3);
    QCOMPARE(table->header(), (QStringList{QStringLiteral("identity"), QStringLiteral("phone")}));
    audience::TableOptions none;
    none.headerRow = 0;
    QCOMPARE(audience::ImportTable::open(path, none)->header().join(QLatin1Char(',')),
             QStringLiteral("Column A,Column B"));
  }

  void damagedFilesEndInWordsAndNotInACrash() {
    const QTemporaryDir folder;
    const quint32 seed = qEnvironmentVariableIsSet("HELIOGRAPH_SEED") ? qEnvironmentVariable("HELIOGRAPH_SEED").toUInt()
                                                                      : QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QElapsedTimer timer;
    timer.start();
    int read = 0;
    for (const QByteArray& whole : {richXlsx(), richOds()}) {
      for (int round = 0; round < 1000 && timer.elapsed() < 10000; ++round) {
        QByteArray bytes = whole;
        for (int i = random.bounded(1, 6); i > 0; --i) {
          bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        }
        if (random.bounded(20) == 0) bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
        if (!allRows(fileWith(folder, bytes)).isEmpty()) ++read;
      }
      // XML that is well packed and broken inside reaches further than a broken archive.
      for (int round = 0; round < 500 && timer.elapsed() < 15000; ++round) {
        test::ZipFiles files = whole == richOds() ? odsContent() : xlsxContent();
        QByteArray& part = files[random.bounded(static_cast<int>(files.size()))].second;
        for (int i = random.bounded(1, 6); i > 0; --i) {
          const int at = random.bounded(static_cast<int>(part.size()) + 1);
          random.bounded(2) == 0 ? part.remove(at, random.bounded(1, 20))
                                 : part.insert(at, "<>&\"9/x"[random.bounded(7)]);
        }
        if (!allRows(fileWith(folder, test::zipOf(files))).isEmpty()) ++read;
      }
    }
    QVERIFY(read > 500);
  }

 private:
  static test::ZipFiles xlsxContent() {
    XlsxParts parts;
    parts.strings = {"<t>identity</t>", "<r><t>Jo</t></r><r><t>sé</t></r>"};
    parts.formats = {"0", "14", "dd/mm/yyyy"};
    parts.sheets = {Sheet("People",
                          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>4.5E4"
                          "</v></c><c r=\"B2\" t=\"b\"><f>1</f><v>1</v></c></row>")};
    return test::xlsxFiles(parts);
  }
  static test::ZipFiles odsContent() {
    return test::odsFiles({Sheet("People",
                                 "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
                                 "office:value-type=\"float\" office:value=\"1.5\"/><table:table-cell "
                                 "office:value-type=\"time\" office:time-value=\"PT1H\"/></table:table-row>")});
  }
};

}  // namespace heliograph

QTEST_GUILESS_MAIN(heliograph::SpreadsheetReaderTest)
#include "spreadsheet_reader_test.moc"
