// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include "audience/events/event_catalog.h"
#include "storage/statement.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;

namespace {

constexpr int kImportRows = 120'000;
constexpr int kMostImportKills = 200;
constexpr int kLongestImportMs = 120'000;

/// Each tenth row is broken in one of several ways.
bool isBrokenRow(int row) {
  return row % 10 == 7;
}

QByteArray peopleFile() {
  QByteArray csv = "identity,phone,name,age\n";
  for (int i = 0; i < kImportRows; ++i) {
    const QByteArray number = QByteArray::number(i);
    if (isBrokenRow(i)) {
      static const QByteArray broken[] = {",9812345678,No identity,1\n", "too,few\n", "\"three\",of,four\n",
                                          "a,b,c,d,e,f\n"};
      csv += broken[i / 10 % 4];
    } else {
      csv += "p" + number + ",98" + QByteArray::number(10'000'000 + i) + ",Asha " + number + ',' +
             QByteArray::number(i % 90) + '\n';
    }
  }
  return csv;
}

/// Events with ids of their own and without, by turns.
QByteArray eventsFile() {
  QByteArray lines;
  for (int i = 0; i < kImportRows; ++i) {
    if (isBrokenRow(i)) {
      lines += i % 20 == 7 ? "{\"identity\":\"x\",\"event\":\n"
                           : "{\"identity\":\"\",\"event\":\"Lost\",\"ts\":1767225600}\n";
      continue;
    }
    lines += "{\"identity\":\"p" + QByteArray::number(i % 5000) + "\",\"event\":\"Event " + QByteArray::number(i % 7) +
             "\",\"ts\":" + QByteArray::number(1767225600 + i) + ",\"amount\":" + QByteArray::number(i) +
             (i % 2 == 0 ? ",\"event_id\":\"e" + QByteArray::number(i) + '"' : QByteArray()) + "}\n";
  }
  return lines;
}

}  // namespace

class KilledImportTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatWasBrokenOffGoesOnAndTheWorkspaceIsWhole_data() {
    QTest::addColumn<QString>("what");
    QTest::newRow("people") << QStringLiteral("people");
    QTest::newRow("events") << QStringLiteral("events");
  }
  void whatWasBrokenOffGoesOnAndTheWorkspaceIsWhole() {
    QFETCH(QString, what);
    const bool people = what == QLatin1String("people");
    test::WorkspaceFixture fixture;
    const QString file = fixture.filePath(people ? QStringLiteral("people.csv") : QStringLiteral("events.jsonl"));
    QFile source(file);
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write(people ? peopleFile() : eventsFile());
    source.close();

    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QByteArray last;
    qint64 reached = 0;
    for (int kills = 0; last.isEmpty() && kills < kMostImportKills; ++kills) {
      reached = text(fixture, QStringLiteral("SELECT coalesce(max(records), 0) FROM import_position")).toLongLong();
      last = runAndKill(fixture.path(), what, file, kills < 12 ? random.bounded(people ? 40 : 1000) : -1);
      QCOMPARE(text(fixture, QStringLiteral("PRAGMA quick_check")), QStringLiteral("ok"));
    }
    QVERIFY2(!last.isEmpty(), "the import never came to its end");
    const qint64 good = kImportRows - kImportRows / 10;
    QCOMPARE(figureOf(last, "read"), qint64{kImportRows});
    QCOMPARE(figureOf(last, "created"), good);
    QCOMPARE(figureOf(last, "rejected"), qint64{kImportRows / 10});
    QCOMPARE(figureOf(last, "resumed"), reached);
    QCOMPARE(people ? countOf(fixture, QStringLiteral("profile")) : events(fixture), good);
    QFile rejects(
        fixture.filePath(people ? QStringLiteral("people.rejects.csv") : QStringLiteral("events.rejects.csv")));
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    const auto lines = rejects.readAll();
    QCOMPARE(lines.count(",rejected\n") + lines.count(",rejected\r\n"), kImportRows / 10);
  }

  void aChangedFileBeginsAnew() {
    test::WorkspaceFixture fixture;
    const QString file = fixture.filePath(QStringLiteral("people.csv"));
    QFile source(file);
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write(peopleFile());
    source.close();
    QVERIFY(runAndKill(fixture.path(), QStringLiteral("people"), file, 0).isEmpty());
    QVERIFY(source.open(QIODevice::Append));
    source.write("last,9812345678,Last,1\n");
    source.close();
    const QByteArray last = runAndKill(fixture.path(), QStringLiteral("people"), file, -1);
    QCOMPARE(figureOf(last, "resumed"), qint64{0});
    QCOMPARE(figureOf(last, "read"), qint64{kImportRows + 1});
  }

 private:
  /// Imports and kills the importer so long after it has written something; a negative time never. Its last line, if it
  /// came to its end.
  static QByteArray runAndKill(const QString& workspace, const QString& what, const QString& file, int afterMs) {
    QProcess worker;
    worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker.start(QStringLiteral(IMPORT_WORKER), {workspace, what, file});
    if (!worker.waitForStarted()) qFatal("no worker");
    if (afterMs >= 0) {
      while (worker.state() == QProcess::Running && !worker.canReadLine()) worker.waitForReadyRead(100);
      QThread::msleep(static_cast<unsigned long>(afterMs));
      worker.kill();
    }
    worker.waitForFinished(kLongestImportMs);
    const QList<QByteArray> lines = worker.readAll().split('\n');
    for (const QByteArray& line : lines) {
      if (line.startsWith("done ")) return line;
    }
    return {};
  }
  static qint64 figureOf(const QByteArray& line, const char* name) {
    const auto match =
        QRegularExpression(QLatin1String(name) + QStringLiteral("=(\\d+)")).match(QString::fromLatin1(line));
    return match.hasMatch() ? match.captured(1).toLongLong() : -1;
  }
  static QString text(test::WorkspaceFixture& fixture, const QString& sql) {
    storage::Statement statement(fixture.database(), sql);
    const auto row = statement.next();
    return row && *row ? statement.text(0) : QString();
  }
  static qint64 countOf(test::WorkspaceFixture& fixture, const QString& table) {
    return text(fixture, QStringLiteral("SELECT count(*) FROM ") + table).toLongLong();
  }
  static qint64 events(test::WorkspaceFixture& fixture) {
    const test::ManualClock clock;
    const auto types = audience::EventCatalog(fixture.database(), clock).list();
    qint64 all = 0;
    for (const audience::EventType& type : *types) all += countOf(fixture, audience::eventTable(type.id));
    return all;
  }
};

QTEST_GUILESS_MAIN(KilledImportTest)
#include "killed_import_test.moc"
