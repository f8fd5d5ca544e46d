// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/composer/editor_problems.h"
#include "ui/composer/message/message_problems.h"
#include "ui/composer/publish/publish_dialog.h"
#include "ui/composer/publish/publish_flow.h"

using namespace heliograph;
using namespace heliograph::ui;

namespace {

std::vector<MessageLine> costlyOf(const QByteArray& source, const MessageFacts& facts) {
  return messageLines(source, {}, message::costlyMarks(source), facts);
}

}  // namespace

class ComposerRulesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTypedNumberIsReadWhateverSeparatesItsThousands_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number");
    QTest::newRow("plain") << QStringLiteral("41203") << qint64{41203};
    QTest::newRow("comma") << QStringLiteral("41,203") << qint64{41203};
    QTest::newRow("point") << QStringLiteral("41.203") << qint64{41203};
    QTest::newRow("space") << QStringLiteral(" 41 203 ") << qint64{41203};
    QTest::newRow("Devanagari digits") << QStringLiteral("\u096a\u0967") << qint64{41};
    QTest::newRow("nothing") << QString() << qint64{-1};
    QTest::newRow("letters") << QStringLiteral("41203x") << qint64{-1};
    QTest::newRow("far too long") << QStringLiteral("99999999999999999999") << qint64{-1};
  }
  void aTypedNumberIsReadWhateverSeparatesItsThousands() {
    QFETCH(QString, text);
    QFETCH(qint64, number);
    QCOMPARE(typedNumber(text), number);
  }

  void aMaterialDifferenceStopsThePublishing_data() {
    QTest::addColumn<qint64>("approved");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<bool>("material");
    QTest::newRow("the same") << qint64{100} << qint64{100} << false;
    QTest::newRow("one in a hundred") << qint64{100} << qint64{101} << false;
    QTest::newRow("two more") << qint64{100} << qint64{102} << true;
    QTest::newRow("two less") << qint64{100} << qint64{98} << true;
    QTest::newRow("one of a few") << qint64{5} << qint64{6} << true;
  }
  void aMaterialDifferenceStopsThePublishing() {
    QFETCH(qint64, approved);
    QFETCH(qint64, now);
    QTEST(isMaterialDifference(approved, now), "material");
  }

  void costlyCharactersAreOneLineWithTheirFix() {
    const auto lines = costlyOf("It\u2019s \u2019", {});
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines.front().actions.front().act, MessageMendAction::Act::Exchange);
    QCOMPARE(lines.front().actions.front().text, QStringLiteral("Use '"));
    QCOMPARE(costlyOf("It\u2019s \u2026", {}).size(), std::size_t{1});
  }

  void aTextOfAnotherScriptHasNoLine() { QVERIFY(costlyOf("It\u2019s \u0905", {}).empty()); }

  void aCharacterThatNothingReplacesIsNamed() {
    const auto lines = costlyOf("It\u2019s \U0001F389", {});
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines.front().tone, Tone::Neutral);
    QVERIFY(lines.front().html.contains(QStringLiteral("\U0001F389")));
    QCOMPARE(lines.front().actions.front().act, MessageMendAction::Act::GoThere);
    QCOMPARE(lines.front().actions.front().begin, 7);
  }

  void aCostlyCharacterSaysWhatItMakesLonger() {
    CostlyOutcome outcome;
    outcome.texts = 1086;
    outcome.parts = 1090;
    const auto lines = costlyOf("It\u2019s", {true, {}, outcome});
    QCOMPARE(lines.front().html, QStringLiteral("The curly apostrophe makes 1,086 texts longer: 1,090 more parts."));
  }

  void aGapSaysHowManyPeopleReadIt() {
    message::MessageProblem gap;
    gap.severity = message::MessageProblem::Severity::Warning;
    gap.code = QStringLiteral("no_fallback");
    gap.property = QStringLiteral("city<");
    gap.text = QStringLiteral("A gap.");
    const auto lines = messageLines("x", {gap}, {}, {true, {{gap.property, 12}}, {}});
    QCOMPARE(lines.front().html, QStringLiteral("12 people have no <b>city&lt;</b>: they read a gap."));
    QVERIFY2(messageLines("x", {gap}, {}, {true, {}, {}}).empty(), "nobody reads it");
  }

  void aGapInASnippetIsNamedAsSuch() {
    const QByteArray source = "Hi {% render \"footer\" %}";
    const message::Snippets snippets{{QStringLiteral("footer"), "Bye {{ Profile.city }}{{ Profile.tier }}"}};
    const auto problems = message::lintMessage(source, {{}, snippets});
    QCOMPARE(problems.size(), std::size_t(2));
    const auto lines = messageLines(source, problems, {}, {true, {{QStringLiteral("tier"), 1902}}, {}});
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0].html,
             QStringLiteral("1,902 people have no <b>tier</b>: they read a gap in the snippet “footer”."));
    QCOMPARE(lines[0].actions[0].act, MessageMendAction::Act::OpenSnippet);
    QCOMPARE(lines[0].actions[0].with, QByteArray("footer"));
    QCOMPARE(lines[0].actions[1].act, MessageMendAction::Act::ShowPeople);
    QCOMPARE(lines[0].actions[1].with, QByteArray("tier"));
    const auto fixes = editorProblems(source, problems, {})[0].fixes;
    QCOMPARE(fixes.size(), std::size_t(1));
    QCOMPARE(fixes[0].name, QLatin1String(kOpenSnippet));
  }

  void aGapShowsTheWordsAroundIt() {
    const QByteArray source("Up to 30 % off {{ Profile.item }}'s best offers");
    const auto problems = message::lintMessage(source, {{QStringLiteral("item")}});
    const auto lines = messageLines(source, problems, {}, {true, {{QStringLiteral("item"), 1902}}, {}});
    QCOMPARE(lines.front().html,
             QStringLiteral("1,902 people have no <b>item</b>: they read \u201cto 30 % off 's best offers\u201d."));
  }

  void aMisspeltNameIsMendedByOneClick() {
    const QByteArray source("{{ Profile.frist_name | upcse }}");
    const auto lines = messageLines(
        "{{ Profile.frist_name | default: 'x' }}",
        message::lintMessage("{{ Profile.frist_name | default: 'x' }}", {{QStringLiteral("first_name")}}), {}, {});
    QCOMPARE(lines.front().actions.front().act, MessageMendAction::Act::Write);
    QCOMPARE(lines.front().actions.front().with, QByteArray("Profile.first_name"));
    const auto filter = messageLines(source, message::lintMessage(source, {}), {}, {});
    QCOMPARE(filter.back().actions.front().with, QByteArray("upcase"));
    QCOMPARE(source.mid(filter.back().actions.front().begin, 5), QByteArray("upcse"));
  }
};

QTEST_GUILESS_MAIN(ComposerRulesTest)
#include "composer_rules_test.moc"
