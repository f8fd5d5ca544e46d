// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// The extensions for messages: a text that ends itself, and why.
class AbortTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void abortEndsTheMessageWithItsReason_data() {
    templateColumns();
    line("a{% abort %}b", "aborted: ");
    line("a{% abort 'no city' %}b", "aborted: no city");
    line("a{% abort_message('no city') %}b", "aborted: no city");
    line("a{% abort_message 'no city' %}b", "aborted: no city");
    line("{% abort name %}", "aborted: Emma");
    line("{% if points > 100 %}{% abort 'rich' %}{% endif %}b", "aborted: rich");
    line("{% if points < 100 %}{% abort 'poor' %}{% endif %}b", "b");
    line("{% for n in numbers %}{% capture c %}{% abort n %}{% endcapture %}{% endfor %}", "aborted: 3");
  }
  void abortEndsTheMessageWithItsReason() {
    QFETCH(QString, source);
    QFETCH(QString, text);
    QCOMPARE(rendered(source, {}, Environment::messages()), text);
  }

  void theStandardSetKnowsNoAbort() {
    QVERIFY(rendered(QStringLiteral("{% abort %}")).startsWith(QStringLiteral("fault")));
  }

  void abortSaysWhereItStood() {
    const ParseResult parsed = Template::parse("Hi\n {% abort 'x' %}", Environment::messages());
    Renderer renderer;
    const RenderResult result = renderer.render(*parsed.compiled, {});
    QCOMPARE(result.status, RenderStatus::Aborted);
    QCOMPARE(result.line, 2);
    QCOMPARE(result.column, 2);
    QVERIFY(result.output.empty());
  }

  void theReasonOfOneMessageIsNotThatOfTheNext() {
    QCOMPARE(rendered(QStringLiteral("{% abort 'x' %}"), {}, Environment::messages()), QStringLiteral("aborted: x"));
    QCOMPARE(rendered(QStringLiteral("{% abort %}"), {}, Environment::messages()), QStringLiteral("aborted: "));
  }
};

QTEST_GUILESS_MAIN(AbortTest)
#include "abort_test.moc"
