// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/stand_in.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QByteArray takenByPlivo =
    R"({"api_id":"a","message":"message(s) queued","message_uuid":["db3ce55a-7f1d-11e1-8ea7-1231380bc196"]})";
const QByteArray plivoError = R"({"api_id":"a","error":"No to +919812345678"})";

}  // namespace

/// Plivo: one file more, and this.
class ProviderPlivoTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theRequestIsThatOfTheClient_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("Hello");
    QTest::newRow("hostile") << hostileText;
  }
  void theRequestIsThatOfTheClient() {
    QFETCH(QString, text);
    m_plivo.answerWith(202, takenByPlivo);
    const SendVerdict verdict = sendOver(m_client, line(), textMessage(text));
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    QCOMPARE(verdict.messageId, QStringLiteral("db3ce55a-7f1d-11e1-8ea7-1231380bc196"));
    const auto request = m_plivo.request();
    QCOMPARE(request.path, QByteArray("/v1/Account/MA0123456789ABCDEF01/Message/"));
    QCOMPARE(net::headerValue(request.headers, "Authorization"), basicOf("MA0123456789ABCDEF01", "token-1"));
    QCOMPARE(bodyOf(request), (QJsonObject{{QStringLiteral("src"), QStringLiteral("+15557122661")},
                                           {QStringLiteral("dst"), QStringLiteral("+919812345678")},
                                           {QStringLiteral("text"), text}}));
  }

  void indianIdsGoWithTheMessage() {
    Line indian = line();
    indian.provider.settings.insert(QStringLiteral("entity_id"), QStringLiteral("1101456324675"));
    indian.provider.settings.insert(QStringLiteral("template_category"), QStringLiteral("promotional"));
    OutgoingMessage message = textMessage();
    message.templateId = QStringLiteral("1107");
    m_plivo.answerWith(202, takenByPlivo);
    (void)sendOver(m_client, indian, message);
    const QJsonObject body = bodyOf(m_plivo.request());
    QCOMPARE(body.value(QStringLiteral("dlt_entity_id")).toString(), QStringLiteral("1101456324675"));
    QCOMPARE(body.value(QStringLiteral("dlt_template_id")).toString(), QStringLiteral("1107"));
    QCOMPARE(body.value(QStringLiteral("dlt_template_category")).toString(), QStringLiteral("promotional"));
  }

  void everyAnswerHasItsMeaning_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("taken") << 202 << takenByPlivo << "accepted";
    QTest::newRow("no id") << 202 << QByteArray(R"({"message_uuid":[]})") << "in_doubt";
    QTest::newRow("refused") << 400 << plivoError << "permanent";
    QTest::newRow("not let in") << 401 << QByteArray("Could not verify") << "credentials";
    QTest::newRow("no credit") << 402 << plivoError << "no_credit";
    QTest::newRow("no such account") << 404 << plivoError << "credentials";
    QTest::newRow("too many") << 429 << plivoError << "retry_after";
    QTest::newRow("failing") << 500 << plivoError << "in_doubt";
  }
  void everyAnswerHasItsMeaning() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const SendVerdict verdict = verdictOn(m_plivo, m_client, line(), status, body);
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QVERIFY(!verdict.words.contains(QStringLiteral("9812345678")));
  }

  void theAccountIsChecked() {
    const QByteArray account = R"({"auth_id":"MA0123456789ABCDEF01","cash_credits":"12.5"})";
    QCOMPARE(accountOn(m_plivo, m_client, line(), 200, account).balance, QStringLiteral("12.5"));
    QCOMPARE(accountOn(m_plivo, m_client, line(), 401, "").outcome, AccountVerdict::Outcome::Rejected);
  }

  void aMessageIsFoundByItsId() {
    m_plivo.answerWith(200, R"({"message_uuid":"db3c","message_state":"sent"})");
    QCOMPARE(lookUpOver(m_client, line(), {QStringLiteral("db3c"), {}}).outcome, LookUpVerdict::Outcome::Found);
    QCOMPARE(m_plivo.request().path, QByteArray("/v1/Account/MA0123456789ABCDEF01/Message/db3c/"));
  }

 private:
  [[nodiscard]] Line line() const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("plivo");
    line.provider.baseUrl = m_plivo.url();
    line.provider.settings = {{QStringLiteral("auth_id"), QStringLiteral("MA0123456789ABCDEF01")},
                              {QStringLiteral("from"), QStringLiteral("+15557122661")}};
    line.secrets = {{QStringLiteral("auth_token"), QStringLiteral("token-1")}};
    return line;
  }

  StandIn m_plivo;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderPlivoTest)
#include "provider_plivo_test.moc"
