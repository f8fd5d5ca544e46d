// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "contract/provider_calls.h"
#include "providers/reports/report_reader.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

constexpr auto formKind = "application/x-www-form-urlencoded";
constexpr auto jsonKind = "application/json";

const ProviderDefinition& definitionNamed(const QString& id) {
  const ProviderDefinition* found = builtInCatalog().find(id);
  if (!found) qFatal("no definition %s", qPrintable(id));
  return *found;
}

CallbackRequest callWith(const QByteArray& type, const QByteArray& body) {
  CallbackRequest call;
  call.method = "POST";
  call.url = QStringLiteral("https://mycompany.example/hook");
  call.headers = {{"Content-Type", type}};
  call.body = body;
  return call;
}

void addReceiptColumns() {
  QTest::addColumn<QString>("provider");
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QString>("kind");  // empty: says nothing that matters
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("id");
}

void receiptRow(const char* provider, const char* name, const char* type, const QByteArray& body, const char* kind,
                int code, const char* id) {
  QTest::addRow("%s %s", provider, name) << QString::fromLatin1(provider) << QByteArray(type) << body
                                         << QString::fromLatin1(kind) << code << QString::fromLatin1(id);
}

QByteArray twilioForm(const QByteArray& status, const QByteArray& error = {}) {
  return "MessageSid=SM1&SmsSid=SM1&To=%2B919812345678&From=%2B15557122661&MessageStatus=" + status +
         (error.isEmpty() ? QByteArray() : "&ErrorCode=" + error);
}

QByteArray vonageForm(const QByteArray& status) {
  return "msisdn=919812345678&to=Acme&messageId=0A01&price=0.03&status=" + status +
         "&scts=2601311200&err-code=0&client-ref=hg-1-1&message-timestamp=2026-01-31+12%3A00%3A00";
}

QByteArray msg91Form(const QByteArray& status) {
  return "data=" + (R"([{"senderId":"ACMEIN","requestId":"5762846b","report":[{"date":"2026-01-31 17:30:00",)"
                    R"("number":"919812345678","status":")" +
                    status + R"(","desc":"x"}]}])")
                       .toPercentEncoding();
}

QByteArray exotelForm(const QByteArray& status, const QByteArray& detail) {
  return "SmsSid=0123abcd&To=09812345678&Status=" + status +
         "&SmsUnits=1&DetailedStatus=X&DetailedStatusCode=" + detail +
         "&DateSent=2026-01-31+17%3A30%3A00&CustomField=hg-1-1";
}

QByteArray plivoForm(const QByteArray& status) {
  return "MessageUUID=db3c&Status=" + status + "&To=919812345678&From=15557122661&ErrorCode=000";
}

QByteArray infobipJson(const QByteArray& group) {
  return R"({"results":[{"messageId":"hg-1-1","to":"919812345678","doneAt":"2026-01-31T12:00:00.000+0000",)"
         R"("status":{"groupName":")" +
         group + R"("},"error":{"name":"NO_ERROR","description":"No Error"}}]})";
}

}  // namespace

/// What each provider reports, in its own words, comes to one of ours and to one of the categories 900 to 920.
class ProviderReceiptsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void callsAreUnderstood_data() {
    addReceiptColumns();
    const auto twilio = [](const char* status, const char* error, const char* kind, int code) {
      receiptRow("twilio", QByteArray(status) + ' ' + error, formKind, twilioForm(status, error), kind, code, "SM1");
    };
    for (const char* status : {"queued", "accepted", "scheduled", "sending"}) twilio(status, "", "", 0);
    twilio("sent", "", "sent", 0);
    for (const char* status : {"delivered", "read"}) twilio(status, "", "delivered", 0);
    twilio("canceled", "", "failed", 915);
    twilio("undelivered", "", "failed", 914);
    twilio("failed", "21610", "failed", 903);
    twilio("failed", "30001", "failed", 904);
    twilio("failed", "30002", "failed", 904);
    twilio("failed", "30003", "failed", 905);
    twilio("failed", "30004", "failed", 903);
    twilio("failed", "30005", "failed", 910);
    twilio("failed", "30006", "failed", 910);
    twilio("failed", "30007", "failed", 902);
    twilio("failed", "30008", "failed", 900);
    twilio("failed", "30500", "failed", 904);
    twilio("failed", "39999", "failed", 900);
    for (const char* status : {"accepted", "buffered"}) {
      receiptRow("vonage", status, formKind, vonageForm(status), "sent", 0, "0A01");
    }
    receiptRow("vonage", "delivered", formKind, vonageForm("delivered"), "delivered", 0, "0A01");
    receiptRow("vonage", "expired", formKind, vonageForm("expired"), "failed", 916, "0A01");
    for (const char* status : {"failed", "rejected"}) {
      receiptRow("vonage", status, formKind, vonageForm(status), "failed", 900, "0A01");
    }
    receiptRow("vonage", "unknown", formKind, vonageForm("unknown"), "", 0, "0A01");
    for (const char* provider : {"msg91", "msg91_v2"}) {
      receiptRow(provider, "1", formKind, msg91Form("1"), "delivered", 0, "5762846b");
      for (const char* status : {"2", "16", "25"}) {
        receiptRow(provider, status, formKind, msg91Form(status), "failed", 900, "5762846b");
      }
      receiptRow(provider, "9", formKind, msg91Form("9"), "failed", 913, "5762846b");
      receiptRow(provider, "17", formKind, msg91Form("17"), "failed", 903, "5762846b");
    }
    receiptRow("exotel", "submitted", formKind, exotelForm("submitted", "20006"), "sent", 0, "0123abcd");
    receiptRow("exotel", "sent", formKind, exotelForm("sent", "20005"), "delivered", 0, "0123abcd");
    receiptRow("exotel", "dnd", formKind, exotelForm("failed_dnd", "23005"), "failed", 901, "0123abcd");
    const QList<QPair<const char*, int>> exotelCodes{
        {"23015", 902}, {"23030", 914}, {"23035", 905}, {"23060", 914}, {"23072", 906}, {"23080", 906},
        {"23081", 907}, {"23082", 908}, {"23083", 919}, {"23084", 909}, {"23181", 919}, {"23281", 919},
        {"24010", 904}, {"24105", 905}, {"24110", 904}, {"24120", 905}, {"24990", 900}};
    for (const auto& [code, category] : exotelCodes) {
      receiptRow("exotel", code, formKind, exotelForm("failed", code), "failed", category, "0123abcd");
    }
    receiptRow("plivo", "sent", formKind, plivoForm("sent"), "sent", 0, "db3c");
    receiptRow("plivo", "delivered", formKind, plivoForm("delivered"), "delivered", 0, "db3c");
    receiptRow("plivo", "failed", formKind, plivoForm("failed"), "failed", 900, "db3c");
    receiptRow("plivo", "undelivered", formKind, plivoForm("undelivered"), "failed", 914, "db3c");
    receiptRow("infobip", "delivered", jsonKind, infobipJson("DELIVERED"), "delivered", 0, "hg-1-1");
    receiptRow("infobip", "expired", jsonKind, infobipJson("EXPIRED"), "failed", 916, "hg-1-1");
    receiptRow("infobip", "undeliverable", jsonKind, infobipJson("UNDELIVERABLE"), "failed", 914, "hg-1-1");
    receiptRow("infobip", "rejected", jsonKind, infobipJson("REJECTED"), "failed", 900, "hg-1-1");
    receiptRow("infobip", "pending", jsonKind, infobipJson("PENDING"), "", 0, "hg-1-1");
  }
  void callsAreUnderstood() {
    QFETCH(QString, provider);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    const auto& receipts = definitionNamed(provider).receipts;
    QVERIFY(receipts && receipts->callback);
    const auto read = readCallback(receipts->callback->report, ReportTopic::Receipts, callWith(type, body));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->receipts.size(), size_t{kind.isEmpty() ? 0U : 1U});
    if (kind.isEmpty()) return;
    const Receipt& receipt = read->receipts.front();
    QCOMPARE(receiptKindName(receipt.kind), kind);
    QTEST(receipt.messageId, "id");
    QTEST(receipt.code, "code");
    QVERIFY(receipt.number.endsWith(QStringLiteral("9812345678")));
  }

  void askedStatesAreUnderstood_data() {
    addReceiptColumns();
    const QByteArray twilio = R"({"sid":"SM1","to":"+919812345678","status":"undelivered","error_code":30003,)"
                              R"("error_message":"x","date_updated":"Sat, 31 Jan 2026 12:00:00 +0000"})";
    receiptRow("twilio", "undelivered", jsonKind, twilio, "failed", 905, "SM1");
    const QByteArray exotel = R"({"SMSMessage":{"Sid":"0123abcd","To":"09812345678","Status":"sent",)"
                              R"("DetailedStatusCode":20005,"DateSent":"2026-01-31 17:30:00"}})";
    receiptRow("exotel", "sent", jsonKind, exotel, "delivered", 0, "0123abcd");
    const QByteArray plivo = R"({"message_uuid":"db3c","to_number":"919812345678","message_state":"failed",)"
                             R"("error_code":"200"})";
    receiptRow("plivo", "failed", jsonKind, plivo, "failed", 900, "db3c");
    const QByteArray infobip = R"({"results":[{"messageId":"hg-1-1","destination":"919812345678",)"
                               R"("doneAt":"2026-01-31T12:00:00.000+0000","status":{"groupName":"DELIVERED"}}]})";
    receiptRow("infobip", "delivered", jsonKind, infobip, "delivered", 0, "hg-1-1");
  }
  void askedStatesAreUnderstood() {
    QFETCH(QString, provider);
    QFETCH(QByteArray, body);
    const auto& receipts = definitionNamed(provider).receipts;
    QVERIFY(receipts && receipts->poll);
    const auto read = readReportAnswer(receipts->poll->report, ReportTopic::Receipts, {200, {}, body});
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->receipts.size(), size_t{1});
    QTEST(receiptKindName(read->receipts.front().kind), "kind");
    QTEST(read->receipts.front().code, "code");
    QTEST(read->receipts.front().messageId, "id");
  }

  void timesAreThoseOfTheProvidersZone() {
    const QDateTime noon(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    const auto at = [](const char* provider, const char* type, const QByteArray& body) {
      const auto& report = definitionNamed(QLatin1String(provider)).receipts->callback->report;
      return readCallback(report, ReportTopic::Receipts, callWith(type, body))->receipts.front().at;
    };
    QCOMPARE(at("exotel", formKind, exotelForm("sent", "20005")), noon);
    QCOMPARE(at("msg91", formKind, msg91Form("1")), noon);
    QCOMPARE(at("vonage", formKind, vonageForm("delivered")), noon);
    QCOMPARE(at("infobip", jsonKind, infobipJson("DELIVERED")), noon);
  }

  void aStopThatTheProviderTookSuppresses() {
    const auto& report = definitionNamed(QStringLiteral("twilio")).receipts->callback->report;
    const auto read = readCallback(report, ReportTopic::Receipts, callWith(formKind, twilioForm("failed", "21610")));
    QVERIFY(read && read->receipts.front().optedOut);
  }

  void onlyWhatPeopleWroteIsTakenFromTwiliosList() {
    const auto& inbound = definitionNamed(QStringLiteral("twilio")).inbound;
    QVERIFY(inbound && inbound->poll);
    const QByteArray list =
        R"({"messages":[{"sid":"SM8","direction":"outbound-api","from":"+15557122661","to":"+919812345678","body":"Hi"},)"
        R"({"sid":"SM9","direction":"inbound","from":"+919812345678","to":"+15557122661","body":"Yes & no",)"
        R"("date_created":"Sat, 31 Jan 2026 12:00:00 +0000"}],"page_size":1000})";
    const auto read = readReportAnswer(inbound->poll->report, ReportTopic::Inbound, {200, {}, list});
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->receipts.size(), size_t{1});
    QCOMPARE(read->receipts.front().messageId, QStringLiteral("SM9"));
    QCOMPARE(read->receipts.front().text, QStringLiteral("Yes & no"));
    QCOMPARE(read->receipts.front().at, QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
  }

  void repliesAreUnderstood_data() {
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("Twilio") << QStringLiteral("twilio")
                            << QByteArray("MessageSid=SM9&From=%2B919812345678&To=%2B15557122661&Body=Yes+%26+no");
    QTest::newRow("Vonage") << QStringLiteral("vonage")
                            << QByteArray("messageId=0B1&msisdn=919812345678&to=15557122661&text=Yes+%26+no&type=text");
    QTest::newRow("Plivo") << QStringLiteral("plivo")
                           << QByteArray("MessageUUID=e1&From=919812345678&To=15557122661&Text=Yes+%26+no&Type=sms");
  }
  void repliesAreUnderstood() {
    QFETCH(QString, provider);
    QFETCH(QByteArray, body);
    const auto& inbound = definitionNamed(provider).inbound;
    QVERIFY(inbound && inbound->callback);
    const auto read = readCallback(inbound->callback->report, ReportTopic::Inbound, callWith(formKind, body));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->receipts.size(), size_t{1});
    QCOMPARE(read->receipts.front().kind, Receipt::Kind::Replied);
    QCOMPARE(read->receipts.front().text, QStringLiteral("Yes & no"));
    QVERIFY(read->receipts.front().number.endsWith(QStringLiteral("919812345678")));
  }
};

QTEST_GUILESS_MAIN(ProviderReceiptsTest)
#include "provider_receipts_test.moc"
