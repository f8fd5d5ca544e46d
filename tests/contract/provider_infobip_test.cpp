// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>

#include "contract/stand_in.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

QByteArray infobipAnswer(const char* group, const char* name, const char* id = "hg-1-1") {
  return QStringLiteral(R"({"bulkId":"b","messages":[{"messageId":"%3","destination":"919812345678",)"
                        R"("status":{"groupName":"%1","name":"%2","description":"No to 919812345678"}}]})")
      .arg(QLatin1String(group), QLatin1String(name), QLatin1String(id))
      .toUtf8();
}

const QByteArray infobipError = R"({"errorCode":"E400","description":"No to 919812345678"})";

}  // namespace

/// Infobip: one file more, and this. Each message has our own id there, and a result of its own.
class ProviderInfobipTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theRequestIsThatOfTheDescription_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("Hello");
    QTest::newRow("hostile") << hostileText;
  }
  void theRequestIsThatOfTheDescription() {
    QFETCH(QString, text);
    m_infobip.answerWith(200, infobipAnswer("PENDING", "PENDING_ACCEPTED"));
    const SendVerdict verdict = sendOver(m_client, line(), textMessage(text));
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    QCOMPARE(verdict.messageId, QStringLiteral("hg-1-1"));
    const auto request = m_infobip.request();
    QCOMPARE(request.path, QByteArray("/sms/3/messages"));
    QCOMPARE(net::headerValue(request.headers, "Authorization"), QByteArray("App key-1"));
    const QJsonArray messages = bodyOf(request).value(QStringLiteral("messages")).toArray();
    QCOMPARE(messages.size(), 1);
    const QJsonObject destination{{QStringLiteral("to"), QStringLiteral("919812345678")},
                                  {QStringLiteral("messageId"), QStringLiteral("hg-1-1")}};
    QCOMPARE(messages.at(0).toObject(),
             (QJsonObject{{QStringLiteral("sender"), QStringLiteral("Acme")},
                          {QStringLiteral("destinations"), QJsonArray{destination}},
                          {QStringLiteral("content"), QJsonObject{{QStringLiteral("text"), text}}},
                          {QStringLiteral("options"),
                           QJsonObject{{QStringLiteral("campaignReferenceId"), QStringLiteral("7")}}}}));
  }

  void indianIdsGoWithTheMessage() {
    Line indian = line();
    indian.provider.settings.insert(QStringLiteral("entity_id"), QStringLiteral("1101456324675"));
    OutgoingMessage message = textMessage();
    message.templateId = QStringLiteral("1107");
    m_infobip.answerWith(200, infobipAnswer("PENDING", "PENDING_ACCEPTED"));
    (void)sendOver(m_client, indian, message);
    const QJsonObject options = bodyOf(m_infobip.request())
                                    .value(QStringLiteral("messages"))
                                    .toArray()
                                    .at(0)
                                    .toObject()
                                    .value(QStringLiteral("options"))
                                    .toObject();
    const QJsonObject ids{{QStringLiteral("principalEntityId"), QStringLiteral("1101456324675")},
                          {QStringLiteral("contentTemplateId"), QStringLiteral("1107")}};
    QCOMPARE(options.value(QStringLiteral("regional")).toObject().value(QStringLiteral("indiaDlt")).toObject(), ids);
  }

  void manyMessagesShareARequest() {
    const Line many = line();
    OutgoingMessage second = textMessage(QStringLiteral("Other"), QStringLiteral("+15005550006"));
    second.clientId = QStringLiteral("hg-1-2");
    const auto request = buildSend(many.definition(), many.provider, many.secrets, {textMessage(), second});
    QVERIFY(request);
    const QJsonArray messages =
        QJsonDocument::fromJson(request->body).object().value(QStringLiteral("messages")).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(
        messages.at(1).toObject().value(QStringLiteral("content")).toObject().value(QStringLiteral("text")).toString(),
        QStringLiteral("Other"));
  }

  void eachMessageOfARequestHasItsOwnResult() {
    const Line many = line();
    OutgoingMessage second = textMessage(QStringLiteral("Other"), QStringLiteral("+15005550006"));
    second.clientId = QStringLiteral("hg-1-2");
    OutgoingMessage third = textMessage(QStringLiteral("Third"), QStringLiteral("+15005550007"));
    third.clientId = QStringLiteral("hg-1-3");
    const std::vector<OutgoingMessage> messages{textMessage(), second, third};
    m_infobip.answerWith(200, R"({"messages":[{"messageId":"hg-1-2","destination":"15005550006","status":)"
                              R"({"groupName":"REJECTED","name":"REJECTED_DESTINATION"}},{"messageId":"hg-1-1",)"
                              R"("destination":"919812345678","status":{"groupName":"PENDING","name":"P"}}]})");
    const auto request = buildSend(many.definition(), many.provider, many.secrets, messages);
    const auto verdicts = readSend(many.definition(), exchange(m_client, *request, true), messages, many.secrets);
    QCOMPARE(verdicts.size(), messages.size());
    QCOMPARE(sendOutcomeName(verdicts.at(0).outcome), QStringLiteral("accepted"));
    QCOMPARE(sendOutcomeName(verdicts.at(1).outcome), QStringLiteral("bad_number"));
    QCOMPARE(sendOutcomeName(verdicts.at(2).outcome), QStringLiteral("in_doubt"));  // nothing is said of it
  }

  void everyAnswerHasItsMeaning_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("taken") << 200 << infobipAnswer("PENDING", "PENDING_ACCEPTED") << "accepted";
    QTest::newRow("number") << 200 << infobipAnswer("REJECTED", "REJECTED_DESTINATION") << "bad_number";
    QTest::newRow("credit") << 200 << infobipAnswer("REJECTED", "REJECTED_NOT_ENOUGH_CREDITS") << "no_credit";
    QTest::newRow("rejected") << 200 << infobipAnswer("REJECTED", "REJECTED_NETWORK") << "permanent";
    QTest::newRow("unknown group") << 200 << infobipAnswer("NEW", "NEW") << "in_doubt";
    QTest::newRow("of another") << 200 << infobipAnswer("PENDING", "PENDING_ACCEPTED", "hg-9-9") << "in_doubt";
    QTest::newRow("no messages") << 200 << QByteArray(R"({"messages":[]})") << "in_doubt";
    QTest::newRow("malformed") << 400 << infobipError << "permanent";
    QTest::newRow("not let in") << 401 << infobipError << "credentials";
    QTest::newRow("not allowed") << 403 << infobipError << "credentials";
    QTest::newRow("too many") << 429 << infobipError << "retry_after";
    QTest::newRow("failing") << 500 << infobipError << "in_doubt";
  }
  void everyAnswerHasItsMeaning() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const SendVerdict verdict = verdictOn(m_infobip, m_client, line(), status, body);
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QVERIFY(!verdict.words.contains(QStringLiteral("9812345678")));
  }

  void aMessageIsFoundByOurId() {
    m_infobip.answerWith(200, R"({"results":[{"messageId":"hg-1-1"}]})");
    QCOMPARE(lookUpOver(m_client, line(), {{}, QStringLiteral("hg-1-1")}).outcome, LookUpVerdict::Outcome::Found);
    QCOMPARE(net::headerValue(m_infobip.request().query, "messageId"), QByteArray("hg-1-1"));
    // What isn't in the log may not be there yet.
    m_infobip.answerWith(200, R"({"results":[]})");
    QCOMPARE(lookUpOver(m_client, line(), {{}, QStringLiteral("hg-1-1")}).outcome, LookUpVerdict::Outcome::Unclear);
  }

  void theBalanceIsShown() {
    QCOMPARE(accountOn(m_infobip, m_client, line(), 200, R"({"balance":47.5,"currency":"EUR"})").balance,
             QStringLiteral("47.5"));
    QCOMPARE(accountOn(m_infobip, m_client, line(), 401, "{}").outcome, AccountVerdict::Outcome::Rejected);
  }

 private:
  [[nodiscard]] Line line() const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("infobip");
    line.provider.baseUrl = m_infobip.url();
    line.provider.settings = {{QStringLiteral("from"), QStringLiteral("Acme")}};
    line.secrets = {{QStringLiteral("api_key"), QStringLiteral("key-1")}};
    return line;
  }

  StandIn m_infobip;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderInfobipTest)
#include "provider_infobip_test.moc"
