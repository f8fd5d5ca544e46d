// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/highlight.h"

#include <QTest>

using heliograph::liquid::Highlight;
using heliograph::liquid::highlight;
using heliograph::liquid::HighlightKind;

/// What an editor colours is what the compiler reads.
class HighlightTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPieceHasItsKind_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("kinds");
    const auto row = [](const char* source, const char* kinds) {
      QTest::newRow(source) << QByteArray(source) << QByteArray(kinds);
    };
    // Every byte's kind by a letter: B brace, T tag, N name, F filter, s text, n number, o operator, C comment, R raw,
    // X fault, . plain text.
    row("Hi {{ a }}!", "...BB.N.BB.");
    row("{{- a -}}", "BBB.N.BBB");
    row("{{ a.b | upcase }}", "BB.NoN.o.FFFFFF.BB");
    row("{{ a | append: 'x', 2 }}", "BB.N.o.FFFFFFo.ssso.n.BB");
    row("{% if a == 1 and b %}", "BB.TT.N.oo.n.ooo.N.BB");
    row("{% for x in y %}", "BB.TTT.N.oo.N.BB");
    row("{% assign x = 1 %}", "BB.TTTTTT.N.o.n.BB");
    row("{% raw %}{{ a{% endraw %}b", "BB.TTT.BBRRRRBB.TTTTTT.BB.");
    row("{% comment %}a{% endcomment %}b", "BB.TTTTTTT.BBCBB.TTTTTTTTTT.BB.");
    row("{% raw %}{{", "BB.TTT.BBRR");
    row("{% # no %}a", "BB.CCCCCBB.");
    row("{{ 'a }}", "BB.XXXBB");
    row("a {{ b", "..XX..");
    row("{% b {{ c }}", "XX...BB.N.BB");
    row("{{ a } {{ b }}", "XX.....BB.N.BB");
    row("{{ @a }}", "BB.XN.BB");
    row("{% liquid\n if a\n# b\n%}", "BB.TTTTTT..TT.N.CCC.BB");
  }
  void everyPieceHasItsKind() {
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, kinds);
    QByteArray found(source.size(), '.');
    static const QByteArray letters("BTNFsnoCRX");
    std::size_t last = 0;
    for (const Highlight& each : highlight({source.constData(), static_cast<std::size_t>(source.size())})) {
      QVERIFY2(each.begin >= last && each.end > each.begin, "ranges in order, none empty, no overlaps");
      last = each.end;
      for (std::size_t i = each.begin; i < each.end; ++i) {
        found[static_cast<qsizetype>(i)] = letters[static_cast<int>(each.kind)];
      }
    }
    QCOMPARE(found, kinds);
  }

  void nothingIsOutsideOfTheSource() {
    // Every prefix of an awkward source, as somebody types it.
    const QByteArray whole("é{% comment %}{% raw %}x{% endraw %}{% endcomment %}{{ a['b'].c | x: \"é\" }}{% liquid a");
    for (qsizetype size = 0; size <= whole.size(); ++size) {
      for (const Highlight& each : highlight({whole.constData(), static_cast<std::size_t>(size)})) {
        QVERIFY(each.end <= static_cast<std::size_t>(size));
      }
    }
  }
};

QTEST_GUILESS_MAIN(HighlightTest)
#include "highlight_test.moc"
