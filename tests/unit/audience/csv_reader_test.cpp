// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include "audience/csv_reader.h"

using namespace heliograph;
using audience::CsvReader;

using Rows = QList<QStringList>;
Q_DECLARE_METATYPE(Rows)

namespace {

QString fileWith(const QTemporaryDir& folder, const QByteArray& bytes) {
  const QString path = folder.filePath(QStringLiteral("a.csv"));
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file for the test");
  return path;
}

Rows readAll(CsvReader& reader) {
  Rows rows;
  while (true) {
    const auto record = reader.next();
    if (!record || *record == nullptr) return rows;
    QStringList row;
    if ((*record)->damage != audience::TableRow::Damage::None) row << QStringLiteral("BROKEN");
    for (const auto field : (*record)->fields) row << QString::fromUtf8(field.data(), qsizetype(field.size()));
    rows << row;
  }
}

}  // namespace

class CsvReaderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void recordsAreReadByTheStandard_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char* name, const QByteArray& bytes, const Rows& rows) {
      QTest::newRow(name) << bytes << rows;
    };
    const auto list = [](std::initializer_list<const char*> words) {
      QStringList strings;
      for (const char* word : words) strings << QString::fromUtf8(word);
      return strings;
    };
    row("plain", "a,b\n1,2\n", {list({"a", "b"}), list({"1", "2"})});
    row("no line end at the end", "a,b\n1,2", {list({"a", "b"}), list({"1", "2"})});
    row("carriage returns", "a,b\r\n1,2\r\n", {list({"a", "b"}), list({"1", "2"})});
    row("old carriage returns", "a,b\r1,2\r", {list({"a", "b"}), list({"1", "2"})});
    row("quoted delimiter", "a,\"b,c\"\n", {list({"a", "b,c"})});
    row("quoted newline", "a,\"b\nc\r\nd\"\nx,y\n", {list({"a", "b\nc\r\nd"}), list({"x", "y"})});
    row("doubled quotes", "a,\"he said \"\"no\"\"\"\n", {list({"a", "he said \"no\""})});
    row("only quotes", "a,\"\"\"\"\n", {list({"a", "\""})});
    row("empty quoted", "\"\",\"\"\n", {list({"", ""})});
    row("a quote inside a plain field", "a,5\" pipe\nx,y\n", {list({"a", "5\" pipe"}), list({"x", "y"})});
    row("text behind the closing quote", "a,\"b\"c\n", {list({"a", "bc"})});
    row("empty fields", "a,b,c\n,,3\n", {list({"a", "b", "c"}), list({"", "", "3"})});
    row("rows of delimiters only", "a,b,c\n,,\n1,2,3\n,,,,\n", {list({"a", "b", "c"}), list({"1", "2", "3"})});
    row("blank lines", "\na,b\n\n\r\n1,2\n\n", {list({"a", "b"}), list({"1", "2"})});
    row("uneven records", "a,b\n1\n1,2,3\n1,2\n",
        {list({"a", "b"}), list({"1"}), list({"1", "2", "3"}), list({"1", "2"})});
    row("spaces are kept", "a, b \n1,2\n", {list({"a", " b "}), list({"1", "2"})});
    row("one column", "name\nAsha\nRavi\n", {list({"name"}), list({"Asha"}), list({"Ravi"})});
    row("an unclosed quote costs one line", "a,b\n1,\"2\n3,4\n",
        {list({"a", "b"}), list({"BROKEN"}), list({"3", "4"})});
    row("UTF-8 mark",
        "\xEF\xBB\xBF"
        "naïve,b\n",
        {list({"naïve", "b"})});
    row("a separator line", "sep=;\r\na;b,c\r\n", {list({"a", "b,c"})});
  }
  void recordsAreReadByTheStandard() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, bytes));
    QVERIFY(reader);
    QTEST(readAll(*reader), "rows");
  }

  void theDelimiterIsFound_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n") << ',';
    QTest::newRow("semicolon with decimal commas") << QByteArray("a;b;c\n1,5;2,5;3\n1;2,5;3\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\n1,2\t3\n") << '\t';
    QTest::newRow("bar") << QByteArray("a|b|c\nx, y|2|3\n") << '|';
    QTest::newRow("commas in a header of semicolons") << QByteArray("a, b;c\n1;2\n3;4\n") << ';';
    QTest::newRow("quoted others") << QByteArray("a,b\n\"x;y;z\",2\n\"x;y;z\",3\n") << ',';
    QTest::newRow("none") << QByteArray("a\nb\n") << ',';
    QTest::newRow("only a header") << QByteArray("a;b;c") << ';';
  }
  void theDelimiterIsFound() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, bytes));
    QVERIFY(reader);
    QTEST(reader->delimiter(), "delimiter");
  }

  void utf16IsRead_data() {
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QString>("name");
    QTest::newRow("little") << int(QStringConverter::Utf16LE) << QStringLiteral("UTF-16 LE");
    QTest::newRow("big") << int(QStringConverter::Utf16BE) << QStringLiteral("UTF-16 BE");
  }
  void utf16IsRead() {
    QFETCH(int, encoding);
    QStringEncoder encoder(QStringConverter::Encoding(encoding), QStringConverter::Flag::WriteBom);
    QString text = QStringLiteral("name\tcity\n");
    for (int i = 0; i < 200000; ++i) text += QStringLiteral("नमस्ते 😀 %1\tPune\n").arg(i);
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, encoder.encode(text)));
    QVERIFY(reader);
    QTEST(reader->encoding(), "name");
    const Rows rows = readAll(*reader);
    QCOMPARE(rows.size(), 200001);
    QCOMPARE(rows.last(), QStringList({QStringLiteral("नमस्ते 😀 199999"), QStringLiteral("Pune")}));
  }

  void aFileThatIsNoUtf8IsReadAsAWesternSpreadsheetExportsIt_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QStringList>("last");
    const QStringList german{QStringLiteral("Jürgen „Größe“"), QStringLiteral("5 €")};
    QTest::newRow("Windows-1252") << QByteArray(
                                         "Name;Preis\r\nJ\xFCrgen \x84Gr\xF6\xDF"
                                         "e\x93;5 \x80\r\n")
                                  << QStringLiteral("Windows-1252") << german;
    QTest::newRow("UTF-8") << QStringLiteral("Name;Preis\r\nJürgen „Größe“;5 €\r\n").toUtf8() << QStringLiteral("UTF-8")
                           << german;
    QTest::newRow("UTF-8 with one bad byte")
        << QByteArray(
               "Gr\xC3\xB6\xC3\x9F"
               "e;b\xFF\r\nx;\xC3\xA9\r\n")
        << QStringLiteral("UTF-8") << QStringList{QStringLiteral("x"), QStringLiteral("é")};
  }
  void aFileThatIsNoUtf8IsReadAsAWesternSpreadsheetExportsIt() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, bytes));
    QVERIFY(reader);
    QTEST(reader->encoding(), "encoding");
    QTEST(readAll(*reader).last(), "last");
  }

  void aLineThatIsTooLongIsLeftOutOnce() {
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, "a,b\n1," + QByteArray(3 << 20, 'x') + "\n2,y\n"));
    QVERIFY(reader);
    QCOMPARE(readAll(*reader).size(), 3);
  }

  void recordsCrossThePiecesOfTheFile() {
    // Fields of growing length move every kind of character over the edges.
    QByteArray bytes("a,b\n");
    Rows expected{{QStringLiteral("a"), QStringLiteral("b")}};
    for (int i = 0; i < 3000; ++i) {
      const QString text(i, QLatin1Char('x'));
      bytes += "\"" + text.toUtf8() + "\"\"\r\n\"," + QByteArray::number(i) + "\r\n";
      expected << QStringList{text + QStringLiteral("\"\r\n"), QString::number(i)};
    }
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, bytes));
    QVERIFY(reader);
    QCOMPARE(readAll(*reader), expected);
    QCOMPARE(reader->bytesRead(), reader->bytesTotal());
  }

  void aQuoteThatIsNeverClosedInABigFileCostsOneLine() {
    QByteArray bytes("a,b\n1,\"oops\n");
    for (int i = 0; i < 300000; ++i) bytes += "1234567,x\n";
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, bytes));
    QVERIFY(reader);
    const Rows rows = readAll(*reader);
    QCOMPARE(rows.size(), 300002);
    QCOMPARE(rows.at(1), QStringList{QStringLiteral("BROKEN")});
  }

  void rowsAreCountedAsASpreadsheetDoes() {
    const QTemporaryDir folder;
    auto reader = CsvReader::open(fileWith(folder, "a,b\n\n\"x\ny\",1\nz,2\n"));
    QVERIFY(reader);
    QCOMPARE(reader->next().value()->row, 1);
    QCOMPARE(reader->next().value()->row, 3);
    QCOMPARE(reader->next().value()->row, 4);
    QVERIFY(reader->next().value() == nullptr);
    QVERIFY(reader->next().value() == nullptr);
  }

  void aFileThatCannotBeReadIsSaidInWords_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("\n \r\n");
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("a spreadsheet") << QByteArray("PK\x03\x04\x14\0\0\0", 8);
  }
  void aFileThatCannotBeReadIsSaidInWords() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const auto reader = CsvReader::open(fileWith(folder, bytes));
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, ErrorCode::InvalidInput);
  }

  void aMissingFileIsNotFound() {
    QCOMPARE(CsvReader::open(QStringLiteral("/nowhere/a.csv")).error().code, ErrorCode::NotFound);
  }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "csv_reader_test.moc"
