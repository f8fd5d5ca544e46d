// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/progress_words.h"

#include <QLocale>
#include <QTest>

using namespace heliograph::delivery;

namespace {

RunProgress sending(qint64 accepted, qint64 waiting, double perSecond) {
  RunProgress progress;
  progress.state = RunState::Running;
  progress.counts = {{RowState::Accepted, accepted}, {RowState::Pending, waiting}};
  progress.total = accepted + waiting;
  progress.perSecond = perSecond;
  return progress;
}

}  // namespace

class ProgressWordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

  void aRateIsSaidInTheUnitThatReadsWell_data() {
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << 0.0 << QString();
    QTest::newRow("a few an hour") << 0.001 << QStringLiteral("1 a minute");
    QTest::newRow("below one") << 0.4 << QStringLiteral("24 a minute");
    QTest::newRow("below ten") << 9.8 << QStringLiteral("9.8 a second");
    QTest::newRow("ten") << 9.96 << QStringLiteral("10 a second");
    QTest::newRow("many") << 1240.3 << QStringLiteral("1,240 a second");
  }
  void aRateIsSaidInTheUnitThatReadsWell() {
    QFETCH(double, perSecond);
    QFETCH(QString, words);
    QCOMPARE(rateText(perSecond), words);
  }

  void timeLeftIsSaidAsExactlyAsItIsKnown_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("seconds") << 59.0 << QStringLiteral("less than a minute left");
    QTest::newRow("a minute") << 60.0 << QStringLiteral("1 min left");
    QTest::newRow("minutes") << 26 * 60.0 << QStringLiteral("26 min left");
    QTest::newRow("two hours") << 2 * 3600.0 << QStringLiteral("2 h left");
    QTest::newRow("hours and minutes") << 3 * 3600.0 + 20 * 60 << QStringLiteral("3 h 20 min left");
    QTest::newRow("hours, nearly") << 3 * 3600.0 - 10 << QStringLiteral("3 h left");
    QTest::newRow("days") << 49 * 3600.0 << QStringLiteral("2 days left");
  }
  void timeLeftIsSaidAsExactlyAsItIsKnown() {
    QFETCH(double, seconds);
    QFETCH(QString, words);
    QCOMPARE(timeLeftText(seconds), words);
  }

  void figuresCountWhoeverIsSettled() {
    RunProgress progress = sending(25000, 15563, 9.8);
    progress.counts[RowState::Skipped] = 600;
    progress.counts[RowState::Refused] = 37;
    progress.counts[RowState::InDoubt] = 3;
    progress.total = 41203;
    QCOMPARE(headlineText(progress), QStringLiteral("Sending 9.8 a second"));
    QCOMPARE(figuresText(progress), QStringLiteral("25,640 of 41,203 · 26 min left"));
    QCOMPARE(percentSettled(progress), 62);
  }

  void whoWasNotDrawnIsInNoFigure() {
    RunProgress progress;
    progress.state = RunState::Running;
    progress.take({{RowState::Pending, 400}, {RowState::Accepted, 75}, {RowState::Skipped, 999525}},
                  {{RowState::Skipped, QStringLiteral("unsubscribed"), 25}}, true);
    QCOMPARE(progress.notDrawn, 999500);
    QCOMPARE(figuresText(progress), QStringLiteral("100 of 500"));
    QCOMPARE(percentSettled(progress), 20);
    progress.state = RunState::Held;
    progress.reason = hold::audienceGrew;
    progress.approved = 300;
    QCOMPARE(headlineText(progress), QStringLiteral("Needs you: 400 people now, 300 were approved"));
  }

  void aHundredPercentMeansAll() {
    QCOMPARE(percentSettled(sending(99999, 1, 1)), 99);
    QCOMPARE(percentSettled(sending(100000, 0, 1)), 100);
    QCOMPARE(percentSettled({}), 0);
  }

  void whoeverWaitsHasNoTimeLeft() {
    RunProgress progress = sending(10, 90, 2);
    progress.waiting = true;
    progress.words = QStringLiteral("Waiting for the network");
    QCOMPARE(headlineText(progress), QStringLiteral("Waiting for the network"));
    QCOMPARE(figuresText(progress), QStringLiteral("10 of 100"));
  }

  void whatNeedsAPersonSaysWhy_data() {
    QTest::addColumn<RunState>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("said");
    QTest::newRow("missed") << RunState::Held << QString(hold::missed) << QStringLiteral("when nothing ran");
    QTest::newRow("grown") << RunState::Held << QString(hold::audienceGrew) << QStringLiteral("8 were approved");
    QTest::newRow("first batch") << RunState::Held << QString(hold::firstSent) << QStringLiteral("first 10 were sent");
    QTest::newRow("test") << RunState::Held << QString(hold::abTest) << QStringLiteral("choose the winner");
    QTest::newRow("segment") << RunState::Held << QString(hold::audienceUnknown) << QStringLiteral("segment");
    QTest::newRow("paused") << RunState::Paused << QString(hold::byPerson) << QStringLiteral("Paused");
    QTest::newRow("account") << RunState::Paused << QString(hold::noProvider) << QStringLiteral("credentials");
    QTest::newRow("refusals") << RunState::Paused << QString(hold::manyRefused) << QStringLiteral("refused");
    QTest::newRow("limit") << RunState::Paused << QString(hold::limitRefused) << QStringLiteral("than it is for");
  }
  void whatNeedsAPersonSaysWhy() {
    QFETCH(RunState, state);
    QFETCH(QString, reason);
    QFETCH(QString, said);
    RunProgress progress = sending(10, 90, 0);
    progress.state = state;
    if (reason == hold::noProvider)
      progress.leftOut = {{{}, QStringLiteral("Acme"), left_out::credentials, {}, {}, {}}};
    progress.reason = reason;
    progress.approved = 8;
    progress.firstBatch = 10;
    progress.dueAt = QDateTime(QDate(2026, 11, 26), QTime(18, 0), Qt::UTC);
    QVERIFY2(headlineText(progress).contains(said), qPrintable(headlineText(progress)));
  }
};

QTEST_GUILESS_MAIN(ProgressWordsTest)
#include "progress_words_test.moc"
