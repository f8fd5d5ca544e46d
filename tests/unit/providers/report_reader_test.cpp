// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/reports/report_reader.h"

#include <QTest>

#include "providers/definition/provider_definition.h"
#include "providers/reports/report_time.h"

using namespace heliograph;
using namespace heliograph::providers;
using Kind = Receipt::Kind;

class ReportReaderTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCallIsReadByItsDefinition_data();
  void aCallIsReadByItsDefinition();
  void eventsSayWhatTheyLack_data();
  void eventsSayWhatTheyLack();
  void aFeedSaysWhereToGoOn();
  void anAnswerThatIsNoReportIsRefused();
  void timesAreReadInManyForms_data();
  void timesAreReadInManyForms();
  void aDefinitionThatCannotWorkIsRefused_data();
  void aDefinitionThatCannotWorkIsRefused();
};

namespace {

QByteArray definitionWith(const QByteArray& parts) {
  return R"({"id":"one","name":"One","base_url":"https://one.example",
    "settings":[{"name":"key","label":"Key","secret":true}],
    "send":{"request":{"method":"POST","path":"/send"},"answer":{"rules":[{"status":200,"outcome":"accepted"}]}},)" +
         parts + "}";
}

ReportSpec reportOf(const QByteArray& report, bool inbound = false) {
  const QByteArray name = inbound ? "inbound" : "receipts";
  const auto parsed =
      ProviderDefinition::parse(definitionWith("\"" + name + R"(":{"callback":{"report":)" + report + "}}"));
  if (!parsed) qFatal("%s", qUtf8Printable(parsed.error().message));
  return (inbound ? parsed->inbound : parsed->receipts)->callback->report;
}

QString oneLine(const Receipt& receipt) {
  QStringList parts{receiptKindName(receipt.kind)};
  for (const QString& text :
       {receipt.messageId, receipt.clientId, receipt.number,
        receipt.code > 0 ? QString::number(receipt.code) : QString(), receipt.words, receipt.target, receipt.text,
        receipt.opt, receipt.optedOut ? QStringLiteral("out") : QString(),
        receipt.at.isValid() ? receipt.at.toString(Qt::ISODate) : QString()}) {
    if (!text.isEmpty()) parts << text;
  }
  return parts.join(QLatin1Char('|'));
}

QStringList linesOf(const Result<ReadReports>& read) {
  QStringList lines;
  if (!read) return {QStringLiteral("error ") + read.error().detail};
  for (const Receipt& receipt : read->receipts) lines << oneLine(receipt);
  return lines;
}

constexpr const char* kFields =
    R"({"format":"fields","select":{"id":"MessageSid","client_id":"ref","state":"MessageStatus","code":"ErrorCode",
       "words":"ErrorMessage","to":"To"},"states":{"delivered":"delivered","sent":"sent","undelivered":"failed",
       "expired":{"state":"failed","code":916},"queued":"none"},"codes":{"30003":905},"opted_out_codes":["21610"]})";

constexpr const char* kNested =
    R"({"format":"fields","inside":"data","each":"[*].report[*]","time_zone":"Asia/Kolkata",
       "select":{"id":"requestId","to":"number","state":"status","words":"desc","at":"date"},
       "states":{"1":"delivered","9":{"state":"failed","code":913}}})";

constexpr const char* kReplies =
    R"({"format":"fields","where":[{"select":"SmsStatus","is":["received"]}],
       "select":{"id":"MessageSid","from":"From","text":"Body","opt":"OptOutType"}})";

}  // namespace

void ReportReaderTest::aCallIsReadByItsDefinition_data() {
  QTest::addColumn<QByteArray>("report");
  QTest::addColumn<bool>("inbound");
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QStringList>("lines");
  const QByteArray form = "application/x-www-form-urlencoded";
  const QByteArray json = "application/json";
  const auto row = [](const char* name, const QByteArray& report, bool inbound, const QByteArray& type,
                      const QByteArray& body,
                      const QStringList& lines) { QTest::newRow(name) << report << inbound << type << body << lines; };
  row("delivered", kFields, false, form, "MessageSid=SM1&MessageStatus=Delivered&To=%2B15551234567",
      {QStringLiteral("delivered|SM1|+15551234567")});
  row("failed, by its code", kFields, false, form,
      "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003&ErrorMessage=Unreachable",
      {QStringLiteral("failed|SM1|905|30003 Unreachable")});
  row("failed, by its state", kFields, false, json, R"({"MessageSid":"SM1","ref":"c1","MessageStatus":"expired"})",
      {QStringLiteral("failed|SM1|c1|916")});
  row("failed, nobody knows why", kFields, false, form, "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=1",
      {QStringLiteral("failed|SM1|900|1")});
  row("opted out; the number isn't in the words", kFields, false, form,
      "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=21610&ErrorMessage=To+15551234567&To=%2B15551234567",
      {QStringLiteral("failed|SM1|+15551234567|900|21610 To [number]|out")});
  row("says nothing", kFields, false, form, "MessageSid=SM1&MessageStatus=queued", {});
  row("a state nobody knows", kFields, false, form, "MessageSid=SM1&MessageStatus=dancing", {});
  row("of no message", kFields, false, form, "MessageStatus=delivered", {});
  row("several in a field, what is around them counts", kNested, false, form,
      "data=" + QByteArray(R"([{"requestId":"r1","report":[
        {"number":"919812345678","status":"1","date":"2026-11-21 21:00:00"},
        {"number":"919812345679","status":"9","desc":"NDNC"}]}])")
                    .toPercentEncoding(),
      {QStringLiteral("delivered|r1|919812345678|2026-11-21T15:30:00Z"),
       QStringLiteral("failed|r1|919812345679|913|NDNC")});
  row("a reply", kReplies, true, form, "MessageSid=SM9&From=%2B15551234567&Body=Stop+it&SmsStatus=received",
      {QStringLiteral("replied|SM9|+15551234567|Stop it")});
  row("a reply of which the provider took care", kReplies, true, form,
      "MessageSid=SM9&From=%2B15551234567&Body=arret&OptOutType=STOP&SmsStatus=received",
      {QStringLiteral("replied|SM9|+15551234567|arret|stop")});
  row("no reply", kReplies, true, form, "MessageSid=SM9&From=%2B15551234567&Body=Hi&SmsStatus=sent", {});
  row("events", R"({"format":"events"})", false, json,
      R"([{"event":"delivered","data":[{"ts":1435322805,"meta":"m1","description":"Delivered to handset"}]},
          {"event":"clicked","data":[{"ts":1435322806,"meta":"m1","url":"www.example.com","shorturl":"ct9.io/1"}]},
          {"event":"replied","data":[{"ts":1435322807,"meta":"m1","toPhone":"5555","incomingText":"STOP"}]},
          {"event":"viewed","data":[{"ts":1435322807,"meta":"m1"}]},
          {"event":"failed","data":[{"ts":1435322808,"meta":"m2","code":"901","description":"sender blocked"}]}])",
      {QStringLiteral("delivered|m1|2015-06-26T12:46:45Z"),
       QStringLiteral("clicked|m1|www.example.com|2015-06-26T12:46:46Z"),
       QStringLiteral("replied|m1|STOP|2015-06-26T12:46:47Z"),
       QStringLiteral("failed|m2|901|901 sender blocked|2015-06-26T12:46:48Z")});
}

void ReportReaderTest::aCallIsReadByItsDefinition() {
  QFETCH(QByteArray, report);
  QFETCH(bool, inbound);
  QFETCH(QByteArray, type);
  QFETCH(QByteArray, body);
  QFETCH(QStringList, lines);
  const ReportSpec spec = reportOf(report, inbound);
  const CallbackRequest call{"POST", {}, {}, {{"Content-Type", type}}, body};
  QCOMPARE(linesOf(readCallback(spec, inbound ? ReportTopic::Inbound : ReportTopic::Receipts, call)), lines);
}

void ReportReaderTest::eventsSayWhatTheyLack_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QString>("missing");
  QTest::newRow("no JSON") << QByteArray("hello") << QStringLiteral("event,data");
  QTest::newRow("no event, no meta") << QByteArray(R"([{"data":[{"ts":1}]}])") << QStringLiteral("event,meta");
  QTest::newRow("no data") << QByteArray(R"([{"event":"delivered"}])") << QStringLiteral("data");
  QTest::newRow("a failure without a reason")
      << QByteArray(R"([{"event":"failed","data":[{"ts":1,"meta":"m"}]}])") << QStringLiteral("code,description");
  QTest::newRow("a click on nothing") << QByteArray(R"([{"event":"clicked","data":[{"ts":1,"meta":"m"}]}])")
                                      << QStringLiteral("url");
  QTest::newRow("an empty reply") << QByteArray(R"([{"event":"replied","data":[{"ts":1,"meta":"m"}]}])")
                                  << QStringLiteral("incomingText");
}

void ReportReaderTest::eventsSayWhatTheyLack() {
  QFETCH(QByteArray, body);
  QFETCH(QString, missing);
  const CallbackRequest call{"POST", {}, {}, {}, body};
  const auto read = readCallback(reportOf(R"({"format":"events"})"), ReportTopic::Receipts, call);
  QVERIFY(!read);
  QCOMPARE(read.error().detail, missing);
}

void ReportReaderTest::aFeedSaysWhereToGoOn() {
  ReportSpec spec = reportOf(R"({"each":"items","cursor":"next","select":{"id":"id","state":"s"},
    "states":{"ok":"delivered"}})");
  const net::HttpAnswer answer{200, {}, R"({"items":[{"id":"a","s":"ok"},{"id":"b","s":"?"}],"next":17})"};
  const auto read = readReportAnswer(spec, ReportTopic::Receipts, answer);
  QVERIFY(read);
  QCOMPARE(linesOf(read), QStringList{QStringLiteral("delivered|a")});
  QCOMPARE(read->cursor, QStringLiteral("17"));
  QCOMPARE(read->records, 2);
}

void ReportReaderTest::anAnswerThatIsNoReportIsRefused() {
  const ReportSpec spec = reportOf(kFields);
  QVERIFY(!readReportAnswer(spec, ReportTopic::Receipts, {404, {}, "{}"}));
  QVERIFY(!readReportAnswer(spec, ReportTopic::Receipts, {200, {}, "<html>"}));
}

void ReportReaderTest::timesAreReadInManyForms_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("utc");
  const QString noon = QStringLiteral("2026-01-31T12:00:00Z");
  QTest::newRow("seconds") << QStringLiteral("1769860800") << noon;
  QTest::newRow("milliseconds") << QStringLiteral("1769860800000") << noon;
  QTest::newRow("ISO 8601") << QStringLiteral("2026-01-31T12:00:00.000Z") << noon;
  QTest::newRow("with an offset") << QStringLiteral("2026-01-31T17:30:00+05:30") << noon;
  QTest::newRow("with a space") << QStringLiteral("2026-01-31 12:00:00") << noon;
  QTest::newRow("RFC 2822") << QStringLiteral("Sat, 31 Jan 2026 12:00:00 +0000") << noon;
  QTest::newRow("nothing") << QString() << QString();
  QTest::newRow("words") << QStringLiteral("yesterday") << QString();
  QTest::newRow("before all") << QStringLiteral("-5") << QString();
}

void ReportReaderTest::timesAreReadInManyForms() {
  QFETCH(QString, text);
  QFETCH(QString, utc);
  const QDateTime at = parseReportTime(text);
  QCOMPARE(at.isValid() ? at.toString(Qt::ISODate) : QString(), utc);
}

void ReportReaderTest::aDefinitionThatCannotWorkIsRefused_data() {
  QTest::addColumn<QByteArray>("parts");
  QTest::newRow("a receipt of nothing") << QByteArray(
      R"("receipts":{"callback":{"report":{"select":{"state":"s"},"states":{"a":"sent"}}}})");
  QTest::newRow("no states") << QByteArray(R"("receipts":{"callback":{"report":{"select":{"id":"i","state":"s"}}}})");
  QTest::newRow("a reply from nobody") << QByteArray(R"("inbound":{"callback":{"report":{"select":{"text":"t"}}}})");
  QTest::newRow("signed with what is no secret")
      << QByteArray(R"("receipts":{"callback":{"signature":{"strategy":"twilio","secret":"none"},
           "report":{"format":"events"}}})");
  QTest::newRow("no algorithm") << QByteArray(
      R"("receipts":{"callback":{"signature":{"strategy":"vonage_sig","secret":"key"},"report":{"format":"events"}}})");
  QTest::newRow("a category there isn't")
      << QByteArray(R"("receipts":{"callback":{"report":{"select":{"id":"i","state":"s"},"states":{"a":"sent"},
           "codes":{"1":911}}}})");
  QTest::newRow("a token there isn't") << QByteArray(
      R"("receipts":{"poll":{"by":"id","request":{"method":"GET","path":"/{MessageIds}"},
           "report":{"select":{"id":"i","state":"s"},"states":{"a":"sent"}}}})");
  QTest::newRow("replies one by one") << QByteArray(
      R"("inbound":{"poll":{"by":"id","request":{"method":"GET","path":"/r"},
           "report":{"select":{"from":"f","text":"t"}}}})");
}

void ReportReaderTest::aDefinitionThatCannotWorkIsRefused() {
  QFETCH(QByteArray, parts);
  QVERIFY(!ProviderDefinition::parse(definitionWith(parts)));
}

QTEST_GUILESS_MAIN(ReportReaderTest)
#include "report_reader_test.moc"
