// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QtTest>

#include "program.h"

using heliograph::test::Program;
using heliograph::test::ProgramAnswer;

class CliRenderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTemplateIsRendered();
  void aTemplateComesFromStandardInput();
  void dataKeepsOrderAndKindsOfNumbers();
  void anUnparsableTemplateHasItsPlace();
  void anAbortedTemplateSaysWhy();
  void aMissingFileIsNamed();
  void aContextThatIsNoJsonIsRefused();
  void casesGiveALineEach();
  void repeatedCasesAreTimed();
  void textsAreMeasured_data();
  void textsAreMeasured();

 private:
  ProgramAnswer render(const QByteArray& source, const QByteArray& context = "{}") {
    return m_program.run(
        {QStringLiteral("render"), QStringLiteral("--json"), QStringLiteral("--template"), QStringLiteral("-"),
         QStringLiteral("--context"), m_program.write(QStringLiteral("context.json"), context)},
        source);
  }

  Program m_program;
};

void CliRenderTest::aTemplateIsRendered() {
  const QString source = m_program.write(QStringLiteral("a.liquid"), "Hi {{ name | default: 'you' }}\n");
  const auto answer = m_program.run({QStringLiteral("render"), QStringLiteral("--template"), source});
  QCOMPARE(answer.exitCode, 0);
  QCOMPARE(answer.out, QByteArray("Hi you\n"));
}

void CliRenderTest::aTemplateComesFromStandardInput() {
  const auto answer = render("{{ a.b[1] }}", R"({"a":{"b":["x","\u00fc"]}})");
  QCOMPARE(answer.exitCode, 0);
  QCOMPARE(answer.json().value(u"output").toString(), QStringLiteral("ü"));
}

void CliRenderTest::dataKeepsOrderAndKindsOfNumbers() {
  const auto answer =
      render("{% for one in all %}{{ one[0] }}={{ one[1] }} {% endfor %}", R"({"all":{"z":1,"a":1.0}})");
  QCOMPARE(answer.json().value(u"output").toString(), QStringLiteral("z=1 a=1.0 "));
}

void CliRenderTest::anUnparsableTemplateHasItsPlace() {
  const auto answer = render("one\ntwo {% if %}");
  QCOMPARE(answer.exitCode, 1);
  const QJsonObject error = answer.json().value(u"error").toObject();
  QCOMPARE(error.value(u"line").toInt(), 2);
  QVERIFY(error.value(u"column").toInt() > 1);
  QVERIFY(!error.value(u"message").toString().isEmpty());
  QVERIFY(answer.errors.contains(u"line 2"));
}

void CliRenderTest::anAbortedTemplateSaysWhy() {
  const auto answer = render("{% abort %}");
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(answer.json().value(u"aborted").isObject());
}

void CliRenderTest::aMissingFileIsNamed() {
  const auto answer =
      m_program.run({QStringLiteral("render"), QStringLiteral("--template"), QStringLiteral("none.liquid")});
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(answer.errors.contains(u"none.liquid"));
}

void CliRenderTest::aContextThatIsNoJsonIsRefused() {
  const auto answer = render("x", "{\"a\":");
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(answer.errors.contains(u"--context"));
}

void CliRenderTest::casesGiveALineEach() {
  const QByteArray cases = R"({"id":"one","template":"{{ a }}","data":{"a":1}})"
                           "\n"
                           R"({"id":2,"template":"{% if %}","data":{}})"
                           "\n"
                           R"({"id":3,"template":"{% render 'p' %}","data":{},"templates":{"p":"part"}})"
                           "\n";
  const auto answer = m_program.run({QStringLiteral("render"), QStringLiteral("--cases"), QStringLiteral("-")}, cases);
  QCOMPARE(answer.exitCode, 0);
  const auto lines = answer.lines();
  QCOMPARE(lines.size(), 3);
  QCOMPARE(lines[0].value(u"id").toString(), QStringLiteral("one"));
  QCOMPARE(lines[0].value(u"output").toString(), QStringLiteral("1"));
  QCOMPARE(lines[1].value(u"id").toInt(), 2);
  QVERIFY(lines[1].value(u"error").isObject());
  QCOMPARE(lines[2].value(u"output").toString(), QStringLiteral("part"));
}

void CliRenderTest::repeatedCasesAreTimed() {
  const auto answer = m_program.run({QStringLiteral("render"), QStringLiteral("--cases"), QStringLiteral("-"),
                                     QStringLiteral("--repeat"), QStringLiteral("5")},
                                    R"({"id":1,"template":"{{ a }}","data":{"a":1}})");
  const QJsonObject last = answer.lines().last();
  QCOMPARE(last.value(u"cases").toInt(), 1);
  QCOMPARE(last.value(u"renders").toInt(), 5);
  QVERIFY(last.value(u"seconds").isDouble());
}

void CliRenderTest::textsAreMeasured_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("encoding");
  QTest::addColumn<int>("units");
  QTest::addColumn<int>("costly");
  QTest::newRow("plain") << QStringLiteral("Hello") << QStringLiteral("GSM-7") << 5 << 0;
  QTest::newRow("extension") << QStringLiteral("5 €") << QStringLiteral("GSM-7") << 4 << 0;
  QTest::newRow("quotes") << QStringLiteral("“x”") << QStringLiteral("UCS-2") << 3 << 2;
}

void CliRenderTest::textsAreMeasured() {
  QFETCH(QString, text);
  QFETCH(QString, encoding);
  QFETCH(int, units);
  QFETCH(int, costly);
  for (const auto& answer :
       {m_program.run({QStringLiteral("sms"), text, QStringLiteral("--json")}),
        m_program.run({QStringLiteral("sms"), QStringLiteral("-"), QStringLiteral("--json")}, text.toUtf8())}) {
    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(answer.json().value(u"encoding").toString(), encoding);
    QCOMPARE(answer.json().value(u"units").toInt(), units);
    QCOMPARE(answer.json().value(u"parts").toInt(), 1);
    QVERIFY(answer.json().contains(u"left_in_part"));
    QCOMPARE(answer.json().value(u"costly").toArray().size(), costly);
  }
}

QTEST_GUILESS_MAIN(CliRenderTest)
#include "cli_render_test.moc"
