// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_record.h"

#include <QTemporaryDir>
#include <QTest>
#include <thread>

using heliograph::ErrorCode;
using heliograph::providers::SandboxMessage;
using heliograph::providers::SandboxRecord;

namespace {

SandboxMessage message(const QString& clientRef, const QString& body = QStringLiteral("Hello")) {
  SandboxMessage result;
  result.to = QStringLiteral("+4915112345678");
  result.body = body;
  result.clientRef = clientRef;
  result.status = QStringLiteral("accepted");
  return result;
}

}  // namespace

class SandboxRecordTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void whatIsAppendedIsInTheFileAtOnce() {
    SandboxRecord record;
    QVERIFY(record.open(file()));
    const auto kept = record.append(message(QStringLiteral("a"), QStringLiteral("Line\nbreak \u00f6 \U0001F44B \"")));
    QVERIFY(kept);
    QCOMPARE(kept->number, 1);
    QCOMPARE(kept->id, QStringLiteral("SB0000000001"));
    QCOMPARE(SandboxRecord::load(file())->at(0), *kept);
    QCOMPARE(*record.byId(kept->id), *kept);
  }

  void whatWasSentTwiceIsThereTwice() {
    SandboxRecord record;
    QVERIFY(record.open(file()));
    for (const char* clientRef : {"a", "b", "a"}) {
      QVERIFY(record.append(message(QLatin1String(clientRef))));
    }
    const auto both = *record.byClientRef(QStringLiteral("a"));
    QCOMPARE(both.size(), 2U);
    QCOMPARE(both.at(0).number, 1);
    QCOMPARE(both.at(1).number, 3);
    QVERIFY(record.byClientRef(QStringLiteral("c"))->empty());
  }

  void pagesFollowOneAnother() {
    SandboxRecord record;
    QVERIFY(record.open(file()));
    for (int i = 0; i < 5; ++i) {
      QVERIFY(record.append(message(QString::number(i))));
    }
    QCOMPARE(record.since(0, 3)->size(), 3U);
    QCOMPARE(record.since(3, 3)->size(), 2U);
    QCOMPARE(record.since(3, 3)->at(0).clientRef, QStringLiteral("3"));
    QVERIFY(record.since(5, 3)->empty());
    QVERIFY(record.since(-1, 0)->empty());
  }

  void messagesThatArriveTogetherAreAllThere() {
    constexpr int threads = 8;
    constexpr int each = 50;
    SandboxRecord record;
    QVERIFY(record.open(file()));
    std::vector<std::thread> senders;
    for (int sender = 0; sender < threads; ++sender) {
      senders.emplace_back([&record, sender] {
        for (int i = 0; i < each; ++i) {
          const auto kept = record.append(message(QStringLiteral("%1-%2").arg(sender).arg(i)));
          if (!kept || record.byId(kept->id)->clientRef != kept->clientRef) qFatal("not kept");
        }
      });
    }
    for (std::thread& sender : senders) sender.join();
    QCOMPARE(record.count(), threads * each);
    const auto messages = *SandboxRecord::load(file());
    QCOMPARE(messages.size(), std::size_t{threads * each});
    for (std::size_t i = 0; i < messages.size(); ++i) QCOMPARE(messages[i].number, static_cast<qint64>(i) + 1);
  }

  void unknownIdsAreNotFound_data() {
    QTest::addColumn<QString>("id");
    for (const char* id :
         {"", "SB", "SB0000000000", "SB0000000002", "SB-1", "XX0000000001", "SB00000000000000000000"}) {
      QTest::newRow(id) << QString::fromLatin1(id);
    }
  }
  void unknownIdsAreNotFound() {
    QFETCH(QString, id);
    SandboxRecord record;
    QVERIFY(record.open(file()));
    QVERIFY(record.append(message(QStringLiteral("a"))));
    QCOMPARE(record.byId(id).error().code, ErrorCode::NotFound);
  }

  void theRecordGoesOnWhenItIsOpenedAgain() {
    {
      SandboxRecord record;
      QVERIFY(record.open(file()));
      QVERIFY(record.append(message(QStringLiteral("a"))));
    }
    SandboxRecord record;
    QVERIFY(record.open(file()));
    QCOMPARE(record.count(), 1);
    QCOMPARE(record.append(message(QStringLiteral("b")))->number, 2);
    QCOMPARE(record.byClientRef(QStringLiteral("a"))->size(), 1U);
  }

  void aTornLastLineIsLeftOutAndCutOff_data() {
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("half a line") << QByteArray("{\"number\":2,\"id\":\"SB00");
    QTest::newRow("no line end") << QByteArray("{\"number\":2}");
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("nonsense") << QByteArray("nonsense\n");
  }
  void aTornLastLineIsLeftOutAndCutOff() {
    QFETCH(QByteArray, tail);
    {
      SandboxRecord record;
      QVERIFY(record.open(file()));
      QVERIFY(record.append(message(QStringLiteral("a"))));
    }
    write(tail, QIODevice::Append);
    QCOMPARE(SandboxRecord::load(file())->size(), 1U);
    SandboxRecord record;
    QVERIFY(record.open(file()));
    QVERIFY(record.append(message(QStringLiteral("b"))));
    const auto messages = SandboxRecord::load(file());
    QVERIFY(messages);
    QCOMPARE(messages->size(), 2U);
    QCOMPARE(messages->at(1).clientRef, QStringLiteral("b"));
  }

  void aDamagedLineInTheMiddleIsAnError() {
    write("nonsense\n{}\n", QIODevice::WriteOnly);
    QCOMPARE(SandboxRecord::load(file()).error().code, ErrorCode::Damaged);
    SandboxRecord record;
    QCOMPARE(record.open(file()).error().code, ErrorCode::Damaged);
    QVERIFY(!record.append(message(QStringLiteral("a"))));
  }

  void noFileIsNotFound() { QCOMPARE(SandboxRecord::load(file()).error().code, ErrorCode::NotFound); }

 private:
  QString file() const { return m_folder->filePath(QStringLiteral("record.jsonl")); }
  void write(const QByteArray& bytes, QIODevice::OpenMode mode) const {
    QFile out(file());
    QVERIFY(out.open(mode));
    out.write(bytes);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SandboxRecordTest)
#include "sandbox_record_test.moc"
