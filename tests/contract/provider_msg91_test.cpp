// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>

#include "contract/stand_in.h"
#include "providers/routes/asked_fields.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QByteArray takenByMsg91 = R"({"type":"success","message":"5762846b4f8d285d378b4567"})";

QByteArray msg91Error(const char* code) {
  return QByteArray(R"({"type":"error","message":"No to 919812345678","code":")") + code + "\"}";
}

OutgoingMessage templateMessage(const QStringList& variables, const QString& to = QStringLiteral("+919812345678")) {
  OutgoingMessage message = textMessage(QStringLiteral("Hello"), to);
  message.templateId = QStringLiteral("60a1b2");
  message.templateVariables = variables;
  return message;
}

}  // namespace

/// MSG91's flow API (v5) and the older v2, which name their errors alike.
class ProviderMsg91Test final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFlowSendsVariablesAndNoText() {
    m_msg91.answerWith(200, takenByMsg91);
    const SendVerdict verdict =
        sendOver(m_client, line("msg91"), templateMessage({hostileText, QStringLiteral("two")}));
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    QCOMPARE(verdict.messageId, QStringLiteral("5762846b4f8d285d378b4567"));
    const auto request = m_msg91.request();
    QCOMPARE(request.path, QByteArray("/api/v5/flow"));
    QCOMPARE(net::headerValue(request.headers, "authkey"), QByteArray("key-1"));
    const QJsonObject person{{QStringLiteral("mobiles"), QStringLiteral("919812345678")},
                             {QStringLiteral("VAR1"), hostileText},
                             {QStringLiteral("VAR2"), QStringLiteral("two")}};
    QCOMPARE(bodyOf(request), (QJsonObject{{QStringLiteral("template_id"), QStringLiteral("60a1b2")},
                                           {QStringLiteral("short_url"), QStringLiteral("0")},
                                           {QStringLiteral("recipients"), QJsonArray{person}}}));
  }

  void theUnconfirmedNamesCanBeChanged() {
    Line old = line("msg91");
    old.provider.settings = {{QStringLiteral("template_key"), QStringLiteral("flow_id")},
                             {QStringLiteral("variable_prefix"), QStringLiteral("name")},
                             {QStringLiteral("sender"), QStringLiteral("ACMEIN")}};
    m_msg91.answerWith(200, takenByMsg91);
    (void)sendOver(m_client, old, templateMessage({QStringLiteral("one")}));
    const QJsonObject body = bodyOf(m_msg91.request());
    QCOMPARE(body.value(QStringLiteral("flow_id")).toString(), QStringLiteral("60a1b2"));
    QCOMPARE(body.value(QStringLiteral("sender")).toString(), QStringLiteral("ACMEIN"));
    const QJsonObject person = body.value(QStringLiteral("recipients")).toArray().at(0).toObject();
    QCOMPARE(person.value(QStringLiteral("name1")).toString(), QStringLiteral("one"));
  }

  void manyPeopleShareOneFlow() {
    const Line flow = line("msg91");
    const std::vector<OutgoingMessage> messages{templateMessage({QStringLiteral("a")}),
                                                templateMessage({QStringLiteral("b")}, QStringLiteral("+15005550006"))};
    const auto request = buildSend(flow.definition(), flow.provider, flow.secrets, messages);
    QVERIFY(request);
    const QJsonArray people =
        QJsonDocument::fromJson(request->body).object().value(QStringLiteral("recipients")).toArray();
    QCOMPARE(people.size(), 2);
    QCOMPARE(people.at(1).toObject().value(QStringLiteral("mobiles")).toString(), QStringLiteral("15005550006"));
    QCOMPARE(people.at(1).toObject().value(QStringLiteral("VAR1")).toString(), QStringLiteral("b"));
  }

  void oneAnswerCountsForAllWhoShareIt() {
    const Line flow = line("msg91");
    const std::vector<OutgoingMessage> both{templateMessage({}), templateMessage({}, QStringLiteral("+15005550006"))};
    const auto verdictsOn = [&](const QByteArray& body) {
      m_msg91.answerWith(200, body);
      const auto request = buildSend(flow.definition(), flow.provider, flow.secrets, both);
      return readSend(flow.definition(), exchange(m_client, *request, true), both, flow.secrets);
    };
    for (const SendVerdict& verdict : verdictsOn(takenByMsg91)) {
      QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
      QCOMPARE(verdict.messageId, QStringLiteral("5762846b4f8d285d378b4567"));
    }
    // Which of them has the wrong number isn't said, so each is sent again alone.
    for (const SendVerdict& verdict : verdictsOn(msg91Error("202"))) {
      QCOMPARE(verdict.outcome, SendVerdict::Outcome::RetryAlone);
    }
    for (const SendVerdict& verdict : verdictsOn(msg91Error("207"))) {
      QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("credentials"));
    }
    for (const SendVerdict& verdict : verdictsOn(msg91Error("311"))) {
      QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("in_doubt"));
    }
  }

  void theOlderWaySendsTheText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("unicode");
    QTest::newRow("plain") << QStringLiteral("Hello") << QStringLiteral("0");
    QTest::newRow("hostile") << hostileText << QStringLiteral("1");
  }
  void theOlderWaySendsTheText() {
    QFETCH(QString, text);
    QFETCH(QString, unicode);
    OutgoingMessage message = textMessage(text);
    message.templateId = QStringLiteral("1107");
    m_msg91.answerWith(200, takenByMsg91);
    QCOMPARE(sendOutcomeName(sendOver(m_client, line("msg91_v2"), message).outcome), QStringLiteral("accepted"));
    const auto request = m_msg91.request();
    QCOMPARE(request.path, QByteArray("/api/v2/sendsms"));
    QCOMPARE(net::headerValue(request.headers, "authkey"), QByteArray("key-1"));
    const QJsonObject sms{{QStringLiteral("message"), text},
                          {QStringLiteral("to"), QJsonArray{QStringLiteral("9812345678")}}};
    QCOMPARE(bodyOf(request), (QJsonObject{{QStringLiteral("sender"), QStringLiteral("ACMEIN")},
                                           {QStringLiteral("route"), QStringLiteral("4")},
                                           {QStringLiteral("country"), QStringLiteral("91")},
                                           {QStringLiteral("unicode"), unicode},
                                           {QStringLiteral("DLT_TE_ID"), QStringLiteral("1107")},
                                           {QStringLiteral("sms"), QJsonArray{sms}}}));
  }

  void aNumberGoesWithItsOwnCountry() {
    m_msg91.answerWith(200, takenByMsg91);
    (void)sendOver(m_client, line("msg91_v2"), textMessage(QStringLiteral("Hi"), QStringLiteral("+15005550006")));
    const QJsonObject body = bodyOf(m_msg91.request());
    QCOMPARE(body.value(QStringLiteral("country")).toString(), QStringLiteral("1"));
    const QJsonObject sms = body.value(QStringLiteral("sms")).toArray().at(0).toObject();
    QCOMPARE(sms.value(QStringLiteral("to")).toArray(), QJsonArray{QStringLiteral("5005550006")});
  }

  void campaignsAreAskedForTheirTemplate() {
    const Line flow = line("msg91");
    const AskedFields byFlow = askedFields(flow.definition(), flow.provider);
    QVERIFY(!byFlow.text && byFlow.templateIdRequired && byFlow.templateVariables && byFlow.matchesTemplate);
    Line older = line("msg91_v2");
    const AskedFields byText = askedFields(older.definition(), older.provider);
    QVERIFY(byText.text && byText.templateIdRequired && byText.matchesTemplate);
    older.provider.settings.insert(QStringLiteral("template_id"), QStringLiteral("false"));
    QVERIFY(!askedFields(older.definition(), older.provider).templateId);
  }

  void everyErrorMeansWhatTheFactsSay_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("outcome");
    for (const char* kind : {"msg91", "msg91_v2"}) {
      const auto row = [kind](const char* code, const char* outcome) {
        QTest::addRow("%s %s", kind, code) << QByteArray(kind) << QByteArray(code) << QString::fromLatin1(outcome);
      };
      for (const char* code : {"101", "202"}) row(code, "bad_number");
      for (const char* code : {"102", "310", "999"}) row(code, "permanent");
      for (const char* code : {"302", "303", "207", "208", "418", "401"}) row(code, "credentials");
      row("301", "no_credit");
      for (const char* code : {"103", "105", "106", "107", "203", "307", "308"}) row(code, "credentials");
      row("306", "retry_after");
      row("311", "in_doubt");
    }
  }
  void everyErrorMeansWhatTheFactsSay() {
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, code);
    const OutgoingMessage message = templateMessage({QStringLiteral("a")});
    // With which HTTP status an error comes isn't published.
    for (const int status : {200, 400}) {
      const SendVerdict verdict =
          verdictOn(m_msg91, m_client, line(kind), status, msg91Error(code.constData()), message);
      QTEST(sendOutcomeName(verdict.outcome), "outcome");
      QCOMPARE(verdict.code, QString::fromLatin1(code));
      QVERIFY(!verdict.words.contains(QStringLiteral("9812345678")));
    }
  }

  void otherAnswersAreReadWithCare_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("no request id") << 200 << QByteArray(R"({"type":"success"})") << "in_doubt";
    QTest::newRow("only an id") << 200 << QByteArray("5762846b4f8d285d378b4567") << "in_doubt";
    QTest::newRow("unauthorized") << 401 << QByteArray(R"({"status":"fail","errors":"Unauthorized","code":"401"})")
                                  << "credentials";
    QTest::newRow("IP address") << 418 << QByteArray() << "credentials";
    QTest::newRow("too many") << 429 << QByteArray() << "retry_after";
    QTest::newRow("failing") << 500 << QByteArray() << "in_doubt";
  }
  void otherAnswersAreReadWithCare() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    for (const char* kind : {"msg91", "msg91_v2"}) {
      const SendVerdict verdict =
          verdictOn(m_msg91, m_client, line(kind), status, body, templateMessage({QStringLiteral("a")}));
      QTEST(sendOutcomeName(verdict.outcome), "outcome");
    }
  }

  void theKeyIsCheckedByReport() {
    const Line flow = line("msg91");
    QCOMPARE(accountOn(m_msg91, m_client, flow, 200, "anything").outcome, AccountVerdict::Outcome::Good);
    QCOMPARE(m_msg91.request().path, QByteArray("/api/v5/report/balance"));
    QCOMPARE(accountOn(m_msg91, m_client, flow, 401, "{}").outcome, AccountVerdict::Outcome::Rejected);
    QCOMPARE(accountOn(m_msg91, m_client, flow, 418, "{}").outcome, AccountVerdict::Outcome::Rejected);
    QCOMPARE(accountOn(m_msg91, m_client, flow, 500, "{}").outcome, AccountVerdict::Outcome::Unknown);
  }

 private:
  [[nodiscard]] Line line(const QByteArray& kind) const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QString::fromLatin1(kind);
    line.provider.baseUrl = m_msg91.url();
    if (kind == "msg91_v2") line.provider.settings = {{QStringLiteral("sender"), QStringLiteral("ACMEIN")}};
    line.secrets = {{QStringLiteral("auth_key"), QStringLiteral("key-1")}};
    return line;
  }

  StandIn m_msg91;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderMsg91Test)
#include "provider_msg91_test.moc"
