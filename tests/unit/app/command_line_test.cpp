// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <QtTest>

using namespace heliograph::cli;

class CommandLineTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void globalOptionsAreTakenOut_data();
  void globalOptionsAreTakenOut();
  void behindTwoDashesNothingIsTakenOut();
  void withoutACommandTheWindowIsMeant_data();
  void withoutACommandTheWindowIsMeant();
  void anOptionNobodyKnowsIsFound_data();
  void anOptionNobodyKnowsIsFound();
};

void CommandLineTest::globalOptionsAreTakenOut_data() {
  QTest::addColumn<QString>("words");
  for (const auto* words : {"--workspace w --json campaign list", "campaign list --json --workspace=w",
                            "campaign --workspace w list --json"}) {
    QTest::newRow(words) << QString::fromLatin1(words);
  }
}

void CommandLineTest::globalOptionsAreTakenOut() {
  QFETCH(QString, words);
  const auto line = readCommandLine(words.split(u' '));
  QVERIFY(line);
  QCOMPARE(line->rest, (QStringList{QStringLiteral("campaign"), QStringLiteral("list")}));
  QCOMPARE(line->workspace, QStringLiteral("w"));
  QVERIFY(line->json);
}

void CommandLineTest::behindTwoDashesNothingIsTakenOut() {
  const auto line = readCommandLine({QStringLiteral("sms"), QStringLiteral("--"), QStringLiteral("--json")});
  QVERIFY(!line->json);
  QCOMPARE(line->rest.size(), 3);
}

void CommandLineTest::withoutACommandTheWindowIsMeant_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<bool>("command");
  QTest::newRow("nothing") << QStringList() << false;
  QTest::newRow("a workspace") << QStringList{QStringLiteral("--workspace"), QStringLiteral("w")} << false;
  QTest::newRow("an option of the window's toolkit")
      << QStringList{QStringLiteral("-platform"), QStringLiteral("offscreen")} << false;
  QTest::newRow("a command") << QStringList{QStringLiteral("help")} << true;
  QTest::newRow("version") << QStringList{QStringLiteral("--version")} << true;
}

void CommandLineTest::withoutACommandTheWindowIsMeant() {
  QFETCH(QStringList, arguments);
  QFETCH(bool, command);
  QCOMPARE(readCommandLine(arguments)->hasCommand(), command);
}

void CommandLineTest::anOptionNobodyKnowsIsFound_data() {
  QTest::addColumn<QString>("words");
  QTest::addColumn<QString>("unknown");
  QTest::newRow("bogus") << QStringLiteral("--bogus") << QStringLiteral("--bogus");
  QTest::newRow("behind the workspace") << QStringLiteral("--workspace w --bogus") << QStringLiteral("--bogus");
  QTest::newRow("platform") << QStringLiteral("-platform offscreen") << QString();
  QTest::newRow("platform with two dashes") << QStringLiteral("--platform=offscreen -reverse") << QString();
  QTest::newRow("behind one that is known") << QStringLiteral("-style fusion --bogus") << QStringLiteral("--bogus");
}

void CommandLineTest::anOptionNobodyKnowsIsFound() {
  QFETCH(QString, words);
  QFETCH(QString, unknown);
  QCOMPARE(readCommandLine(words.split(u' '))->unknownOption(), unknown);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
