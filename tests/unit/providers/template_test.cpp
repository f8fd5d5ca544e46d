// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "providers/request/json_writer.h"
#include "providers/template/json_template.h"
#include "providers/template/text_template.h"

using namespace heliograph;
using namespace heliograph::providers;

class TemplateTest final : public QObject {
  Q_OBJECT

 private:
  static TokenValues values() {
    return {{QStringLiteral("To"), QStringLiteral("+1555")}, {QStringLiteral("Body"), QStringLiteral("a \"b\"")}};
  }

 private Q_SLOTS:
  void tokensOfDefinitionFilesStandInBraces() {
    const auto parsed = TextTemplate::parse(QStringLiteral("/x/{To}/{{literal}}"));
    QVERIFY(parsed);
    QCOMPARE(parsed->tokens(), QStringList{QStringLiteral("To")});
    QCOMPARE(*parsed->render(values(), Place::Plain), QByteArray("/x/+1555/{literal}"));
  }

  void aBraceLeftOpenIsSaid_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("open") << "a {To";
    QTest::newRow("empty") << "a {}";
    QTest::newRow("closing") << "a }";
  }
  void aBraceLeftOpenIsSaid() {
    QFETCH(QString, text);
    const auto parsed = TextTemplate::parse(text);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().message.contains(QStringLiteral("character 3")));
  }

  void tokensOfTheGenericProviderStartWithTwoDollars() {
    const auto parsed = TextTemplate::parseDollars(QStringLiteral("$$To,$$Body;$5 $$ $$$To"));
    QCOMPARE(parsed.tokens(), (QStringList{QStringLiteral("To"), QStringLiteral("Body"), QStringLiteral("To")}));
    QCOMPARE(*parsed.render(values(), Place::Plain), QByteArray("+1555,a \"b\";$5 $$ $+1555"));
  }

  void aTokenWithoutAValueIsAnError() {
    const auto parsed = TextTemplate::parse(QStringLiteral("{settings.x}"));
    const auto rendered = parsed->render({}, Place::Plain);
    QVERIFY(!rendered);
    QVERIFY(rendered.error().message.contains(QStringLiteral("settings.x")));
  }

  void aJsonTemplateKeepsNumbersAndOrder() {
    const auto parsed =
        JsonTemplate::parse(QStringLiteral("{ \"z\": 1.0,\n \"a\": [\"to $$To\", \"$$Body\"] }"), TokenStyle::Dollars);
    QVERIFY(parsed);
    QCOMPARE(*writeJson(*parsed, {values(), {}, {}, {}, false}),
             QByteArray("{\"z\":1.0,\"a\":[\"to +1555\",\"a \\\"b\\\"\"]}"));
  }

  void aJsonTemplateThatIsNoneIsRefusedWithItsLine_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("token outside quotes") << "{\n\"to\": $$To}";
    QTest::newRow("comment") << "{\n\"to\": \"$$To\" // number\n}";
    QTest::newRow("comma") << "{\n\"to\": \"$$To\",}";
    QTest::newRow("open string") << "{\n\"to\": \"$$To}";
  }
  void aJsonTemplateThatIsNoneIsRefusedWithItsLine() {
    QFETCH(QString, text);
    const auto parsed = JsonTemplate::parse(text, TokenStyle::Dollars);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(QStringLiteral("line")), qPrintable(parsed.error().message));
  }
};

QTEST_GUILESS_MAIN(TemplateTest)
#include "template_test.moc"
