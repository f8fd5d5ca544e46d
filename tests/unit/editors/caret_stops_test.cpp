// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/caret_stops.h"

#include <QTest>

using namespace heliograph::editors;

class CaretStopsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theCaretStopsBetweenCharacters_data() {
    QTest::addColumn<QString>("text");  // with | at the stops between its ends
    const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
    row("Latin", QStringLiteral("a|b"));
    row("combining mark", QStringLiteral("e\u0301|a"));
    row("Devanagari", QStringLiteral("\u0928|\u092E|\u0938\u094D\u0924\u0947"));
    row("conjunct of three", QStringLiteral("\u0938\u094D\u0924\u094D\u0930\u0940|\u0915"));
    row("conjunct with a joiner", QStringLiteral("\u0915\u094D\u200D\u0937|x"));
    row("virama at a word's end", QStringLiteral("\u0915\u094D| |\u0937"));
    row("Arabic", QStringLiteral("\u0645\u064E|\u0631"));
    row("Hebrew", QStringLiteral("\u05E9\u05B8|\u05DC"));
    row("emoji", QStringLiteral("\U0001F389|\U0001F44D\U0001F3FD|\U0001F1EE\U0001F1F3|a"));
    row("joined emoji", QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467|\u2764\uFE0F\u200D\U0001F525"));
    row("emoji behind Devanagari", QStringLiteral("\u0915|\U0001F468\u200D\U0001F469\u200D\U0001F467|\u0915"));
    row("an object", QStringLiteral("a|\uFFFC|\u0915"));
  }
  void theCaretStopsBetweenCharacters() {
    QFETCH(QString, text);
    QList<qsizetype> stops{0};
    for (qsizetype bar = text.indexOf(QLatin1Char('|')); bar >= 0; bar = text.indexOf(QLatin1Char('|'))) {
      text.remove(bar, 1);
      stops << bar;
    }
    stops << text.size();
    for (qsizetype i = 0; i + 1 < stops.size(); ++i) {
      QCOMPARE(caretStopAfter(text, stops[i]), stops[i + 1]);
      QCOMPARE(caretStopBefore(text, stops[i + 1]), stops[i]);
    }
    for (qsizetype at = 0; at <= text.size(); ++at) QCOMPARE(isCaretStop(text, at), stops.contains(at));
  }

  void backspaceTakesBackWhatIsOneSign_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    const auto row = [](const char* name, const QString& text, const QString& left) {
      QTest::newRow(name) << text << left;
    };
    row("Latin", QStringLiteral("ab"), QStringLiteral("a"));
    row("combining mark", QStringLiteral("ae\u0301"), QStringLiteral("a"));
    row("joined emoji", QStringLiteral("a\U0001F468\u200D\U0001F469\u200D\U0001F467"), QStringLiteral("a"));
    row("skin", QStringLiteral("a\U0001F44D\U0001F3FD"), QStringLiteral("a"));
    row("flag", QStringLiteral("\U0001F1E9\U0001F1EA\U0001F1EE\U0001F1F3"), QStringLiteral("\U0001F1E9\U0001F1EA"));
    row("keycap", QStringLiteral("a1\uFE0F\u20E3"), QStringLiteral("a"));
    // As everywhere: a vowel sign is taken back without its letter.
    row("Devanagari", QStringLiteral("\u0928\u0940"), QStringLiteral("\u0928"));
    row("conjunct", QStringLiteral("\u0915\u094D\u0937"), QStringLiteral("\u0915\u094D"));
    row("Hebrew point", QStringLiteral("\u05E9\u05B8"), QStringLiteral("\u05E9"));
    row("nothing", QString(), QString());
  }
  void backspaceTakesBackWhatIsOneSign() {
    QFETCH(QString, text);
    QTEST(text.left(backspaceStop(text, text.size())), "left");
  }
};

QTEST_GUILESS_MAIN(CaretStopsTest)
#include "caret_stops_test.moc"
