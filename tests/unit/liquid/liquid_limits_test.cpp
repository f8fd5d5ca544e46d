// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

namespace {

QString repeated(const char* piece, int times) {
  return QString::fromUtf8(piece).repeated(times);
}

/// A text that fills 2^doublings bytes.
QString doubled(const char* filter, int doublings) {
  return QStringLiteral(
             "{% assign a = 'x' %}{% for i in (1..%1) %}{% assign a = a | %2: a %}{% endfor %}{{ a | size }}")
      .arg(doublings)
      .arg(QLatin1String(filter));
}

const QString bigText =
    QStringLiteral("{% assign big = ' ' %}{% for i in (1..18) %}{% assign big = big | append: big %}{% endfor %}");

}  // namespace

/// Templates that want too much end with a fault, by count, wherever they run.
class LiquidLimitsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aHostileTextEndsWithAFault_data() {
    QTest::addColumn<QString>("source");
    const auto row = [](const char* name, const QString& source) { QTest::newRow(name) << source; };
    const auto loop = [](const char* body) {
      return bigText + QStringLiteral("{% for i in (1..90000) %}") + QString::fromUtf8(body) +
             QStringLiteral("{% endfor %}");
    };
    row("a long loop without a body", QStringLiteral("{% for i in (1..100000000) %}{% endfor %}"));
    row("a loop to the largest number",
        QStringLiteral("{% for i in (-9223372036854775808..9223372036854775807) %}{% endfor %}"));
    row("a loop of blanks", QStringLiteral("{% for i in (1..100000000) %} {% endfor %}"));
    row("loops in loops", QStringLiteral("{% for i in (1..3000) %}{% for j in (1..3000) %}{% endfor %}{% endfor %}"));
    row("an endless output", QStringLiteral("{% for i in (1..90000) %}xxxxxxxxxxxxxxxx{% endfor %}"));
    row("a table with many rows", QStringLiteral("{% tablerow i in (1..1000000) cols:1 %}{% endtablerow %}"));
    row("append doubling", doubled("append", 60));
    row("prepend doubling", doubled("prepend", 60));
    row("capture doubling",
        QStringLiteral(
            "{% assign a = 'xy' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}"));
    row("concat doubling",
        QStringLiteral("{% assign a = (1..9) %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}"));
    row("replace growing",
        QStringLiteral(
            "{% assign a = 'aa' %}{% for i in (1..60) %}{% assign a = a | replace: 'a', 'aaaa' %}{% endfor %}"));
    row("replace_first growing",
        QStringLiteral(
            "{% assign a = 'aa' %}{% for i in (1..60) %}{% assign a = a | replace_first: 'a', a %}{% endfor %}"));
    row("replace between all characters", bigText + QStringLiteral("{{ big | replace: '', 'xxxxxxxx' }}"));
    row("join with a long glue", bigText + QStringLiteral("{{ (1..10000) | join: big }}"));
    row("join of a huge range", QStringLiteral("{{ (1..9999999999) | join: '' }}"));
    row("reverse of a huge range", QStringLiteral("{{ (1..9223372036854775807) | reverse | size }}"));
    row("sort of a huge range", QStringLiteral("{{ (1..99999999) | sort | size }}"));
    row("sum of a huge range", QStringLiteral("{{ (1..99999999) | sum }}"));
    row("characters of a long text", bigText + QStringLiteral("{{ big | split: '' | size }}"));
    row("uniq of different items", QStringLiteral("{{ (1..60000) | uniq | size }}"));
    row("escape growing",
        QStringLiteral(
            "{% assign a = '&' %}{% for i in (1..99) %}{% assign a = a | escape | append: a %}{% endfor %}"));
    row("url_encode growing",
        QStringLiteral(
            "{% assign a = '%' %}{% for i in (1..99) %}{% assign a = a | url_encode | append: a %}{% endfor %}"));
    row("squares", QStringLiteral("{% assign a = 9 %}{% for i in (1..22) %}{% assign a = a | times: a %}{% endfor %}"));
    row("squares of floats",
        QStringLiteral("{% assign a = 9.5 %}{% for i in (1..22) %}{% assign a = a | times: a %}{% endfor %}"));
    row("a long text searched again and again", loop("{% if big contains 'x' %}{% endif %}"));
    for (const char* search : {"{% if a contains p %}{% endif %}", "{{ a | replace: p, '' }}", "{{ a | split: p }}",
                               "{{ a | remove_last: p }}", "{% assign l = a | where: p %}"}) {
      row(search, QStringLiteral("{% assign a = 'aaaaaaaa' %}{% for i in (1..14) %}{% assign p = a | append: 'b' %}"
                                 "{% assign a = a | append: a %}{% endfor %}") +
                      QString::fromLatin1(search));
    }
    row("a long text asked if it is blank", loop("{% if big == blank %}{% endif %}"));
    row("a long text compared with itself", loop("{% if big >= big %}{% endif %}"));
    row("a long text read as a number", loop("{% assign n = big | plus: 1 %}"));
    row("a long text as the end of a range", loop("{% for j in (1..big) %}{% endfor %}"));
    row("a long text cut into words", loop("{% assign n = big | truncatewords: 3 %}"));
    row("long texts sorted", bigText + QStringLiteral("{% assign l = big | split: '|' %}{% for i in (1..12) %}{% "
                                                      "assign l = l | concat: l %}{% endfor %}{{ l | sort | size }}"));
    row("a list of nothing printed again and again",
        QStringLiteral(
            "{% assign l = 'a ' | split: ' ' %}{% for i in (1..13) %}{% assign l = l | concat: l %}{% endfor %}"
            "{% assign l = l | map: 'z' %}{% for i in (1..90000) %}{{ l }}{% endfor %}"));
    row("many groups of a cycle", QStringLiteral("{% for i in (1..90000) %}{% cycle i: 1, 2 %}{% endfor %}"));
    row("deep conditions", repeated("{% if a %}", 200) + repeated("{% endif %}", 200));
    row("deep brackets", QStringLiteral("{{ ") + repeated("a[", 20000) + QStringLiteral("1") + repeated("]", 20000) +
                             QStringLiteral(" }}"));
    row("deep brackets at the root", QStringLiteral("{{ ") + repeated("[", 20000) + QStringLiteral(" }}"));
    row("deep liquid tags", repeated("{% liquid liquid ", 500));
    row("openings of tags only", repeated("{%", 30000));
    row("openings of outputs only", repeated("{{", 30000));
    row("both openings in turn", repeated("{{{%", 15000));
    row("comments that stay open", repeated("{% comment %}", 4000));
    row("raws that stay open", repeated("{% raw %}", 6000));
    row("too many outputs", repeated("{{a}}", 12000));
    row("too many filters", QStringLiteral("{{ a") + repeated("|strip", 10000) + QStringLiteral(" }}"));
    row("too many values of a when",
        QStringLiteral("{% case a %}{% when 1") + repeated(",1", 30000) + QStringLiteral(" %}{% endcase %}"));
    row("a long source", repeated("x", 70000));
  }
  void aHostileTextEndsWithAFault() {
    QFETCH(QString, source);
    const QString first = rendered(source);
    QVERIFY2(first.startsWith(QStringLiteral("fault")), qPrintable(first.left(200)));
    QCOMPARE(rendered(source), first);
  }

  void aGreedyTextWithinTheLimitsIsRendered_data() {
    templateColumns();
    greedyRows();
  }
  void aGreedyTextWithinTheLimitsIsRendered() { CHECK_ROW(); }

  void snippetsThatCallThemselvesEnd_data() {
    QTest::addColumn<QString>("source");
    for (const char* source :
         {"{% include 'self' %}", "{% render 'rendered' %}", "{% render 'wide' for (1..1000000) %}",
          "{% for i in (1..100000) %}{% render 'wide' %}{% endfor %}"}) {
      QTest::newRow(source) << QString::fromUtf8(source);
    }
  }
  void snippetsThatCallThemselvesEnd() {
    QFETCH(QString, source);
    Partials partials;
    for (const auto& [name, text] : std::initializer_list<std::pair<const char*, const char*>>{
             {"self", "{% include 'self' %}"}, {"rendered", "{% render 'rendered' %}"}, {"wide", ""}}) {
      partials.emplace(name, *Template::parse(text).compiled);
    }
    RenderOptions options;
    options.partials = &partials;
    QVERIFY(rendered(source, options).startsWith(QStringLiteral("fault")));
  }

  void aRendererStartsAfreshAfterAFault() {
    QVERIFY(rendered(QStringLiteral("{% for i in (1..100000000) %}{% endfor %}")).startsWith(QStringLiteral("fault")));
    QCOMPARE(rendered(QStringLiteral("{{ name }}")), QStringLiteral("Emma"));
  }

  void smallerLimitsHold() {
    RenderOptions options;
    options.limits.outputBytes = 3;
    QVERIFY(rendered(QStringLiteral("{{ name }}"), options).startsWith(QStringLiteral("fault")));
    QCOMPARE(rendered(QStringLiteral("{{ points }}"), options), QStringLiteral("363"));
    options = {};
    options.limits.steps = 3;
    QVERIFY(rendered(QStringLiteral("{{ 1 }}{{ 2 }}{{ 3 }}"), options).startsWith(QStringLiteral("fault")));
  }

 private:
  static void greedyRows() {
    line("{{ 'a' | truncate: 9223372036854775807 }}", "a");
    line("{{ 'a' | slice: 0, 9223372036854775807 }}", "a");
    line("{{ (1..9223372036854775807) | size }}", "9223372036854775807");
    line("{% for i in (1..9223372036854775807) limit:2 %}{{ i }}{% endfor %}", "12");
    line("{{ (1..9223372036854775807) | first }}", "1");
    line("{% for i in (1..9000) %}{% endfor %}done", "done");
  }
};

QTEST_GUILESS_MAIN(LiquidLimitsTest)
#include "liquid_limits_test.moc"
