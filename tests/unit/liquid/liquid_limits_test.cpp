// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hostile_templates.h"
#include "liquid_probe.h"

using namespace heliograph;
using namespace heliograph::liquid;

namespace {

/// The render of a hostile template with all extensions and its snippets.
QString renderedHostile(const cli::HostileTemplate& one) {
  Partials partials;
  for (const auto& [name, source] : one.snippets) {
    partials.emplace(name, *Template::parse(source, Environment::messages()).compiled);
  }
  RenderOptions options;
  options.now = 1'773'065'133;
  options.partials = &partials;
  return rendered(QString::fromStdString(one.source), options, Environment::messages());
}

}  // namespace

/// Templates that want too much end with a fault, by count, wherever they run.
class LiquidLimitsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aHostileTextEndsWithinItsCounts_data() {
    QTest::addColumn<int>("number");
    int number = 0;
    for (const cli::HostileTemplate& one : m_hostile) {
      QTest::addRow("%s", one.name.substr(0, 60).c_str()) << number++;
    }
  }
  void aHostileTextEndsWithinItsCounts() {
    QFETCH(int, number);
    const cli::HostileTemplate& one = m_hostile[static_cast<std::size_t>(number)];
    const QString first = renderedHostile(one);
    QVERIFY2(first.startsWith(QStringLiteral("fault: ")) != one.ends, qPrintable(first.left(200)));
    QVERIFY(first.size() < 20'000);
    QCOMPARE(renderedHostile(one), first);
  }

  void aGreedyTextWithinTheLimitsIsRendered_data() {
    templateColumns();
    greedyRows();
  }
  void aGreedyTextWithinTheLimitsIsRendered() { CHECK_ROW(); }

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
  const std::vector<cli::HostileTemplate> m_hostile = cli::hostileTemplates();

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
