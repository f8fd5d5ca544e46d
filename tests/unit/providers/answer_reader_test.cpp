// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/answer_reader.h"

#include <QTest>

#include "provider_samples.h"
#include "providers/template/scrub.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;
using Outcome = heliograph::providers::SendVerdict::Outcome;

namespace {

QByteArray accepted(const char* to) {
  return QByteArray(R"({"sid":"SM1","status":"queued","to":")") + to + R"(","error_code":null})";
}

QByteArray refused(int code) {
  return QByteArray(R"({"code":)") + QByteArray::number(code) +
         R"(,"message":"The number +91 98123 45678 is no good","status":400})";
}

SendVerdict readTwilio(const net::HttpOutcome& outcome) {
  return readSend(definitionNamed("twilio"), outcome, sampleMessage(), twilioSecrets(),
                  QDateTime({2026, 11, 21}, {8, 0}, Qt::UTC));
}

}  // namespace

class AnswerReaderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void twiliosAnswersAreUnderstood_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* name, int status, const QByteArray& body, const char* outcome) {
      QTest::newRow(name) << status << body << QString::fromLatin1(outcome);
    };
    row("accepted", 201, accepted("+919812345678"), "accepted");
    row("accepted without an id", 201, R"({"to":"+919812345678"})", "in_doubt");
    row("accepted with an empty id", 201, R"({"sid":"","to":"+919812345678"})", "in_doubt");
    row("another number", 201, accepted("+15550001111"), "in_doubt");
    row("no number", 201, R"({"sid":"SM1"})", "accepted");
    row("200 where 201 is meant", 200, accepted("+919812345678"), "in_doubt");
    row("empty", 201, "", "in_doubt");
    row("HTML", 201, "<html>ok</html>", "in_doubt");
    row("cut short", 201, accepted("+919812345678").chopped(4), "in_doubt");
    row("redirect", 302, "", "in_doubt");
    row("authentication", 401, refused(20003), "credentials");
    row("authentication without a body", 401, "", "credentials");
    row("wrong account", 404, refused(20404), "credentials");
    row("too many, in HTML", 429, "<html>slow down</html>", "retry_after");
    row("too many", 429, refused(20429), "retry_after");
    row("no such number", 400, refused(21211), "bad_number");
    row("not a mobile", 400, refused(21614), "bad_number");
    row("landline", 400, refused(21635), "bad_number");
    row("country", 400, refused(21408), "permanent");
    row("sender", 400, refused(21606), "credentials");
    row("trial", 403, refused(21608), "permanent");
    row("opted out", 400, refused(21610), "opted_out");
    row("sender's queue", 429, refused(21611), "retry_after");
    row("no route", 400, refused(21612), "permanent");
    row("too long", 400, refused(21617), "permanent");
    row("a code nobody knows", 400, refused(29999), "permanent");
    row("a gateway's 400", 400, "<html>Bad request</html>", "in_doubt");
    row("500", 500, refused(20500), "in_doubt");
    row("502", 502, "<html>Bad gateway</html>", "in_doubt");
    row("503", 503, "", "in_doubt");
  }
  void twiliosAnswersAreUnderstood() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const SendVerdict verdict = readTwilio(answered(status, body));
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QCOMPARE(verdict.httpStatus, status);
    if (verdict.outcome == Outcome::InDoubt) QVERIFY(!verdict.code.isEmpty() && !verdict.hint.isEmpty());
  }

  void anAcceptedMessageHasTheProvidersId() {
    const SendVerdict verdict = readTwilio(answered(201, accepted("+919812345678")));
    QCOMPARE(verdict.messageId, QStringLiteral("SM1"));
    QCOMPARE(verdict.echoedTo, QStringLiteral("+919812345678"));
  }

  void theIdOfAnotherMessageIsNotKept() {
    const SendVerdict verdict = readTwilio(answered(201, accepted("+15550001111")));
    QCOMPARE(verdict.code, QStringLiteral("echo_mismatch"));
    QVERIFY(verdict.messageId.isEmpty());
  }

  void withoutAnAnswerOnlyWhatNeverLeftMayGoOn() {
    net::HttpOutcome outcome;
    outcome.kind = net::HttpOutcome::NotSent;
    outcome.error = {ErrorCode::Network, QStringLiteral("No connection."), {}};
    const SendVerdict notSent = readTwilio(outcome);
    QCOMPARE(notSent.outcome, Outcome::NextProvider);
    QVERIFY(notSent.temporary);
    outcome.kind = net::HttpOutcome::Unclear;
    const SendVerdict unclear = readTwilio(outcome);
    QCOMPARE(unclear.outcome, Outcome::InDoubt);
    QVERIFY(!unclear.temporary);
  }

  void waitingTimesAreReadAndBounded_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("17") << 17;
    QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 08:01:30 GMT") << 90;
    QTest::newRow("past date") << QByteArray("Fri, 20 Nov 2026 08:00:00 GMT") << 0;
    QTest::newRow("a year") << QByteArray("31536000") << 86400;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << 0;
  }
  void waitingTimesAreReadAndBounded() {
    QFETCH(QByteArray, header);
    const SendVerdict verdict = readTwilio(answered(429, refused(20429), {{"Retry-After", header}}));
    QVERIFY(verdict.temporary);
    QTEST(static_cast<int>(verdict.retryAfter.count()), "seconds");
  }

  void aTableMayNameAWaitingTime() {
    const SendVerdict verdict = readTwilio(answered(400, refused(21611)));
    QCOMPARE(verdict.retryAfter.count(), 600);
  }

  void wordsHideNumbersAndSecrets() {
    const QByteArray body =
        R"({"code":21211,"message":"'To' +91 98123 45678 (%2B919812345678, 09812345678) with token s3cret-token-value:
 Hello Asha, 20 % off & more"})";
    const SendVerdict verdict = readTwilio(answered(400, body));
    QCOMPARE(verdict.words, QStringLiteral("'To' [number] (%2B[number], [number]) with token [hidden]: [hidden]"));
    QCOMPARE(verdict.code, QStringLiteral("21211"));
  }

  void wordsAreOneBoundedLine() {
    const QString words = scrubWords(QStringLiteral("a\r\n\tb ") + QString(5000, u'x'), QString(), {});
    QVERIFY(words.startsWith(QStringLiteral("a b xxx")));
    QCOMPARE(words.size(), 300);
  }

  void otherNumbersStayReadable() {
    QCOMPARE(scrubWords(QStringLiteral("Error 21211, request 5550100200300"), QStringLiteral("+919812345678"), {}),
             QStringLiteral("Error 21211, request 5550100200300"));
  }

  void theSandboxSaysBackOurId_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("ours") << 201 << QByteArray(R"({"id":"SB1","to":"+919812345678","client_ref":"hg-1-1"})")
                          << "accepted";
    QTest::newRow("another's") << 201 << QByteArray(R"({"id":"SB1","to":"+919812345678","client_ref":"hg-9-9"})")
                               << "in_doubt";
    QTest::newRow("another's refusal")
        << 400 << QByteArray(R"({"error":{"code":21610,"message":"x"},"to":"+15550001111","client_ref":"hg-9-9"})")
        << "in_doubt";
    QTest::newRow("our refusal")
        << 400 << QByteArray(R"({"error":{"code":21610,"message":"x"},"to":"+919812345678","client_ref":"hg-1-1"})")
        << "opted_out";
  }
  void theSandboxSaysBackOurId() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const SendVerdict verdict = readSend(definitionNamed("sandbox"), answered(status, body), sampleMessage());
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
  }

  void aLookUpSaysYesOrNoOrNothing_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char* name, int status, const char* body, LookUpVerdict::Outcome outcome) {
      QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(outcome);
    };
    row("there", 200, R"({"messages":[{"id":"SB1","client_ref":"hg-1-1","status":"accepted"}]})",
        LookUpVerdict::Outcome::Found);
    row("refused", 200, R"({"messages":[{"id":"SB1","client_ref":"hg-1-1","status":"refused"}]})",
        LookUpVerdict::Outcome::NotFound);
    row("not there", 200, R"({"messages":[]})", LookUpVerdict::Outcome::NotFound);
    row("another's", 200, R"({"messages":[{"id":"SB1","client_ref":"x","status":"accepted"}]})",
        LookUpVerdict::Outcome::Unclear);
    row("failing", 500, R"({"messages":[]})", LookUpVerdict::Outcome::Unclear);
    row("nonsense", 200, "<html></html>", LookUpVerdict::Outcome::Unclear);
  }
  void aLookUpSaysYesOrNoOrNothing() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto verdict =
        readLookUp(definitionNamed("sandbox"), answered(status, body), {QString(), QStringLiteral("hg-1-1")});
    QTEST(static_cast<int>(verdict.outcome), "outcome");
  }

  void anAccountCheckSaysGoodOrRejectedOrNothing_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char* name, int status, const char* body, AccountVerdict::Outcome outcome) {
      QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(outcome);
    };
    row("good", 200, R"({"account_sid":"AC1","balance":"0.05","currency":"USD"})", AccountVerdict::Outcome::Good);
    row("rejected", 401, R"({"code":20003,"message":"Authenticate"})", AccountVerdict::Outcome::Rejected);
    row("failing", 503, "", AccountVerdict::Outcome::Unknown);
    row("nonsense", 200, "<html></html>", AccountVerdict::Outcome::Unknown);
  }
  void anAccountCheckSaysGoodOrRejectedOrNothing() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto verdict = readAccountCheck(definitionNamed("twilio"), answered(status, body), twilioSecrets());
    QTEST(static_cast<int>(verdict.outcome), "outcome");
  }
};

QTEST_GUILESS_MAIN(AnswerReaderTest)
#include "answer_reader_test.moc"
