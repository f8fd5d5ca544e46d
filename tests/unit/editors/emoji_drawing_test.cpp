// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_drawing.h"

#include <QTest>

#include "editors/emoji_catalogue.h"

using namespace heliograph::editors;

class EmojiDrawingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyEmojiOfTheCatalogueIsOne() {
    const auto& all = EmojiCatalogue::builtIn().all();
    QVERIFY(!all.empty());
    for (const Emoji& emoji : all) {
      for (const QString& text : {emoji.text, emoji.light}) {
        if (text.isEmpty()) continue;
        const std::vector<EmojiRange> whole{{2, text.size()}};
        // Behind letters of an Indic script Qt sees its pieces as characters.
        QVERIFY2(emojiRanges(QStringLiteral("\u0915 ") + text + QStringLiteral("\u0915")) == whole,
                 qPrintable(emoji.name));
        QVERIFY2(emojiRanges(QStringLiteral("a ") + text + QStringLiteral(" b")) == whole, qPrintable(emoji.name));
      }
    }
  }

  void signsOfTextStayText_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"1 # * \u00A9 \u2122", "\u2708 \u2600 \u2764 \u260E", "\u2192 \u2713 \u25B6",
                             "\u0928\u092E\u0938\u094D\u0924\u0947", "e\u0301", "\u0645\u0631\u062D\u0628\u0627"}) {
      QTest::newRow(text) << QString::fromUtf8(text);
    }
  }
  void signsOfTextStayText() {
    QFETCH(QString, text);
    QVERIFY(emojiRanges(text).empty());
    QCOMPARE(drawnText(text).text, text);
  }

  void selectorsAreTakenOutOfWhatIsDrawn() {
    const DrawnText drawn = drawnText(QStringLiteral("Hi 1\uFE0F\u20E3, \u2764\uFE0F\u200D\U0001F525!"));
    QCOMPARE(drawn.text, QStringLiteral("Hi 1\u20E3, \u2764\u200D\U0001F525!"));
    QVERIFY((drawn.emoji == std::vector<EmojiRange>{{3, 2}, {7, 4}}));
  }

  void onlyWhatFontsBreakIsKeptWhole() {
    QVERIFY(brokenEmoji(QStringLiteral("\u2764\uFE0F \U0001F6CD\uFE0F \U0001F389 \U0001F468\u200D\U0001F467")).empty());
    QVERIFY((brokenEmoji(QStringLiteral("a\u00A9\uFE0F")) == std::vector<EmojiRange>{{1, 2}}));
    QVERIFY((brokenEmoji(QStringLiteral("#\uFE0F\u20E3")) == std::vector<EmojiRange>{{0, 3}}));
    QVERIFY((brokenEmoji(QStringLiteral("\U0001F3F3\uFE0F\u200D\U0001F308")) == std::vector<EmojiRange>{{0, 6}}));
  }
};

QTEST_GUILESS_MAIN(EmojiDrawingTest)
#include "emoji_drawing_test.moc"
