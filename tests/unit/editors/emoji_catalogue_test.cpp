// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_catalogue.h"

#include <QTest>

using namespace heliograph::editors;

class EmojiCatalogueTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void unicodesGroupsAreThere() {
    const EmojiCatalogue& all = EmojiCatalogue::builtIn();
    QCOMPARE(all.groups().size(), 9);
    QVERIFY(all.all().size() > 1800);
    for (int group = 0; group < all.groups().size(); ++group) QVERIFY(!all.inGroup(group).empty());
    for (const Emoji& emoji : all.all()) QVERIFY(!emoji.name.isEmpty());
  }

  void theFirstOneFoundIsTheLikeliest_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("found");
    QTest::newRow("by its name") << QStringLiteral("party popper") << QStringLiteral("\U0001F389");
    QTest::newRow("by the beginning of words") << QStringLiteral("thu up") << QStringLiteral("\U0001F44D");
    QTest::newRow("by a keyword") << QStringLiteral("tada") << QStringLiteral("\U0001F389");
    QTest::newRow("in any case") << QStringLiteral("ROCKET") << QStringLiteral("\U0001F680");
    QTest::newRow("by itself") << QStringLiteral("\U0001F680") << QStringLiteral("\U0001F680");
  }

  void theFirstOneFoundIsTheLikeliest() {
    QFETCH(QString, wanted);
    const auto found = EmojiCatalogue::builtIn().search(wanted);
    QVERIFY(!found.empty());
    QTEST(found.front().text, "found");
  }

  void nothingIsFoundForNonsense() { QVERIFY(EmojiCatalogue::builtIn().search(QStringLiteral("qqqq")).empty()); }

  void theSkinIsPutWherePeopleAre_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("dark");
    QTest::newRow("a hand") << QStringLiteral("thumbs up") << QStringLiteral("\U0001F44D\U0001F3FF");
    QTest::newRow("a selector goes") << QStringLiteral("man detective")
                                     << QStringLiteral("\U0001F575\U0001F3FF\u200D\u2642\uFE0F");
    QTest::newRow("two people") << QStringLiteral("people holding hands")
                                << QStringLiteral("\U0001F9D1\U0001F3FF\u200D\U0001F91D\u200D\U0001F9D1\U0001F3FF");
    QTest::newRow("nobody") << QStringLiteral("rocket") << QStringLiteral("\U0001F680");
  }

  void theSkinIsPutWherePeopleAre() {
    QFETCH(QString, name);
    const Emoji emoji = EmojiCatalogue::builtIn().search(name).front();
    QTEST(inTone(emoji, SkinTone::Dark), "dark");
    QCOMPARE(inTone(emoji, SkinTone::None), emoji.text);
  }

  void anEmojiIsKnownInAnyTone() {
    const Emoji* found = EmojiCatalogue::builtIn().find(QStringLiteral("\U0001F44D\U0001F3FD"));
    QVERIFY(found != nullptr);
    QCOMPARE(found->name, QStringLiteral("thumbs up"));
  }
};

QTEST_GUILESS_MAIN(EmojiCatalogueTest)
#include "emoji_catalogue_test.moc"
