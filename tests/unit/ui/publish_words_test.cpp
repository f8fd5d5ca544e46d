// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QTimeZone>

#include "ui/composer/publish/fine_checks.h"
#include "ui/composer/publish/publish_checks.h"
#include "ui/composer/words/publish_sentence.h"

using namespace heliograph;
using namespace heliograph::ui;

class PublishWordsTest final : public QObject {
  Q_OBJECT

 private:
  static QDateTime now() { return QDateTime(QDate(2026, 11, 20), QTime(12, 0)); }
  static schedule::When once(const QByteArray& zone, int year = 2026) {
    return schedule::Once{{QDate(year, 11, 26), QTime(18, 0), zone}};
  }

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void theSentenceSaysWhatIsKnown() {
    const QString plain = QStringLiteral("%1");
    PublishSummary summary{41203, whenPhrase(once(QTimeZone::systemTimeZoneId()), now(), plain),
                           QStringLiteral("India and UK"), QStringLiteral("€1,530")};
    QCOMPARE(publishSentence(summary, plain),
             QStringLiteral("Send 41,203 people one message on Thu 26 Nov, 18:00, through India and UK, for about "
                            "€1,530."));
    summary.colleagues = 3;
    QVERIFY(publishSentence(summary, plain).contains(QStringLiteral(" people and 3 colleagues one message ")));
    summary.colleagues = 1;
    QVERIFY(publishSentence(summary, plain).contains(QStringLiteral(" people and 1 colleague one message ")));
    summary.colleagues = 0;
    summary.drawnFrom = 250000;
    QVERIFY(
        publishSentence(summary, plain)
            .contains(QStringLiteral("%1 of %2 people").arg(QLocale().toString(41203), QLocale().toString(250000))));
    summary = {-1, whenPhrase({}, now(), plain), {}, {}};
    QCOMPARE(publishSentence(summary, plain),
             QStringLiteral("Send the people you chose one message at a time you have not chosen yet, through no "
                            "provider yet."));
    summary.isChosen = false;
    QVERIFY(publishSentence(summary, plain).startsWith(QStringLiteral("Send nobody yet one message")));
  }

  void theYearAndTheZoneAreSaidWhereTheyAreOthers() {
    const QByteArray here = QTimeZone::systemTimeZoneId();
    const QByteArray there = here == "Asia/Kolkata" ? "Europe/Berlin" : "Asia/Kolkata";
    QVERIFY(!whenWords(once(here), now()).contains(QStringLiteral("2026")));
    QVERIFY(whenWords(once(here, 2027), now()).contains(QStringLiteral("2027")));
    QVERIFY(whenWords(once(there), now()).contains(QString::fromLatin1(there)));
  }

  void theReleaseIsSaidForThePeopleThereAre_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<qint64>("people");
    QTest::addColumn<bool>("asks");
    QTest::newRow("everybody") << 0 << qint64{5000} << false;
    QTest::newRow("the first") << 100 << qint64{5000} << true;
    QTest::newRow("nobody is left") << 100 << qint64{100} << false;
  }
  void theReleaseIsSaidForThePeopleThereAre() {
    QFETCH(int, first);
    QFETCH(qint64, people);
    QTEST(releaseWords({first}, people).contains(QStringLiteral("asks you")), "asks");
  }

  void nothingIsFineBeforePeopleWereCounted() { QVERIFY(fineChecks({}, {}).isEmpty()); }

  void whatIsAnIssueIsNotFine() {
    delivery::CheckReport report;
    report.counted = true;
    report.sendable = 3;
    const auto all = fineChecks({}, report);
    const auto some = fineChecks({{campaign::Severity::Warn, QStringLiteral("similar_text"), campaign::Step::Publish,
                                   QStringLiteral("campaign:1"), QStringLiteral("Twice")}},
                                 report);
    QCOMPARE(some.size(), all.size() - 1);
    QVERIFY(!all.contains(QString()));
  }

  void aTickHoldsForItsFiguresWhereTheyAreThePoint_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("holds");
    QTest::newRow("the same text") << QStringLiteral("same_text") << false;
    QTest::newRow("a similar text") << QStringLiteral("similar_text") << false;
    QTest::newRow("any other") << QStringLiteral("provider_not_ready") << true;
  }
  void aTickHoldsForItsFiguresWhereTheyAreThePoint() {
    QFETCH(QString, code);
    campaign::Issue issue{campaign::Severity::Warn, code, campaign::Step::Publish, QStringLiteral("campaign:1"),
                          QStringLiteral("2 people got it")};
    const QString before = PublishChecks::keyOf(issue);
    issue.text = QStringLiteral("All 120 people got it");
    QTEST(PublishChecks::keyOf(issue) == before, "holds");
  }
};

QTEST_APPLESS_MAIN(PublishWordsTest)
#include "publish_words_test.moc"
