// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/text_finishing.h"

#include <QTest>

#include "liquid/shape.h"
#include "liquid/value.h"
#include "message/link_tagging.h"

using namespace heliograph;
using namespace heliograph::message;

namespace {

const liquid::Shape& finishingShape() {
  static const liquid::Shape shape({"identity", "city"});
  return shape;
}

/// What rules make of a text for Asha of New York.
QString finished(const TextRules& rules, const QString& text, bool textedBefore = false) {
  const std::vector<liquid::Value> values{liquid::Value::string("asha"), liquid::Value::string("New York & Co")};
  PersonValues person{&finishingShape(), values.data()};
  person.textedBefore = textedBefore;
  MessageRenderer renderer(QDateTime::fromSecsSinceEpoch(0), QStringLiteral("Black Friday"), 7);
  const auto finisher = TextFinisher::compile(rules, {});
  if (!finisher) return finisher.error().message;
  std::string utf8 = text.toStdString();
  finisher->finish(person, renderer, utf8);
  return QString::fromStdString(utf8);
}

TextRules tagged(const QString& source, const QString& campaign = {}) {
  TextRules rules;
  rules.links.tagging.on = true;
  rules.links.tagging.source = source;
  rules.links.tagging.campaign = campaign;
  return rules;
}

TextRules optedOut(OptOutLine::When when) {
  TextRules rules;
  rules.optOut = {when, QStringLiteral("Reply STOP to opt out")};
  return rules;
}

}  // namespace

class TextFinishingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void addsParametersToLinks_data() {
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("tagged");
    const auto row = [](const char* name, const char* link, const char* tagged) {
      QTest::newRow(name) << QString::fromUtf8(link) << QString::fromUtf8(tagged);
    };
    row("with a path", "https://n.example/a", "https://n.example/a?utm_source=sms&utm_campaign=x%20y");
    row("without a path", "https://n.example", "https://n.example/?utm_source=sms&utm_campaign=x%20y");
    row("bare", "n.com", "n.com/?utm_source=sms&utm_campaign=x%20y");
    row("with a query", "n.com/a?b=c", "n.com/a?b=c&utm_source=sms&utm_campaign=x%20y");
    row("with a query that goes on", "n.com/a?b&", "n.com/a?b&utm_source=sms&utm_campaign=x%20y");
    row("with a fragment", "n.com/a#b?c", "n.com/a?utm_source=sms&utm_campaign=x%20y#b?c");
    row("with a parameter of that name", "n.com/a?utm_source=web", "n.com/a?utm_source=web&utm_campaign=x%20y");
    row("with a longer name", "n.com/?my_utm_source=1", "n.com/?my_utm_source=1&utm_source=sms&utm_campaign=x%20y");
    row("with all", "n.com/?utm_campaign=1&utm_source", "n.com/?utm_campaign=1&utm_source");
  }
  void addsParametersToLinks() {
    QFETCH(QString, link);
    QTEST(finished(tagged(QStringLiteral("sms"), QStringLiteral("x y")), link), "tagged");
  }

  void anEmptyQueryIsFilled() {
    QCOMPARE(withParameters("n.com/a?#b", {{"utm_source", "sms"}}), std::string("n.com/a?utm_source=sms#b"));
  }

  void everyLinkOfATextIsTagged() {
    QCOMPARE(finished(tagged(QStringLiteral("sms")), QStringLiteral("See (n.com/a), me@n.com or https://o.example/b.")),
             QStringLiteral("See (n.com/a?utm_source=sms), me@n.com or https://o.example/b?utm_source=sms."));
  }

  void valuesAreMadeForEach() {
    QCOMPARE(finished(tagged(QStringLiteral("{{ Profile.city }}"), QStringLiteral("{{ Campaign.name }}")),
                      QStringLiteral("n.com/a")),
             QStringLiteral("n.com/a?utm_source=New%20York%20%26%20Co&utm_campaign=Black%20Friday"));
    QCOMPARE(finished(tagged(QStringLiteral("{{ Profile.nothing }}")), QStringLiteral("n.com/a")),
             QStringLiteral("n.com/a"));
  }

  void aValueThatCannotBeReadIsSaid() {
    QVERIFY(finished(tagged(QStringLiteral("{{ Profile.city | }}x{% if")), QStringLiteral("n.com/a"))
                .contains(QStringLiteral("utm_source")));
  }

  void parametersOfPeopleAreToldFromTheOthers() {
    const auto personal = [](const QString& value) {
      return TextFinisher::compile(tagged(value), {})->tagsPersonally();
    };
    QVERIFY(personal(QStringLiteral("{{ Profile.city }}")));
    QVERIFY(!personal(QStringLiteral("{{ Campaign.name }}")));
    QVERIFY(!personal(QStringLiteral("sms")));
  }

  void encodesWhatAQueryCannotHold() {
    QCOMPARE(percentEncoded("aZ09-._~"), std::string("aZ09-._~"));
    QCOMPARE(percentEncoded("a b&c=d#é+"), std::string("a%20b%26c%3Dd%23%C3%A9%2B"));
  }

  void aShortLinkStandsInThePlaceOfTheWhole() {
    TextRules rules = tagged(QStringLiteral("sms"));
    rules.links.shortened = {QStringLiteral("https://n.example/long"), QStringLiteral("n.com/not-made")};
    rules.links.shortLinks[QStringLiteral("https://n.example/long")] = QStringLiteral("https://s.example/a");
    QCOMPARE(
        finished(rules, QStringLiteral("https://n.example/long https://n.example/longer n.com/not-made")),
        QStringLiteral("https://s.example/a https://n.example/longer?utm_source=sms n.com/not-made?utm_source=sms"));
  }

  void nothingBesideALinkIsTakenIntoIt_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char* name, const char* text, const char* sent) {
      QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(sent);
    };
    row("an apostrophe", "nova.com's sale", "https://go.x/abc 's sale");
    row("a comma without its blank", "nova.com,ok", "https://go.x/abc ,ok");
    row("a sentence mark", "(nova.com), nova.com. Now!", "(https://go.x/abc), https://go.x/abc. Now!");
    row("a curved apostrophe", "nova.com’s sale", "https://go.x/abc 's sale");
    row("a dash", "nova.com–now", "https://go.x/abc -now");
    row("a dash before it", "now–nova.com", "now- https://go.x/abc");
    row("what prints nothing", "nova.com\u200Bnow", "https://go.x/abc now");
    row("two links with nothing that prints between", "nova.com\u200Bnova.com", "https://go.x/abc https://go.x/abc");
    row("what stays", "नया nova.com’s", "नया https://go.x/abc’s");
    row("a tagged link", "n.com/a–now n.com's", "n.com/a?utm_source=sms -now n.com/?utm_source=sms 's");
  }
  void nothingBesideALinkIsTakenIntoIt() {
    QFETCH(QString, text);
    TextRules rules = tagged(QStringLiteral("sms"));
    rules.keepGsm7 = true;
    rules.links.shortened = {QStringLiteral("nova.com")};
    rules.links.shortLinks[QStringLiteral("nova.com")] = QStringLiteral("https://go.x/abc");
    QTEST(finished(rules, text), "sent");
  }

  void replacingAloneKeepsLinksApart() {
    TextRules rules;
    rules.keepGsm7 = true;
    QCOMPARE(finished(rules, QStringLiteral("https://n.example/a’s nova.com’s")),
             QStringLiteral("https://n.example/a 's nova.com's"));
  }

  void theOptOutLineStandsWhereItIsWanted_data() {
    QTest::addColumn<int>("when");
    QTest::addColumn<bool>("textedBefore");
    QTest::addColumn<bool>("stands");
    using When = OptOutLine::When;
    QTest::newRow("never") << static_cast<int>(When::Never) << false << false;
    QTest::newRow("first") << static_cast<int>(When::FirstText) << false << true;
    QTest::newRow("not first") << static_cast<int>(When::FirstText) << true << false;
    QTest::newRow("always") << static_cast<int>(When::Always) << true << true;
  }
  void theOptOutLineStandsWhereItIsWanted() {
    QFETCH(int, when);
    QFETCH(bool, textedBefore);
    QFETCH(bool, stands);
    QCOMPARE(finished(optedOut(static_cast<OptOutLine::When>(when)), QStringLiteral("Hello"), textedBefore),
             stands ? QStringLiteral("Hello\nReply STOP to opt out") : QStringLiteral("Hello"));
  }

  void aBlankLineIsNone() {
    TextRules rules;
    rules.optOut = {OptOutLine::When::Always, QStringLiteral("  ")};
    QCOMPARE(finished(rules, QStringLiteral("Hello")), QStringLiteral("Hello"));
    QVERIFY(!TextFinisher::compile(rules, {})->changesTexts());
  }

  void charactersOfTheWholeTextAreReplaced() {
    TextRules rules;
    rules.keepGsm7 = true;
    rules.optOut = {OptOutLine::When::Always, QStringLiteral("Don’t want these? STOP")};
    QCOMPARE(finished(rules, QStringLiteral("It’s on")), QStringLiteral("It's on\nDon't want these? STOP"));
  }
};

QTEST_APPLESS_MAIN(TextFinishingTest)
#include "text_finishing_test.moc"
