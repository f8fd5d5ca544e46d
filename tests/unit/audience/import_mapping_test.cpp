// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/import_mapping.h"
#include "audience/import_preview.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

QStringList words(const QString& text) {
  return text.split(QLatin1Char(','));
}

/// "identity,phone,=city": uses of the columns, properties with an equals sign.
QString summary(const std::vector<MappedColumn>& columns) {
  QStringList uses;
  for (const MappedColumn& column : columns) {
    switch (column.use) {
      case ColumnUse::Identity:
        uses << QStringLiteral("identity");
        break;
      case ColumnUse::Phone:
        uses << QStringLiteral("phone");
        break;
      case ColumnUse::Subscribed:
        uses << QStringLiteral("subscribed");
        break;
      case ColumnUse::Unsubscribed:
        uses << QStringLiteral("unsubscribed");
        break;
      case ColumnUse::TimeZone:
        uses << QStringLiteral("zone");
        break;
      case ColumnUse::Property:
        uses << QStringLiteral("=") + column.property;
        break;
      case ColumnUse::Ignore:
        uses << QStringLiteral("-");
        break;
    }
  }
  return uses.join(QLatin1Char(','));
}

}  // namespace

class ImportMappingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void usesAreGuessedByName_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* header, const char* expected) {
      QTest::newRow(header) << QString::fromUtf8(header) << QString::fromUtf8(expected);
    };
    row("identity,phone,city", "identity,phone,=city");
    row("Identity,Mobile Number,MSG-sms", "identity,phone,subscribed");
    row("id,MSISDN,Opted out", "identity,phone,unsubscribed");
    row("Email,Tel,Tz", "identity,phone,zone");
    row("user_id,email,phone", "identity,=email,phone");
    row("phone,name", "phone,=name");
    row("identity,phone,mobile", "identity,phone,=mobile");
    row("identity,Phone 1 - Type,Phone 1 - Value", "identity,=Phone 1 - Type,phone");
    row("identity,mobile os,Customer Mobile (primary)", "identity,=mobile os,phone");
    row("identity,city,city", "identity,=city,-");
    row("identity,phone,phone", "identity,phone,-");
    row("Kunden-Nr.,Vorname,Handynr.", "identity,=Vorname,phone");
    row("identity,WhatsApp number", "identity,phone");
    row("identity,,city", "identity,-,=city");
    row("identity,purchase date <dd/MM/yyyy>", "identity,=purchase date");
  }
  void usesAreGuessedByName() {
    QFETCH(QString, header);
    const auto mapping = mapHeader(words(header), {});
    QVERIFY(mapping);
    QTEST(summary(mapping->columns), "expected");
  }

  void aGuessedIdentityIsSaid() {
    const auto mapping = mapHeader(words(QStringLiteral("email,name")), {});
    QVERIFY(mapping);
    QVERIFY(mapping->remarks.join(QString()).contains(QStringLiteral("email")));
  }

  void whatIsAskedForWins_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* header, const char* mapping, const char* expected) {
      QTest::addRow("%s | %s", header, mapping)
          << QString::fromUtf8(header) << QString::fromUtf8(mapping) << QString::fromUtf8(expected);
    };
    row("identity,town", "town=city", "identity,=city");
    row("identity,phone,mobile", "mobile=phone", "identity,-,phone");
    row("identity,home,mobile", "home=phone", "identity,phone,=mobile");
    row("code,email", "code=identity", "identity,=email");
    row("identity,note", "note=", "identity,-");
    row("identity,stop", "stop=unsubscribed", "identity,unsubscribed");
    row("identity,a=b", "a=b=c", "identity,=c");
    row("identity,when <dd/MM/yyyy>", "when=birthday", "identity,=birthday");
  }
  void whatIsAskedForWins() {
    QFETCH(QString, header);
    QFETCH(QString, mapping);
    const auto wanted = mappedColumnFromText(mapping);
    QVERIFY(wanted);
    const auto mapped = mapHeader(words(header), {*wanted});
    QVERIFY(mapped);
    QTEST(summary(mapped->columns), "expected");
  }

  void aMappingThatCannotBeIsSaidInWords_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("part");
    QTest::newRow("no such column") << QStringLiteral("identity,city") << QStringLiteral("town=city")
                                    << QStringLiteral("identity, city");
    QTest::newRow("no identity") << QStringLiteral("name,city") << QString() << QStringLiteral("name, city");
    QTest::newRow("no header") << QStringLiteral("1,Asha,+919812345670") << QString()
                               << QStringLiteral("begins with data");
    QTest::newRow("no date format") << QStringLiteral("identity,at <some day>") << QString()
                                    << QStringLiteral("some day");
  }
  void aMappingThatCannotBeIsSaidInWords() {
    QFETCH(QString, header);
    QFETCH(QString, mapping);
    QFETCH(QString, part);
    std::vector<MappedColumn> overrides;
    if (!mapping.isEmpty()) overrides.push_back(*mappedColumnFromText(mapping));
    const auto mapped = mapHeader(words(header), overrides);
    QVERIFY(!mapped);
    QCOMPARE(mapped.error().code, ErrorCode::InvalidInput);
    QVERIFY2(mapped.error().message.contains(part), qPrintable(mapped.error().message));
  }

  void aFileWithoutPhoneNumbersIsSaid() {
    QVERIFY(mapHeader(words(QStringLiteral("identity,name")), {})
                ->remarks.join(QString())
                .contains(QStringLiteral("phone")));
    QVERIFY(mapHeader(words(QStringLiteral("identity,phone")), {})->remarks.isEmpty());
  }

  void aMappingWithoutAnEqualsSignIsRefused() { QVERIFY(!mappedColumnFromText(QStringLiteral("city"))); }

  void aPreviewShowsWhatAnImportWouldMakeOfTheFile() {
    test::People people;
    QVERIFY(people.import("identity,score\na,high\n"));
    const QString file = people.file("id;score;age;born;vip;note\n1;2;30;1990-05-06;yes;x\n2;3;;;no;\n");
    const auto preview = previewImport(file, people.database());
    QVERIFY(preview);
    QCOMPARE(preview->facts.delimiter, QLatin1Char(';'));
    QCOMPARE(preview->facts.encoding, QStringLiteral("UTF-8"));
    QCOMPARE(preview->rows.size(), 2U);
    QCOMPARE(summary(preview->columns), QStringLiteral("identity,=score,=age,=born,=vip,=note"));
    QCOMPARE(*preview->columns[1].type, PropertyType::Text);
    QCOMPARE(*preview->columns[2].type, PropertyType::Number);
    QCOMPARE(*preview->columns[3].type, PropertyType::Date);
    QCOMPARE(*preview->columns[4].type, PropertyType::Boolean);
    QCOMPARE(*preview->columns[5].type, PropertyType::Text);
  }
};

QTEST_GUILESS_MAIN(ImportMappingTest)
#include "import_mapping_test.moc"
