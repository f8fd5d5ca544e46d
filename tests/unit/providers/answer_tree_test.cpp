// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/answer_tree.h"

#include <QTest>

#include "provider_samples.h"
#include "providers/template/selector.h"

using namespace heliograph;
using namespace heliograph::providers;
using heliograph::test::quoted;

namespace {

QStringList selected(const QByteArray& body, AnswerFormat format, const char* selector) {
  const auto root = parseAnswer(body, format);
  if (!root) return {QStringLiteral("unreadable")};
  const net::HttpAnswer answer{200, {{"Retry-After", "7"}}, body};
  return Selector::parse(QString::fromLatin1(selector))->all(*root, answer);
}

}  // namespace

class AnswerTreeTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void selectorsFindValues_data() {
    const QByteArray json = quoted(
        "{'sid':'SM1','code':21211,'price':null,'ok':true,'rate':0.5,"
        "'messages':[{'id':'a','s':'0'},{'id':'b','s':'1'}],'big':12345678901234567}");
    const QByteArray xml = quoted(
        "<?xml version='1.0'?><RESULT REQID='7'><MID ID='1' TID='2'/><MID ID='2' TID='3'/>"
        "<ERROR><CODE> 122 </CODE></ERROR></RESULT>");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char* name, const QByteArray& body, AnswerFormat format, const char* selector,
                        const QStringList& found) {
      QTest::newRow(name) << body << static_cast<int>(format) << QByteArray(selector) << found;
    };
    const auto list = [](std::initializer_list<const char*> texts) {
      QStringList out;
      for (const char* text : texts) out.append(QString::fromUtf8(text));
      return out;
    };
    row("text", json, AnswerFormat::Json, "sid", list({"SM1"}));
    row("number", json, AnswerFormat::Json, "code", list({"21211"}));
    row("fraction", json, AnswerFormat::Json, "rate", list({"0.5"}));
    row("large number", json, AnswerFormat::Json, "big", list({"12345678901234567"}));
    row("truth", json, AnswerFormat::Json, "ok", list({"true"}));
    row("null", json, AnswerFormat::Json, "price", {});
    row("absent", json, AnswerFormat::Json, "nothing.here", {});
    row("index", json, AnswerFormat::Json, "messages[1].id", list({"b"}));
    row("index beyond", json, AnswerFormat::Json, "messages[2].id", {});
    row("every", json, AnswerFormat::Json, "messages[*].s", list({"0", "1"}));
    row("object", json, AnswerFormat::Json, "messages[0]", {});
    row("top list", quoted("[{'a':1}]"), AnswerFormat::Json, "[0].a", list({"1"}));
    row("header", json, AnswerFormat::Json, "header:retry-after", list({"7"}));
    row("attribute", xml, AnswerFormat::Xml, "RESULT.@REQID", list({"7"}));
    row("element", xml, AnswerFormat::Xml, "RESULT.ERROR.CODE", list({"122"}));
    row("elements of one name", xml, AnswerFormat::Xml, "RESULT.MID[*].@TID", list({"2", "3"}));
    row("element by index", xml, AnswerFormat::Xml, "RESULT.MID[1].@TID", list({"3"}));
    row("whole text", " OK 123 ", AnswerFormat::Text, "$", list({"OK 123"}));
  }
  void selectorsFindValues() {
    QFETCH(QByteArray, body);
    QFETCH(int, format);
    QFETCH(QByteArray, selector);
    QTEST(selected(body, static_cast<AnswerFormat>(format), selector.constData()), "found");
  }

  void whatIsNoAnswerIsRefused_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("format");
    const auto row = [](const char* name, const QByteArray& body, AnswerFormat format) {
      QTest::newRow(name) << body << static_cast<int>(format);
    };
    row("empty", "", AnswerFormat::Json);
    row("blank", " \n", AnswerFormat::Text);
    row("HTML for JSON", "<html><body>Bad gateway</body></html>", AnswerFormat::Json);
    row("HTML for text", "  <!DOCTYPE html><html></html>", AnswerFormat::Text);
    row("cut short", quoted("{'sid':'SM"), AnswerFormat::Json);
    row("bare number", "42", AnswerFormat::Json);
    row("very deep", QByteArray(200, '[') + QByteArray(200, ']'), AnswerFormat::Json);
    row("XML for JSON", "<RESULT/>", AnswerFormat::Json);
    row("broken XML", "<RESULT><A></RESULT>", AnswerFormat::Xml);
    row("two roots", "<A/><B/>", AnswerFormat::Xml);
    row("document type", "<!DOCTYPE R [<!ENTITY x 'y'>]><R>&x;</R>", AnswerFormat::Xml);
    row("very deep XML", QByteArray("<a>").repeated(200) + QByteArray("</a>").repeated(200), AnswerFormat::Xml);
  }
  void whatIsNoAnswerIsRefused() {
    QFETCH(QByteArray, body);
    QFETCH(int, format);
    QVERIFY(!parseAnswer(body, static_cast<AnswerFormat>(format)));
  }

  void aBrokenSelectorIsSaidWithItsPlace_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("dot at the end") << "a.";
    QTest::newRow("open index") << "a[1";
    QTest::newRow("negative index") << "a[-1]";
    QTest::newRow("no index") << "a[]";
    QTest::newRow("text after an index") << "a[0]b";
    QTest::newRow("header without name") << "header: ";
    QTest::newRow("nothing") << "";
  }
  void aBrokenSelectorIsSaidWithItsPlace() {
    QFETCH(QString, text);
    const auto parsed = Selector::parse(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
  }
};

QTEST_GUILESS_MAIN(AnswerTreeTest)
#include "answer_tree_test.moc"
