// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/stand_in.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

QByteArray entry(const QByteArray& status, const QByteArray& id = {}, const QByteArray& to = "919812345678") {
  if (status == "0") {
    return R"({"to":")" + to + R"(","message-id":")" + id + R"(","status":"0","client-ref":"hg-1-1"})";
  }
  return R"({"status":")" + status + R"(","error-text":"No to 919812345678"})";
}

QByteArray answerOf(const QByteArrayList& entries) {
  return R"({"message-count":")" + QByteArray::number(entries.size()) + R"(","messages":[)" + entries.join(',') + "]}";
}

}  // namespace

/// Vonage's SMS API as its published description says: HTTP 200 whatever happens, the status stands in the body.
class ProviderVonageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theRequestIsThatOfTheDescription_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::newRow("plain") << QStringLiteral("Hello") << QStringLiteral("text");
    QTest::newRow("hostile") << hostileText << QStringLiteral("unicode");
  }
  void theRequestIsThatOfTheDescription() {
    QFETCH(QString, text);
    QFETCH(QString, type);
    m_vonage.answerWith(200, answerOf({entry("0", "0A01")}));
    QCOMPARE(sendOutcomeName(sendOver(m_client, line(), textMessage(text)).outcome), QStringLiteral("accepted"));
    const auto request = m_vonage.request();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/sms/json"));
    QCOMPARE(net::headerValue(request.headers, "Authorization"), basicOf("abcd1234", "topsecret"));
    QCOMPARE(net::headerValue(request.headers, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(bodyOf(request), (QJsonObject{{QStringLiteral("from"), QStringLiteral("Acme")},
                                           {QStringLiteral("to"), QStringLiteral("919812345678")},
                                           {QStringLiteral("text"), text},
                                           {QStringLiteral("type"), type},
                                           {QStringLiteral("client-ref"), QStringLiteral("hg-1-1")}}));
  }

  void nothingOfATextLeavesItsPlace() {
    const QString text = QStringLiteral("\",\"to\":\"1900\\ \r\n\x01 {To} न");
    const QByteArray written = "\\\",\\\"to\\\":\\\"1900\\\\ \\u000d\\u000a\\u0001 {To} न";
    const QByteArray expected = "{\"client-ref\":\"hg-1-1\",\"from\":\"Acme\",\"text\":\"" + written +
                                "\",\"to\":\"919812345678\",\"type\":\"text\"}";
    m_vonage.answerWith(200, answerOf({entry("0", "0A01")}));
    (void)sendOver(m_client, line(), textMessage(text));
    QCOMPARE(m_vonage.request().body, expected);
  }

  void indianIdsGoWithTheMessage() {
    Line indian = line();
    indian.provider.settings.insert(QStringLiteral("entity_id"), QStringLiteral("1101456324675322134"));
    OutgoingMessage message = textMessage();
    message.templateId = QStringLiteral("1107457532145798767");
    m_vonage.answerWith(200, answerOf({entry("0", "0A01")}));
    (void)sendOver(m_client, indian, message);
    const QJsonObject body = bodyOf(m_vonage.request());
    QCOMPARE(body.value(QStringLiteral("entity-id")).toString(), QStringLiteral("1101456324675322134"));
    QCOMPARE(body.value(QStringLiteral("content-id")).toString(), message.templateId);
  }

  void everyStatusMeansWhatItsTableSays_data() {
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* status, const char* outcome) {
      QTest::newRow(status) << QByteArray(status) << QString::fromLatin1(outcome);
    };
    for (const char* status : {"2", "3", "6", "12", "29"}) row(status, "permanent");
    for (const char* status : {"4", "8", "11", "14", "15", "22", "23", "32"}) row(status, "credentials");
    row("9", "no_credit");
    for (const char* status : {"1", "10"}) row(status, "retry_after");
    for (const char* status : {"7", "33"}) row(status, "opted_out");
    row("0", "accepted");
    // Its own error may come after it took the message; of the others nothing is published.
    for (const char* status :
         {"5", "13", "16", "17", "18", "19", "20", "21", "24", "25", "26", "27", "28", "30", "31"}) {
      row(status, "in_doubt");
    }
  }
  void everyStatusMeansWhatItsTableSays() {
    QFETCH(QByteArray, status);
    const SendVerdict verdict = verdictOn(m_vonage, m_client, line(), 200, answerOf({entry(status, "0A01")}));
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QVERIFY(!verdict.words.contains(QStringLiteral("9812345678")));
    if (status != "0") QCOMPARE(verdict.code, QString::fromLatin1(status));
    if (verdict.temporary) QVERIFY(verdict.retryAfter.count() > 0);
  }

  void otherAnswersAreReadWithCare_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("two parts") << 200 << answerOf({entry("0", "0A01"), entry("0", "0A02")}) << "accepted";
    QTest::newRow("only one of two parts") << 200 << answerOf({entry("0", "0A01"), entry("1")}) << "in_doubt";
    QTest::newRow("for another") << 200 << answerOf({entry("0", "0A01", "15005550001")}) << "in_doubt";
    QTest::newRow("no messages") << 200 << QByteArray(R"({"message-count":"0","messages":[]})") << "in_doubt";
    QTest::newRow("nonsense") << 200 << QByteArray("<html>OK</html>") << "in_doubt";
    QTest::newRow("not let in") << 401 << QByteArray("{}") << "credentials";
    QTest::newRow("failing") << 500 << answerOf({entry("5")}) << "in_doubt";
    QTest::newRow("gateway") << 503 << QByteArray() << "in_doubt";
  }
  void otherAnswersAreReadWithCare() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(sendOutcomeName(verdictOn(m_vonage, m_client, line(), status, body).outcome), "outcome");
  }

  /// At another host, which the definition declares; the names in the records aren't confirmed.
  void whatIsUnclearIsLookedForInTheReports_data() {
    QTest::addColumn<QByteArray>("records");
    QTest::addColumn<int>("outcome");
    const QByteArray ours = R"({"message_id":"0A01","to":"919812345678","message_body":"Hello",)"
                            R"("date_received":"2026-01-31T09:30:05+00:00"})";
    const QByteArray other = QByteArray(ours).replace("Hello", "Bye");
    const int found = static_cast<int>(LookUpVerdict::Outcome::Found);
    const int unclear = static_cast<int>(LookUpVerdict::Outcome::Unclear);
    QTest::newRow("it is there") << QByteArray(other + ',' + ours) << found;
    QTest::newRow("twice") << QByteArray(ours + ',' + ours) << unclear;
    QTest::newRow("another text") << other << unclear;
    QTest::newRow("nothing") << QByteArray() << unclear;
  }
  void whatIsUnclearIsLookedForInTheReports() {
    QFETCH(QByteArray, records);
    QFETCH(int, outcome);
    m_vonage.answerWith(200, "{\"records\":[" + records + "]}");
    LookUpKey key{QString(), QStringLiteral("hg-1-1"), QStringLiteral("+919812345678"), QStringLiteral("Hello")};
    key.sentAt = QDateTime(QDate(2026, 1, 31), QTime(9, 30), Qt::UTC);
    QCOMPARE(static_cast<int>(lookUpOver(m_client, line(), key).outcome), outcome);
    const auto request = m_vonage.request();
    QCOMPARE(request.path, QByteArray("/v2/reports/records"));
    QCOMPARE(net::headerValue(request.query, "account_id"), QByteArray("abcd1234"));
    QCOMPARE(net::headerValue(request.query, "date_start"), QByteArray("2026-01-31T09:29:00Z"));
    Line published = line();
    published.provider.baseUrl.clear();
    const auto own = buildLookUp(published.definition(), published.provider, published.secrets, key);
    QVERIFY(own);
    QCOMPARE(own->url.host(), QStringLiteral("api.nexmo.com"));
  }

  void theBalanceShowsWhetherTheKeyIsGood() {
    const AccountVerdict good = accountOn(m_vonage, m_client, line(), 200, R"({"value":10.17,"autoReload":false})");
    QCOMPARE(good.outcome, AccountVerdict::Outcome::Good);
    QCOMPARE(good.balance, QStringLiteral("10.17"));
    QCOMPARE(m_vonage.request().path, QByteArray("/account/get-balance"));
    QVERIFY(m_vonage.request().query.isEmpty());  // the secret stays out of the address
    QCOMPARE(accountOn(m_vonage, m_client, line(), 401, "{}").outcome, AccountVerdict::Outcome::Rejected);
    QCOMPARE(accountOn(m_vonage, m_client, line(), 500, "{}").outcome, AccountVerdict::Outcome::Unknown);
  }

 private:
  [[nodiscard]] Line line() const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("vonage");
    line.provider.baseUrl = m_vonage.url();
    line.provider.settings = {{QStringLiteral("api_key"), QStringLiteral("abcd1234")},
                              {QStringLiteral("from"), QStringLiteral("Acme")}};
    line.secrets = {{QStringLiteral("api_secret"), QStringLiteral("topsecret")}};
    return line;
  }

  StandIn m_vonage;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderVonageTest)
#include "provider_vonage_test.moc"
