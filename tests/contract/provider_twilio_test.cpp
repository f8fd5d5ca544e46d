// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QMutex>

#include "contract/provider_calls.h"
#include "contract/twilio_specification.h"
#include "net/http_server.h"
#include "providers/answer/account_check.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QString accountSid = QStringLiteral("AC0123456789abcdef0123456789abcdef");
const QString token = QStringLiteral("right-token-value");

/// Twilio as its description and its pages of errors say: requests are judged, the answer is what the test asked for.
class TwilioStandIn final {
 public:
  explicit TwilioStandIn(const TwilioSpecification& specification) : m_specification(specification) {
    const auto port = m_server.start([this](const net::ServerRequest& request) { return answer(request); });
    if (!port) qFatal("%s", qPrintable(port.error().message));
  }

  void answerWith(int status, const QByteArray& body, const net::HttpHeaders& headers = {}) {
    const QMutexLocker lock(&m_mutex);
    m_next = {status, headers, body};
    m_requests.clear();
    m_violations.clear();
  }

  [[nodiscard]] QString url() const { return m_server.url().toString(); }
  [[nodiscard]] QStringList violations() const {
    const QMutexLocker lock(&m_mutex);
    return m_violations;
  }
  [[nodiscard]] QList<QByteArray> bodies() const {
    const QMutexLocker lock(&m_mutex);
    return m_requests;
  }

 private:
  net::ServerAnswer answer(const net::ServerRequest& request) {
    const QMutexLocker lock(&m_mutex);
    net::ServerAnswer answer;
    const QByteArray credentials = "Basic " + (accountSid + QLatin1Char(':') + token).toUtf8().toBase64();
    if (net::headerValue(request.headers, "Authorization") != credentials) {
      answer.status = 401;
      answer.body = R"({"code":20003,"message":"Authenticate","more_info":"x","status":401})";
    } else if (request.path.endsWith("/Balance.json")) {
      answer.body = R"({"account_sid":"AC1","balance":"12.50","currency":"USD"})";
    } else {
      m_requests << request.body;
      m_violations << m_specification.violations(request);
      answer.status = m_next.status;
      answer.headers = m_next.headers;
      answer.body = m_next.body;
    }
    return answer;
  }

  const TwilioSpecification& m_specification;
  mutable QMutex m_mutex;
  net::HttpAnswer m_next;
  QList<QByteArray> m_requests;
  QStringList m_violations;
  net::HttpServer m_server;
};

QByteArray taken(const QString& to) {
  return QStringLiteral("{\"sid\":\"SM1\",\"status\":\"queued\",\"to\":\"%1\",\"error_code\":null}").arg(to).toUtf8();
}

OutgoingMessage sample() {
  OutgoingMessage message;
  message.to = QStringLiteral("+15005550006");
  message.body = QStringLiteral("Hello");
  message.clientId = QStringLiteral("hg-1-1");
  return message;
}

}  // namespace

/// Our requests against Twilio's own description, over a real connection.
class ProviderTwilioTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    m_specification = TwilioSpecification::read();
    if (!m_specification) QSKIP("Twilio's description isn't beside the checkout");
    m_twilio = std::make_unique<TwilioStandIn>(*m_specification);
  }

  void everyRequestFollowsTheDescription_data() {
    QTest::addColumn<QString>("sender");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("body");
    const QString from = QStringLiteral("from");
    QTest::newRow("number") << from << "+15557122661"
                            << "Hello";
    QTest::newRow("messaging service") << "messaging_service_sid"
                                       << "MG0123456789abcdef0123456789abcdef"
                                       << "Hello";
    QTest::newRow("another field in the text") << from << "+15557122661"
                                               << "Hi&To=+19005550100&Bogus=1";
    QTest::newRow("quotes and plus") << from << "+15557122661"
                                     << "\"; DROP 1+1 100%";
    QTest::newRow("other letters") << from << "+15557122661" << QStringLiteral("नमस्ते 👋\r\nb");
    QTest::newRow("longest") << from << "+15557122661" << QString(1600, u'x');
  }
  void everyRequestFollowsTheDescription() {
    QFETCH(QString, sender);
    QFETCH(QString, value);
    QFETCH(QString, body);
    OutgoingMessage message = sample();
    message.body = body;
    m_twilio->answerWith(201, taken(message.to));
    const SendVerdict verdict = sendOver(m_client, line(sender, value), message);
    QCOMPARE(m_twilio->violations(), QStringList());
    QCOMPARE(m_twilio->bodies().size(), 1);
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    const QUrlQuery form(QString::fromLatin1(m_twilio->bodies().constFirst()));
    QCOMPARE(QUrl::fromPercentEncoding(form.queryItemValue(QStringLiteral("Body"), QUrl::FullyEncoded).toLatin1()),
             body);
  }

  void aMessageForLaterNamesItsTimeAndItsService() {
    OutgoingMessage message = sample();
    message.sendAt = QDateTime(QDate(2026, 11, 28), QTime(18, 0), Qt::UTC);
    m_twilio->answerWith(201, R"({"sid":"SM1","status":"scheduled","to":"+15005550006","error_code":null})");
    const SendVerdict verdict = sendOver(
        m_client, line(QStringLiteral("messaging_service_sid"), QStringLiteral("MG0123456789abcdef0123456789abcdef")),
        message);
    QCOMPARE(m_twilio->violations(), QStringList());
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    const QUrlQuery form(QString::fromLatin1(m_twilio->bodies().constFirst()));
    QCOMPARE(form.queryItemValue(QStringLiteral("ScheduleType")), QStringLiteral("fixed"));
    QCOMPARE(form.queryItemValue(QStringLiteral("SendAt"), QUrl::FullyDecoded), QStringLiteral("2026-11-28T18:00:00Z"));
    QVERIFY(form.hasQueryItem(QStringLiteral("MessagingServiceSid")));
  }

  void aMessageForNowNamesNoTime() {
    m_twilio->answerWith(201, taken(sample().to));
    (void)sendOver(m_client,
                   line(QStringLiteral("messaging_service_sid"), QStringLiteral("MG0123456789abcdef0123456789abcdef")),
                   sample());
    const QUrlQuery form(QString::fromLatin1(m_twilio->bodies().constFirst()));
    QVERIFY(!form.hasQueryItem(QStringLiteral("ScheduleType")) && !form.hasQueryItem(QStringLiteral("SendAt")));
  }

  void takingBackIsUnderstood_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    using Outcome = CancelVerdict::Outcome;
    const auto add = [](const char* name, int status, const QByteArray& body, Outcome outcome) {
      QTest::newRow(name) << status << body << static_cast<int>(outcome);
    };
    add("taken back", 200, R"({"sid":"SM1","status":"canceled"})", Outcome::TakenBack);
    add("of another message", 200, R"({"sid":"SM2","status":"canceled"})", Outcome::Unclear);
    add("on its way", 200, R"({"sid":"SM1","status":"sending"})", Outcome::TooLate);
    add("too late", 409, R"({"code":30409,"message":"No"})", Outcome::TooLate);
    add("too many", 429, R"({"code":20429,"message":"No"})", Outcome::Later);
    add("unknown", 404, R"({"code":20404,"message":"No"})", Outcome::Unclear);
    add("fault", 500, R"({"code":20500,"message":"No"})", Outcome::Unclear);
    add("nonsense", 200, "<html>OK</html>", Outcome::Unclear);
  }
  void takingBackIsUnderstood() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    m_twilio->answerWith(status, body);
    const Line by = line();
    const auto request =
        buildCancel(by.definition(), by.provider, by.secrets, QStringLiteral("SM1"), QStringLiteral("hg-1-1"));
    QVERIFY(request);
    QVERIFY(request->url.path().endsWith(QStringLiteral("/Messages/SM1.json")));
    const auto verdict =
        readCancel(by.definition(), exchange(m_client, *request, true), QStringLiteral("SM1"), by.secrets);
    QCOMPARE(static_cast<int>(verdict.outcome), outcome);
    QCOMPARE(m_twilio->bodies().constFirst(), QByteArray("Status=canceled"));
  }

  void everyClassOfAnswerIsUnderstood_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    const auto error = [](int code) {
      return QStringLiteral("{\"code\":%1,\"message\":\"No\",\"status\":400}").arg(code).toUtf8();
    };
    QTest::newRow("taken") << 201 << taken(sample().to) << "accepted";
    QTest::newRow("taken for another") << 201 << taken(QStringLiteral("+15005550001")) << "in_doubt";
    QTest::newRow("nonsense") << 201 << QByteArray("<html>OK</html>") << "in_doubt";
    // Every code of its pages on errors that a send can be answered with.
    const auto rows = [&error](const char* outcome, std::initializer_list<int> codes) {
      for (const int code : codes) QTest::addRow("code %d", code) << 400 << error(code) << QString::fromLatin1(outcome);
    };
    rows("bad_number", {21211, 21217, 21614, 21635});
    rows("opted_out", {21610});
    rows("permanent", {21408, 21608, 21612, 21617, 21619, 35118, 99999});
    rows("not_kept", {35115});
    rows("credentials", {20003, 20404, 21401, 21603, 21606, 21701, 21703, 30002});
    rows("retry_after", {20429, 21611, 63017});
    QTest::newRow("not let in") << 401 << error(20003) << "credentials";
    QTest::newRow("not let in, without words") << 401 << QByteArray() << "credentials";
    QTest::newRow("not allowed") << 403 << error(20006) << "credentials";
    QTest::newRow("no such account") << 404 << error(20404) << "credentials";
    QTest::newRow("page of a gateway") << 404 << QByteArray("<html>") << "in_doubt";
    QTest::newRow("too many, without words") << 429 << QByteArray() << "retry_after";
    QTest::newRow("queue full as 429") << 429 << error(21611) << "retry_after";
    QTest::newRow("service down, with words") << 500 << error(20500) << "in_doubt";
    QTest::newRow("too many") << 429 << error(20429) << "retry_after";
    QTest::newRow("failing") << 500 << error(20500) << "in_doubt";
    QTest::newRow("gateway") << 503 << QByteArray() << "in_doubt";
    QTest::newRow("redirect") << 307 << QByteArray() << "in_doubt";
  }
  void everyClassOfAnswerIsUnderstood() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_twilio->answerWith(status, body, {{"Retry-After", "3"}, {"Location", "/elsewhere"}});
    const SendVerdict verdict = sendOver(m_client, line(), sample());
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QCOMPARE(verdict.httpStatus, status);
    QCOMPARE(m_twilio->bodies().size(), 1);
    if (verdict.temporary) QCOMPARE(verdict.retryAfter.count(), 3);
  }

  void aWrongTokenIsRejected() {
    Line wrong = line();
    wrong.secrets = {{QStringLiteral("auth_token"), QStringLiteral("wrong")}};
    const SendVerdict verdict = sendOver(m_client, wrong, sample());
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("credentials"));
    QCOMPARE(verdict.words, QStringLiteral("Authenticate"));
  }

  void theAccountCheckTellsRightFromWrong() {
    QCOMPARE(check(line())->outcome, AccountVerdict::Outcome::Good);
    QCOMPARE(check(line())->balance, QStringLiteral("12.50"));
    Line wrong = line();
    wrong.secrets = {{QStringLiteral("auth_token"), QStringLiteral("wrong")}};
    QCOMPARE(check(wrong)->outcome, AccountVerdict::Outcome::Rejected);
    wrong.secrets.clear();
    QCOMPARE(check(wrong).error().code, ErrorCode::Credentials);
  }

  void aServerThatIsNotThereLetsTheMessageGoOn() {
    Line gone = line();
    gone.provider.baseUrl = QStringLiteral("http://127.0.0.1:1");
    const SendVerdict verdict = sendOver(m_client, gone, sample());
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("next_provider"));
    QVERIFY(verdict.temporary);
  }

 private:
  [[nodiscard]] Line line(const QString& sender = QStringLiteral("from"),
                          const QString& value = QStringLiteral("+15557122661")) const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("twilio");
    line.provider.settings = QJsonObject{{QStringLiteral("account_sid"), accountSid}, {sender, value}};
    line.provider.baseUrl = m_twilio->url();
    line.secrets = {{QStringLiteral("auth_token"), token}};
    return line;
  }

  Result<AccountVerdict> check(const Line& line) {
    std::optional<Result<AccountVerdict>> verdict;
    AccountCheck check(m_client);
    check.run(line.definition(), line.provider, line.secrets, this, [&](auto end) { verdict = std::move(end); });
    if (!QTest::qWaitFor([&] { return verdict.has_value(); }, 20000)) qFatal("no verdict");
    return *verdict;
  }

  std::optional<TwilioSpecification> m_specification;
  std::unique_ptr<TwilioStandIn> m_twilio;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderTwilioTest)
#include "provider_twilio_test.moc"
