// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// Faults are found all at once, each with the bytes it is about.
class DiagnosticsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFaultMarksItsBytes_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("marked");
    const auto row = [](const char* source, const char* code, const char* marked) {
      QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(code) << QString::fromUtf8(marked);
    };
    row("Zürich {{ name", "unclosed", "{{ name");
    row("a {% if yes", "unclosed", "{%");
    row("a {{ name %} b", "unclosed", "{{ name %}");
    row("a {% if yes %} b", "unclosed", "{% if yes %}");
    row("{% for n in tags %}{% if n %}{% endfor %}", "unclosed", "{% if n %}");
    row("é {% iff yes %}", "unknown_tag", "{% iff yes %}");
    row("{% %}", "unknown_tag", "{% %}");
    row("{% endif %}", "stray", "{% endif %}");
    row("{% else %}", "stray", "{% else %}");
    row("{% when 1 %}", "stray", "{% when 1 %}");
    row("{{ name | upcas }}", "unknown_filter", "upcas");
    row("{{ name | date_tz: 'x' }}", "unknown_filter", "date_tz");
    row("{{ @name }}", "syntax", "@");
    row("{{ name name }}", "syntax", "name");
    row("{% if a && b %}{% endif %}", "syntax", "&");
    row("{% if a = b %}{% endif %}", "syntax", "=");
    row("{{ 'abc }}", "syntax", "'abc ");
    row("{% for n of tags %}{% endfor %}", "syntax", "of");
    row("{% for n in tags sorted %}{% endfor %}", "syntax", "sorted");
    row("{% assign = 1 %}", "syntax", "{% assign = 1 %}");
    row("{% assign a.b = 1 %}", "syntax", "{% assign a.b = 1 %}");
    row("{% render name %}", "syntax", "name");
    row("{% raw %}{{ x", "unclosed", "{% raw %}");
    row("{% comment %}{{ x", "unclosed", "{% comment %}");
    row("{{ name | append }}", "arguments", "append");
    row("{{ 99999999999999999999 }}", "limit", "99999999999999999999");
  }
  void aFaultMarksItsBytes() {
    QFETCH(QString, source);
    QFETCH(QString, code);
    QFETCH(QString, marked);
    const std::string text = source.toStdString();
    const ParseResult parsed = Template::parse(text);
    QVERIFY(!parsed);
    const Diagnostic& first = parsed.diagnostics.front();
    QCOMPARE(toText(first.code), code);
    QCOMPARE(toText(std::string_view(text).substr(first.begin, first.end - first.begin)), marked);
    QVERIFY(!first.message.empty());
  }

  void everyFaultIsFoundInTheOrderOfTheText() {
    const std::string source = "{{ a | upcas }}\n{% iff %}\n{{ @b }} {{ c }}\n{% if d %}";
    const ParseResult parsed = Template::parse(source);
    QStringList codes;
    QList<int> lines;
    for (const Diagnostic& one : parsed.diagnostics) {
      codes << toText(one.code);
      lines << one.line;
    }
    QCOMPARE(codes, (QStringList{QStringLiteral("unknown_filter"), QStringLiteral("unknown_tag"),
                                 QStringLiteral("syntax"), QStringLiteral("unclosed")}));
    QCOMPARE(lines, (QList<int>{1, 2, 3, 4}));
  }

  void aMisspeltNameIsAnsweredWithTheNearest() {
    const ParseResult parsed = Template::parse("{{ a | upcas }}{% iff %}");
    QVERIFY(parsed.diagnostics.at(0).message.find("upcase") != std::string::npos);
    QVERIFY(parsed.diagnostics.at(1).message.find("if") != std::string::npos);
  }

  void aFaultyTextStillTellsWhatItReads() {
    const ParseResult parsed = Template::parse("{{ Profile.city }}{% if %}{{ Profile.tier }}");
    QVERIFY(!parsed);
    QCOMPARE(parsed.paths.size(), std::size_t{2});
    QCOMPARE(parsed.paths.at(1).segments.front(), std::string("tier"));
  }

  void aFaultWhileRenderingNamesItsPlace() {
    const ParseResult parsed = Template::parse("Hi\n  {{ 1 | divided_by: zero }}");
    QVERIFY(bool(parsed));
    Renderer renderer;
    const RenderResult result = renderer.render(*parsed.compiled, {});
    QCOMPARE(result.status, RenderStatus::Error);
    QCOMPARE(result.line, 2);
    QCOMPARE(result.column, 3);
    QVERIFY(result.output.empty());
  }
};

QTEST_GUILESS_MAIN(DiagnosticsTest)
#include "diagnostics_test.moc"
