// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/stand_in.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

using FormPairs = QList<QPair<QByteArray, QByteArray>>;

const QByteArray takenByNetcore = R"(<RESULT REQID="4711"><MID ID="1" TID="2"></MID></RESULT>)";

QByteArray netcoreError(const char* code) {
  return QByteArray("<RESULT><REQUEST-ERROR><ERROR><CODE>") + code +
         "</CODE><DESC>No to 919812345678</DESC></ERROR></REQUEST-ERROR></RESULT>";
}

}  // namespace

/// Netcore as those who use it describe it: a form, answers in XML, HTTP 200 whatever happens.
class ProviderNetcoreTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theFormIsThatOfItsUsers_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("Hello");
    QTest::newRow("hostile") << hostileText;
  }
  void theFormIsThatOfItsUsers() {
    QFETCH(QString, text);
    OutgoingMessage message = textMessage(text);
    message.templateId = QStringLiteral("1107");
    m_netcore.answerWith(200, takenByNetcore);
    const SendVerdict verdict = sendOver(m_client, line(), message);
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    QCOMPARE(verdict.messageId, QStringLiteral("4711"));
    const auto request = m_netcore.request();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/BulkSms/SingleMsgApi"));
    QVERIFY(request.query.isEmpty());  // the password stays out of the address
    QCOMPARE(formOf(request), (FormPairs{{"feedid", "123"},
                                         {"username", "9800000000"},
                                         {"password", "pass&word"},
                                         {"To", "919812345678"},
                                         {"Text", text.toUtf8()},
                                         {"senderid", "ACMEIN"},
                                         {"entityid", "1101456324675"},
                                         {"templateid", "1107"}}));
  }

  void theUnconfirmedNamesCanBeChanged() {
    Line other = line();
    other.provider.settings.insert(QStringLiteral("text_name"), QStringLiteral("message"));
    other.provider.settings.remove(QStringLiteral("sender_id"));
    other.provider.settings.remove(QStringLiteral("entity_id"));
    m_netcore.answerWith(200, takenByNetcore);
    (void)sendOver(m_client, other, textMessage());
    QCOMPARE(formOf(m_netcore.request()), (FormPairs{{"feedid", "123"},
                                                     {"username", "9800000000"},
                                                     {"password", "pass&word"},
                                                     {"To", "919812345678"},
                                                     {"message", "Hello"}}));
  }

  void everyAnswerMeansWhatTheFactsSay_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("taken") << 200 << takenByNetcore << "accepted";
    QTest::newRow("authentication") << 200 << netcoreError("122") << "credentials";
    QTest::newRow("another error") << 200 << netcoreError("999") << "permanent";
    QTest::newRow("no message in it") << 200 << QByteArray(R"(<RESULT REQID="4711"/>)") << "in_doubt";
    QTest::newRow("a document type") << 200 << QByteArray("<!DOCTYPE R [<!ENTITY x \"1\">]>") + takenByNetcore
                                     << "in_doubt";
    QTest::newRow("nonsense") << 200 << QByteArray("OK") << "in_doubt";
    QTest::newRow("not let in") << 403 << QByteArray() << "credentials";
    QTest::newRow("too many") << 429 << QByteArray() << "retry_after";
    QTest::newRow("failing") << 500 << takenByNetcore << "in_doubt";
    QTest::newRow("gateway") << 504 << QByteArray() << "in_doubt";
  }
  void everyAnswerMeansWhatTheFactsSay() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const SendVerdict verdict = verdictOn(m_netcore, m_client, line(), status, body);
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QVERIFY(!verdict.words.contains(QStringLiteral("9812345678")));
    QVERIFY(!verdict.words.contains(QStringLiteral("pass&word")));
  }

 private:
  [[nodiscard]] Line line() const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("netcore");
    line.provider.baseUrl = m_netcore.url();
    line.provider.settings = {{QStringLiteral("feed_id"), QStringLiteral("123")},
                              {QStringLiteral("username"), QStringLiteral("9800000000")},
                              {QStringLiteral("sender_id"), QStringLiteral("ACMEIN")},
                              {QStringLiteral("entity_id"), QStringLiteral("1101456324675")}};
    line.secrets = {{QStringLiteral("password"), QStringLiteral("pass&word")}};
    return line;
  }

  StandIn m_netcore;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderNetcoreTest)
#include "provider_netcore_test.moc"
