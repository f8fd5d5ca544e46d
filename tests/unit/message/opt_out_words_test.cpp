// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/opt_out_words.h"

#include <QTest>

#include "message/text_rules.h"

using namespace heliograph::message;

class OptOutWordsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void knowsTheWordsOfAnOptOut_data() {
    QTest::addColumn<bool>("says");
    const auto row = [](const char* text, bool says) { QTest::newRow(text) << says; };
    row("30 % off. Reply STOP to end", true);
    row("Text stop to opt out", true);
    row("STOP=end", true);
    row("Send \"stop\" to 12345", true);
    row("Unsubscribe: n.com/u", true);
    row("Opt-out: n.com/u", true);
    row("Zum Abmelden STOPP", true);
    row("Antworten Sie mit stop", true);
    row("Répondez stop", true);
    row("Pour se désabonner : n.com", true);
    row("Responde BAJA para no recibir", true);
    row("Antwoord stop", true);
    row("Отписаться: ответьте СТОП", true);
    row("退订回T", true);
    row("لإلغاء الاشتراك", true);
    row("Don't stop now, the sale is on", false);
    row("Nonstop flights", false);
    row("NONSTOP flights", false);
    row("The weekend is here", false);
    row("", false);
  }
  void knowsTheWordsOfAnOptOut() {
    QFETCH(bool, says);
    QCOMPARE(saysHowToOptOut(QString::fromUtf8(QTest::currentDataTag())), says);
  }

  void everyExampleSaysItAndFits() {
    for (const OptOutExample& example : optOutExamples()) {
      QVERIFY2(saysHowToOptOut(example.text), qPrintable(example.language));
      QVERIFY2(example.text.size() <= OptOutLine::longest, qPrintable(example.language));
    }
  }
};

QTEST_APPLESS_MAIN(OptOutWordsTest)
#include "opt_out_words_test.moc"
