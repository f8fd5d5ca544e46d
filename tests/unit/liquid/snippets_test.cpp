// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// Templates in templates: include shares the variables, render doesn't.
class SnippetsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    for (const auto& [name, source] : std::initializer_list<std::pair<const char*, const char*>>{
             {"hi", "Hi {{ hi | default: name }}"},
             {"sets", "{% assign found = 'yes' %}{% increment c %}"},
             {"item", "[{{ item }}{{ forloop.index }}]"},
             {"args", "{{ a }}-{{ b }}"},
             {"stops", "x{% break %}y"},
             {"includes", "{% include 'hi' %}"},
             {"changed", "{% ifchanged %}same{% endifchanged %}"},
             {"fails", "\n{{ 1 | divided_by: 0 }}"}}) {
      m_partials.emplace(name, *Template::parse(source).compiled);
    }
  }

  void aSnippetIsWrittenWhereItIsCalled_data() {
    templateColumns();
    line("{% include 'hi' %}", "Hi Emma");
    line("{% render 'hi' %}", "Hi ");
    line("{% assign part = 'hi' %}{% include part %}", "Hi Emma");
    line("{% include 'hi' with city %}", "Hi Zürich");
    line("{% render 'hi' with city %}", "Hi Zürich");
    line("{% render 'item' with city as item %}", "[Zürich]");
    line("{% include 'item' for numbers %}", "[3][1][2]");
    line("{% render 'item' for numbers %}", "[31][12][23]");
    line("{% render 'item' for numbers as item %}", "[31][12][23]");
    line("{% render 'args', a: 1, b: name %}", "1-Emma");
    line("{% include 'args', a: 1, b: name %}{{ a }}", "1-Emma");
    line("{% include 'sets' %}{{ found }}", "0yes");
    line("{% render 'sets' %}{{ found }}{% increment c %}", "00");
    line("{% for n in numbers %}{% include 'stops' %}{% endfor %}", "x");
    line("{% for n in numbers %}{% render 'stops' %}{% endfor %}", "xxx");
    line("{% include 'changed' %}{% include 'changed' %}", "same");
    line("{% include 'changed' %}{% render 'changed' %}{% render 'changed' for numbers %}", "samesamesamesamesame");
    line("{% render 'includes' %}", "fault");
    line("{% include 'unknown' %}", "fault");
    line("{% include nothing %}", "fault");
  }
  void aSnippetIsWrittenWhereItIsCalled() {
    QFETCH(QString, source);
    QFETCH(QString, text);
    RenderOptions options;
    options.partials = &m_partials;
    const QString given = rendered(source, options);
    if (text == QStringLiteral("fault")) {
      QVERIFY2(given.startsWith(text), qPrintable(given));
    } else {
      QCOMPARE(given, text);
    }
  }

  void aFaultInASnippetIsShownWhereItIsCalled() {
    const ParseResult parsed = Template::parse("Hi {% include 'fails' %}");
    RenderOptions options;
    options.partials = &m_partials;
    Renderer renderer;
    const RenderResult result = renderer.render(*parsed.compiled, {}, options);
    QCOMPARE(result.status, RenderStatus::Error);
    QCOMPARE(result.line, 1);
    QCOMPARE(result.column, 4);
  }

  void aRootThatIsEverywhereIsSeenInARenderedSnippet() {
    ValueStore store;
    const std::vector<Root> roots{{"name", store.string("Emma"), true}, {"hi", store.string("hidden")}};
    RenderOptions options;
    options.partials = &m_partials;
    Renderer renderer;
    QCOMPARE(toText(renderer.render(*Template::parse("{% render 'hi' %}").compiled, roots, options).output),
             QStringLiteral("Hi Emma"));
  }

  void theSnippetsOfATemplateAreListed() {
    const ParseResult parsed = Template::parse("{% render 'hi' %}{% include name %}");
    QCOMPARE(parsed.partials.size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(parsed.partials[0].name), QStringLiteral("hi"));
    QCOMPARE(parsed.partials[0].begin, std::size_t(10));
    QCOMPARE(parsed.partials[0].end, std::size_t(14));
    QVERIFY(parsed.partials[0].isolated && !parsed.partials[1].isolated);
    QVERIFY(parsed.partials[1].name.empty());
  }

  void withoutSnippetsEveryCallFails() {
    QVERIFY(rendered(QStringLiteral("{% include 'hi' %}")).startsWith(QStringLiteral("fault")));
  }

 private:
  Partials m_partials;
};

QTEST_GUILESS_MAIN(SnippetsTest)
#include "snippets_test.moc"
