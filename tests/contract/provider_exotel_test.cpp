// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/stand_in.h"
#include "providers/routes/asked_fields.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

using FormPairs = QList<QPair<QByteArray, QByteArray>>;

QByteArray exotelMessage(const char* status, int detail) {
  return QStringLiteral(R"({"SMSMessage":{"Sid":"0123abcd","Status":"%1","DetailedStatusCode":%2,"To":"09812345678"}})")
      .arg(QLatin1String(status))
      .arg(detail)
      .toUtf8();
}

QByteArray exotelError(int status) {
  return QStringLiteral(R"({"RestException":{"Status":%1,"Message":"No to +919812345678","Code":1001}})")
      .arg(status)
      .toUtf8();
}

}  // namespace

/// Exotel as its developer pages describe it.
class ProviderExotelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theFormIsThatOfThePages_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("plain") << QStringLiteral("Hello") << QByteArray("plain");
    QTest::newRow("hostile") << hostileText << QByteArray("unicode");
  }
  void theFormIsThatOfThePages() {
    QFETCH(QString, text);
    QFETCH(QByteArray, encoding);
    OutgoingMessage message = textMessage(text);
    message.templateId = QStringLiteral("1107");
    m_exotel.answerWith(200, exotelMessage("queued", 21010));
    const SendVerdict verdict = sendOver(m_client, line(), message);
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    QCOMPARE(verdict.messageId, QStringLiteral("0123abcd"));
    const auto request = m_exotel.request();
    QCOMPARE(request.path, QByteArray("/v1/Accounts/acme1/Sms/send.json"));
    QCOMPARE(net::headerValue(request.headers, "Authorization"), basicOf("key", "token-1"));
    QCOMPARE(formOf(request), (FormPairs{{"From", "08088919888/ACMEIN"},
                                         {"To", "+919812345678"},
                                         {"Body", text.toUtf8()},
                                         {"EncodingType", encoding},
                                         {"SmsType", "transactional"},
                                         {"DltEntityId", "1101456324675"},
                                         {"DltTemplateId", "1107"},
                                         {"CustomField", "hg-1-1"}}));
  }

  void nothingOfATextLeavesItsPlace() {
    m_exotel.answerWith(200, exotelMessage("queued", 21010));
    (void)sendOver(m_client, line(), textMessage(QStringLiteral("a&To=+1900;b=c%20\r\n {To} न")));
    QCOMPARE(
        m_exotel.request().body,
        QByteArray("From=08088919888%2FACMEIN&To=%2B919812345678&Body=a%26To%3D%2B1900%3Bb%3Dc%2520%0D%0A%20%7BTo%7D%20"
                   "%E0%A4%A8&EncodingType=plain&SmsType=transactional&DltEntityId=1101456324675&CustomField=hg-1-1"));
  }

  void whatIsNotSetStaysOut() {
    Line plain = line();
    plain.provider.settings.remove(QStringLiteral("sms_type"));
    plain.provider.settings.remove(QStringLiteral("entity_id"));
    m_exotel.answerWith(200, exotelMessage("queued", 21010));
    (void)sendOver(m_client, plain, textMessage());
    const FormPairs form = formOf(m_exotel.request());
    for (const auto& [name, value] : form) QVERIFY2(!name.startsWith("Dlt") && name != "SmsType", name.constData());
  }

  void theRegionChoosesTheHost() {
    Line mumbai = line();
    mumbai.provider.baseUrl.clear();
    mumbai.provider.settings.insert(QStringLiteral("region"), QStringLiteral("api.in.exotel.com"));
    const auto request = buildSend(mumbai.definition(), mumbai.provider, mumbai.secrets, textMessage());
    QCOMPARE(request->url.toString(), QStringLiteral("https://api.in.exotel.com/v1/Accounts/acme1/Sms/send.json"));
  }

  void aTickedTemplateIsAskedFor() {
    Line ticked = line();
    QVERIFY(!askedFields(ticked.definition(), ticked.provider).templateId);
    ticked.provider.settings.insert(QStringLiteral("template_id"), QStringLiteral("true"));
    QVERIFY(askedFields(ticked.definition(), ticked.provider).templateIdRequired);
  }

  void everyAnswerMeansWhatTheFactsSay_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    for (const int pending : {21010, 21015, 21020}) {
      QTest::addRow("pending %d", pending) << 200 << exotelMessage("queued", pending) << "accepted";
    }
    QTest::newRow("202, as some pages say") << 202 << exotelMessage("queued", 21010) << "accepted";
    for (const int code : {23005, 23015, 23030, 23035, 23060, 23082, 23083, 23084, 23181, 23182,
                           23183, 23184, 23185, 23186, 23281, 24010, 24105, 24110, 24120, 24990}) {
      QTest::addRow("failed %d", code) << 200 << exotelMessage("failed", code) << "permanent";
    }
    for (const int code : {23072, 23080, 23081}) {
      QTest::addRow("failed %d", code) << 200 << exotelMessage("failed", code) << "credentials";
    }
    QTest::newRow("do not disturb") << 200 << exotelMessage("failed_dnd", 23005) << "permanent";
    QTest::newRow("sender doesn't fit the text") << 400 << exotelError(400) << "permanent";
    QTest::newRow("not let in") << 401 << exotelError(401) << "credentials";
    QTest::newRow("not let in, inside 200") << 200 << exotelError(401) << "credentials";
    QTest::newRow("not allowed") << 403 << exotelError(403) << "credentials";
    QTest::newRow("no such account") << 404 << exotelError(404) << "credentials";
    QTest::newRow("too many") << 429 << exotelError(429) << "retry_after";
    QTest::newRow("too many, by the older page") << 503 << exotelError(503) << "retry_after";
    QTest::newRow("failing") << 500 << exotelError(500) << "in_doubt";
    QTest::newRow("gateway") << 502 << QByteArray("<html>") << "in_doubt";
    QTest::newRow("XML") << 200 << QByteArray("<TwilioResponse/>") << "in_doubt";
    QTest::newRow("empty") << 200 << QByteArray("{}") << "in_doubt";
  }
  void everyAnswerMeansWhatTheFactsSay() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const SendVerdict verdict = verdictOn(m_exotel, m_client, line(), status, body);
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QVERIFY(!verdict.words.contains(QStringLiteral("9812345678")));
  }

  void aMessageIsFoundByItsId() {
    m_exotel.answerWith(200, exotelMessage("sent", 20005));
    QCOMPARE(lookUpOver(m_client, line(), {QStringLiteral("0123abcd"), {}}).outcome, LookUpVerdict::Outcome::Found);
    QCOMPARE(m_exotel.request().path, QByteArray("/v1/Accounts/acme1/SMS/Messages/0123abcd.json"));
  }

  void theAccountIsCheckedByItsNumbers() {
    QCOMPARE(accountOn(m_exotel, m_client, line(), 200, "[]").outcome, AccountVerdict::Outcome::Good);
    QCOMPARE(m_exotel.request().path, QByteArray("/v2_beta/Accounts/acme1/IncomingPhoneNumbers"));
    QCOMPARE(accountOn(m_exotel, m_client, line(), 401, "{}").outcome, AccountVerdict::Outcome::Rejected);
    QCOMPARE(accountOn(m_exotel, m_client, line(), 500, "{}").outcome, AccountVerdict::Outcome::Unknown);
  }

 private:
  [[nodiscard]] Line line() const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("exotel");
    line.provider.baseUrl = m_exotel.url();
    line.provider.settings = {{QStringLiteral("account_sid"), QStringLiteral("acme1")},
                              {QStringLiteral("api_key"), QStringLiteral("key")},
                              {QStringLiteral("from"), QStringLiteral("08088919888/ACMEIN")},
                              {QStringLiteral("sms_type"), QStringLiteral("transactional")},
                              {QStringLiteral("entity_id"), QStringLiteral("1101456324675")}};
    line.secrets = {{QStringLiteral("api_token"), QStringLiteral("token-1")}};
    return line;
  }

  StandIn m_exotel;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderExotelTest)
#include "provider_exotel_test.moc"
