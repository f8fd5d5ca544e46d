// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "message/message_lint.h"

using namespace heliograph::message;

class MessageLintTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aProblemHasACodeAndItsBytes_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("marked");
    QTest::newRow("fine") << QByteArray("Hi {{ Profile.tier | default: 'x' }}") << "" << QByteArray();
    QTest::newRow("no fallback") << QByteArray("é {{ Profile.tier }}") << "no_fallback" << QByteArray("Profile.tier");
    QTest::newRow("unknown property") << QByteArray("😀 {{ Profile.teir | default: '' }}") << "unknown_property"
                                      << QByteArray("Profile.teir");
    QTest::newRow("unknown in a condition")
        << QByteArray("{% if Profile.x %}a{% endif %}") << "unknown_property" << QByteArray("Profile.x");
    QTest::newRow("a name of nothing") << QByteArray("{{ first_name | default: '' }}") << "unknown_name"
                                       << QByteArray("first_name");
    QTest::newRow("an own name") << QByteArray("{% assign a = 'x' %}{{ a }}") << "" << QByteArray();
    QTest::newRow("event property") << QByteArray("{{ Event.amount | default: '' }}") << "unknown_property"
                                    << QByteArray("Event.amount");
    QTest::newRow("tested before it is printed")
        << QByteArray("{% if Profile.tier %}{{ Profile.tier }}{% endif %}") << "" << QByteArray();
    QTest::newRow("what nobody lacks") << QByteArray("{{ Profile.identity }}") << "" << QByteArray();
  }
  void aProblemHasACodeAndItsBytes() {
    QFETCH(QByteArray, source);
    QFETCH(QString, code);
    const auto problems =
        lintMessage(source, {{QStringLiteral("identity"), QStringLiteral("tier"), QStringLiteral("First name")}});
    QCOMPARE(problems.empty(), code.isEmpty());
    if (code.isEmpty()) return;
    QCOMPARE(problems.front().code, code);
    QTEST(source.mid(problems.front().begin, problems.front().end - problems.front().begin), "marked");
    QVERIFY(problems.front().text.endsWith(QLatin1Char('.')) || problems.front().text.endsWith(QLatin1Char('?')));
  }

  void aSimilarNameIsOffered() {
    const auto problems = lintMessage("{{ Profile.first_name | default: '' }}", {{QStringLiteral("First name")}});
    QVERIFY(problems.front().text.contains(QStringLiteral("Did you mean “First name”?")));
  }

  void whatWasMeantTakesThePlaceOfWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("mended");
    QTest::newRow("property") << QByteArray("é {{ Profile.frist_name | default: 'x' }}")
                              << QByteArray("é {{ Profile.first_name | default: 'x' }}");
    QTest::newRow("property with a blank") << QByteArray("{{ Profile.special_date | default: 'x' }}")
                                           << QByteArray("{{ Profile[\"Special date\"] | default: 'x' }}");
    QTest::newRow("property without its root")
        << QByteArray("{{ first_name | default: 'x' }}") << QByteArray("{{ Profile.first_name | default: 'x' }}");
    QTest::newRow("filter") << QByteArray("{{ 'é' | upcse }}") << QByteArray("{{ 'é' | upcase }}");
    QTest::newRow("tag") << QByteArray("é {% asign a = 1 %}") << QByteArray("é {% assign a = 1 %}");
  }
  void whatWasMeantTakesThePlaceOfWhatIsWrong() {
    QFETCH(QByteArray, source);
    const auto problems = lintMessage(source, {{QStringLiteral("first_name"), QStringLiteral("Special date")}});
    QVERIFY(!problems.empty() && problems.front().mend.has_value());
    const MessageMend& mend = *problems.front().mend;
    QTEST(source.left(mend.begin) + mend.text + source.mid(mend.end), "mended");
  }

  void theTriggeringEventIsReadWhereThereIsOne_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("outlived");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("with a fallback") << QByteArray("{{ Event.Amount | default: 'it' }}") << false << ""
                                     << "";
    QTest::newRow("without") << QByteArray("{{ Event.Amount }}") << false << "no_event_fallback"
                             << "“Amount”";
    QTest::newRow("asked for before") << QByteArray("{% if Event.Amount %}{{ Event.Amount }}{% endif %}") << false << ""
                                      << "";
    QTest::newRow("a name with a blank") << QByteArray("{{ Event[\"Requested Product\"] | default: '' }}") << false
                                         << ""
                                         << "";
    QTest::newRow("nearly right") << QByteArray("{{ Event.Amout | default: '' }}") << false << "unknown_property"
                                  << "Did you mean “Amount”?";
    QTest::newRow("unknown in a tag") << QByteArray("{% if Event.zzz %}a{% endif %}") << false << "unknown_property"
                                      << "“Charged” has no property “zzz”";
    QTest::newRow("too late") << QByteArray("{{ Event.Amount | default: 'it' }}") << true << "event_outlived"
                              << "its fallback is used for everybody";
    QTest::newRow("too late, a gap") << QByteArray("{{ Event.Amount }}") << true << "event_outlived"
                                     << "everybody will read a gap";
  }
  void theTriggeringEventIsReadWhereThereIsOne() {
    QFETCH(QByteArray, source);
    QFETCH(bool, outlived);
    QFETCH(QString, code);
    QFETCH(QString, says);
    LintContext context;
    context.event = ReadableEvent{QStringLiteral("Charged"),
                                  QStringList{QStringLiteral("Amount"), QStringLiteral("Requested Product")}, outlived};
    const auto problems = lintMessage(source, context);
    QCOMPARE(problems.empty(), code.isEmpty());
    if (code.isEmpty()) return;
    QCOMPARE(problems.front().code, code);
    QVERIFY2(problems.front().text.contains(says), qPrintable(problems.front().text));
    const bool blocks = problems.front().severity == MessageProblem::Severity::Error;
    QCOMPARE(blocks, code == QLatin1String("unknown_property"));
    QCOMPARE(problems.front().mend.has_value(), says.startsWith(QStringLiteral("Did you mean")));
  }

  void anEventThatIsntKnownYetIsNotChecked() {
    LintContext context;
    context.event = ReadableEvent{};
    QVERIFY(lintMessage("{{ Event.anything }}", context).empty());
  }

  void anAtInsideATagIsExplained() {
    const auto problems = lintMessage("{{ @first_name }}", {});
    QCOMPARE(problems.front().code, QStringLiteral("at_in_tag"));
  }

  void anAtInATagIsMendedByTheNameThatWasMeant_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("mended");
    QTest::newRow("a name") << QByteArray("{{ @city }}") << QByteArray("{{ Profile.city }}");
    QTest::newRow("a name that is nearly right")
        << QByteArray("{% if @frist_name %}x{% endif %}") << QByteArray("{% if Profile.first_name %}x{% endif %}");
    QTest::newRow("a root") << QByteArray("{{ @Profile.city }}") << QByteArray("{{ Profile.city }}");
    QTest::newRow("nothing like it") << QByteArray("{{ @zzzzzzzz }}") << QByteArray();
  }

  void anAtInATagIsMendedByTheNameThatWasMeant() {
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, mended);
    LintContext context;
    context.properties = QStringList{QStringLiteral("city"), QStringLiteral("first_name")};
    const auto problems = lintMessage(source, context);
    QVERIFY(!problems.empty());
    QCOMPARE(problems.front().code, QStringLiteral("at_in_tag"));
    QCOMPARE(problems.front().mend.has_value(), !mended.isEmpty());
    if (mended.isEmpty()) return;
    const MessageMend& mend = *problems.front().mend;
    QCOMPARE(source.left(mend.begin) + mend.text + source.mid(mend.end), mended);
  }

  void bytesThatAreNoTextAreNamed() { QCOMPARE(lintMessage("a\xFF", {}).front().code, QStringLiteral("not_utf8")); }
};

QTEST_GUILESS_MAIN(MessageLintTest)
#include "message_lint_test.moc"
