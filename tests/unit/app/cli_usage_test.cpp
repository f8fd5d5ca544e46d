// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "program.h"
#include "storage/database.h"

using heliograph::test::Program;

class CliUsageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wrongUsageExitsWithTwo_data();
  void wrongUsageExitsWithTwo();
  void helpAndVersionNeedNoWorkspace_data();
  void helpAndVersionNeedNoWorkspace();
  void everyCommandHasHelp();
  void readingMakesNoWorkspace();
  void globalOptionsMayStandAnywhere();
  void aWorkspaceFromTheFutureIsRefusedUntouched();
  void aFileThatIsNoWorkspaceIsRefusedUntouched();
  void anAnswerThatCannotBeWrittenIsAFailure();
  void aServerIsNoWorkspaceYet();
};

void CliUsageTest::wrongUsageExitsWithTwo_data() {
  QTest::addColumn<QString>("words");
  QTest::addColumn<QString>("said");
  const auto row = [](const char* words, const char* said) {
    QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(said);
  };
  row("nonsense", "no command \"nonsense\"");
  row("campaign", "campaign --help");
  row("campaign when 1 --on-publish --held-by-provider", "nothing to be kept");
  row("campaign check", "missing");
  row("campaign check one", "no campaign's number");
  row("campaign list 1", "too much");
  row("campaign list --nonsense", "nonsense");
  row("campaign list --workspace", "--workspace");
  row("campaign publish 1", "--yes");
  row("campaign publish 1 --yes --at tomorrow", "--at");
  row("campaign publish 1 --yes --at 2020-01-01T00:00Z", "in the past");
  row("render", "--template");
  row("report 1 --format xml", "json or csv");
  row("resolve 1 --in-doubt perhaps", "ask, sent or not-sent");
  row("deliver --workers many", "--workers");
  row("import profiles x.csv --region Narnia", "--region");
  row("import profiles x.csv --map city", "=");
  row("test-send 1", "--to");
  row("preview 1", "--as");
  row("bench speed", "no measurement");
}

void CliUsageTest::wrongUsageExitsWithTwo() {
  QFETCH(QString, words);
  QFETCH(QString, said);
  const auto answer = Program().run(words.split(u' '));
  QCOMPARE(answer.exitCode, 2);
  QVERIFY2(answer.errors.contains(said), qPrintable(answer.errors));
  QVERIFY(answer.out.isEmpty());
}

void CliUsageTest::helpAndVersionNeedNoWorkspace_data() {
  QTest::addColumn<QString>("words");
  for (const auto* words : {"help", "--help", "-h", "--version", "campaign publish --help", "campaign --help"}) {
    QTest::newRow(words) << QString::fromLatin1(words);
  }
}

void CliUsageTest::helpAndVersionNeedNoWorkspace() {
  QFETCH(QString, words);
  const Program program;
  const auto answer = program.run(words.split(u' '));
  QCOMPARE(answer.exitCode, 0);
  QVERIFY(answer.out.contains("heliograph"));
  QVERIFY(!QFile::exists(program.workspace()));
}

void CliUsageTest::everyCommandHasHelp() {
  const Program program;
  const QString overview = QString::fromUtf8(program.run({QStringLiteral("help")}).out);
  static const QRegularExpression line(QStringLiteral("^  ([a-z-]+(?: [a-z][a-z-]*)?) "),
                                       QRegularExpression::MultilineOption);
  int commands = 0;
  for (auto match = line.globalMatch(overview); match.hasNext(); ++commands) {
    const QStringList words = match.next().captured(1).split(u' ');
    const auto answer = program.run(words + QStringList(QStringLiteral("--help")));
    QVERIFY2(answer.exitCode == 0, qPrintable(words.join(u' ')));
    QVERIFY(answer.out.contains("Usage: heliograph"));
  }
  QVERIFY(commands > 30);
}

void CliUsageTest::readingMakesNoWorkspace() {
  const Program program;
  const auto answer = program.json(QStringLiteral("campaign list"));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(!answer.errors.isEmpty());
  QVERIFY(!QFile::exists(program.workspace()));
}

void CliUsageTest::globalOptionsMayStandAnywhere() {
  const Program program;
  const QString other = program.path(QStringLiteral("other.heliograph"));
  const auto made = program.run({QStringLiteral("--workspace"), other, QStringLiteral("--json"), QStringLiteral("demo"),
                                 QStringLiteral("--profiles"), QStringLiteral("5")});
  QCOMPARE(made.exitCode, 0);
  QCOMPARE(made.json().value(u"profiles").toInt(), 5);
  QVERIFY(QFile::exists(other));
  const auto listed =
      program.run({QStringLiteral("campaign"), QStringLiteral("list"), QStringLiteral("--workspace=") + other});
  QCOMPARE(listed.exitCode, 0);
  QVERIFY(!listed.out.startsWith('{'));
}

void CliUsageTest::aWorkspaceFromTheFutureIsRefusedUntouched() {
  const Program program;
  QCOMPARE(program.json(QStringLiteral("demo --profiles 3")).exitCode, 0);
  {
    auto database = heliograph::storage::Database::open(program.workspace());
    QVERIFY(database);
    QVERIFY((*database)->execute(QStringLiteral("INSERT INTO schema_version (version, applied_at) VALUES (999, 0)")));
    QVERIFY((*database)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
  }
  QFile file(program.workspace());
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray before = file.readAll();
  const auto answer = program.json(QStringLiteral("campaign list"));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY2(answer.errors.contains(u"newer") || answer.errors.contains(u"later"), qPrintable(answer.errors));
  file.seek(0);
  QCOMPARE(file.readAll(), before);
}

void CliUsageTest::aFileThatIsNoWorkspaceIsRefusedUntouched() {
  const Program program;
  const QByteArray content("identity,phone\n1,2\n");
  const QString file = program.write(QStringLiteral("people.csv"), content);
  const auto answer = program.run({QStringLiteral("demo"), QStringLiteral("--workspace"), file});
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(!answer.errors.isEmpty());
  QFile after(file);
  QVERIFY(after.open(QIODevice::ReadOnly));
  QCOMPARE(after.readAll(), content);
}

void CliUsageTest::anAnswerThatCannotBeWrittenIsAFailure() {
  if (!QFile::exists(QStringLiteral("/dev/full"))) QSKIP("no device here that is always full");
  QProcess process;
  process.setStandardOutputFile(QStringLiteral("/dev/full"));
  process.start(QStringLiteral(HELIOGRAPH_PROGRAM), {QStringLiteral("sms"), QStringLiteral("hello")});
  QVERIFY(process.waitForFinished());
  QCOMPARE(process.exitCode(), 1);
}

void CliUsageTest::aServerIsNoWorkspaceYet() {
  const auto answer = Program().run({QStringLiteral("campaign"), QStringLiteral("list"), QStringLiteral("--workspace"),
                                     QStringLiteral("postgresql://me@host/db")});
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(answer.errors.contains(u"file"));
}

QTEST_GUILESS_MAIN(CliUsageTest)
#include "cli_usage_test.moc"
