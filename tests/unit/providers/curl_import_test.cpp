// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/generic/curl_import.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "providers/request/request_picture.h"
#include "providers/routes/definition_catalog.h"

using namespace heliograph;
using namespace heliograph::providers;

namespace {

QString curlSetting(const CurlImport& made, const char* name) {
  return made.settings.value(QLatin1String(name)).toString();
}

/// "name=value" of the rows; a secret one "name!field".
QStringList curlRows(const CurlImport& made, const char* name) {
  QStringList rows;
  for (const QJsonValue& row : made.settings.value(QLatin1String(name)).toArray()) {
    const QString secret = row[QLatin1String("secret")].toString();
    rows << row[QLatin1String("name")].toString() +
                (secret.isEmpty() ? QLatin1Char('=') + row[QLatin1String("value")].toString() : u'!' + secret);
  }
  return rows;
}

CurlImport mustImport(const QString& text) {
  const auto command = parseCurl(text);
  if (!command) qFatal("%s", qPrintable(command.error().message));
  auto made = importCurl(*command, findingsOf(*command));
  if (!made) qFatal("%s", qPrintable(made.error().message));
  return *made;
}

}  // namespace

class CurlImportTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wordsAreThoseOfAShell_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << QStringLiteral("a  b\tc")
                           << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    QTest::newRow("single quotes") << QStringLiteral("'a \\n b' c")
                                   << QStringList{QStringLiteral("a \\n b"), QStringLiteral("c")};
    QTest::newRow("double quotes") << QStringLiteral("\"a \\\"b\\\" \\d\"")
                                   << QStringList{QStringLiteral("a \"b\" \\d")};
    QTest::newRow("joined") << QStringLiteral("a'b'\"c\"") << QStringList{QStringLiteral("abc")};
    QTest::newRow("a quote in a quote") << QStringLiteral("'it'\\''s'") << QStringList{QStringLiteral("it's")};
    QTest::newRow("ansi") << QStringLiteral("$'it\\'s \\u0041\\n'") << QStringList{QStringLiteral("it's A\n")};
    QTest::newRow("empty word") << QStringLiteral("a '' b")
                                << QStringList{QStringLiteral("a"), QStringLiteral(""), QStringLiteral("b")};
    QTest::newRow("line goes on") << QStringLiteral("a \\\n  b")
                                  << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("blank behind the backslash")
        << QStringLiteral("a \\ \n  b") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("windows line") << QStringLiteral("a \\\r\n  b")
                                  << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("pipe") << QStringLiteral("a b | jq .") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("bare address") << QStringLiteral("curl https://a.example/?x=1&y=2")
                                  << QStringList{QStringLiteral("curl"), QStringLiteral("https://a.example/?x=1&y=2")};
    QTest::newRow("variables stay") << QStringLiteral("\"$HOME\" $X")
                                    << QStringList{QStringLiteral("$HOME"), QStringLiteral("$X")};
  }
  void wordsAreThoseOfAShell() {
    QFETCH(QString, text);
    const auto words = shellWords(text);
    QVERIFY(words);
    QTEST(*words, "words");
  }

  void twilioWithVariables() {
    const CurlImport made = mustImport(QStringLiteral(
        "curl -X POST \"https://api.twilio.com/2010-04-01/Accounts/$TWILIO_ACCOUNT_SID/Messages.json\" \\\n"
        "--data-urlencode \"Body=Hi there\" \\\n--data-urlencode \"From=+15017122661\" \\\n"
        "--data-urlencode \"To=+15558675310\" \\\n-u $TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN"));
    QCOMPARE(curlSetting(made, "method"), QStringLiteral("POST"));
    QCOMPARE(curlSetting(made, "auth"), QStringLiteral("basic"));
    QCOMPARE(made.secrets.value(QStringLiteral("password")), QString());
    QCOMPARE(
        curlRows(made, "parameters"),
        (QStringList{QStringLiteral("Body=$$Body"), QStringLiteral("From=+15017122661"), QStringLiteral("To=$$To")}));
    QCOMPARE(made.notes.size(), 1);
  }

  void vonageForm() {
    const CurlImport made = mustImport(
        QStringLiteral("curl -X \"POST\" \"https://rest.nexmo.com/sms/json\" \\\n  -d \"from=Acme Inc\" \\\n"
                       "  -d \"text=A text message sent using the Vonage SMS API\" \\\n  -d \"to=447700900000\" \\\n"
                       "  -d \"api_key=abcd1234\" \\\n  -d \"api_secret=9f8e7d6c5b\""));
    QCOMPARE(curlRows(made, "parameters"),
             (QStringList{QStringLiteral("from=Acme Inc"), QStringLiteral("text=$$Body"), QStringLiteral("to=$$To"),
                          QStringLiteral("api_key!api_key"), QStringLiteral("api_secret!api_secret")}));
    QCOMPARE(made.secrets.value(QStringLiteral("api_secret")), QStringLiteral("9f8e7d6c5b"));
    QVERIFY(!QJsonDocument(made.settings).toJson().contains("9f8e7d6c5b"));
  }

  void infobipJson() {
    const CurlImport made = mustImport(QStringLiteral(
        "curl -L -g 'https://xyz.api.infobip.com/sms/2/text/advanced' \\\n-H 'Authorization: App 003026bbc133714df1' "
        "\\\n-H 'Content-Type: application/json' \\\n-H 'Accept: application/json' \\\n--data-raw '{\"messages\":"
        "[{\"destinations\":[{\"to\":\"41793026727\"}],\"from\":\"InfoSMS\",\"text\":\"This is a sample "
        "message\"}]}'"));
    QCOMPARE(curlSetting(made, "auth"), QStringLiteral("header"));
    QCOMPARE(curlSetting(made, "auth_header"), QStringLiteral("Authorization"));
    QCOMPARE(made.secrets.value(QStringLiteral("auth_value")), QStringLiteral("App 003026bbc133714df1"));
    QCOMPARE(curlRows(made, "headers"), QStringList{QStringLiteral("Accept=application/json")});
    const QString json = curlSetting(made, "json");
    QVERIFY2(json.contains(QStringLiteral("\"to\": \"$$To\"")), qPrintable(json));
    QVERIFY(json.contains(QStringLiteral("\"text\": \"$$Body\"")));
    QVERIFY(json.contains(QStringLiteral("\"from\": \"InfoSMS\"")));
  }

  void bearerAndAListOfNumbers() {
    const CurlImport made =
        mustImport(QStringLiteral("curl --request POST --url https://us.sms.api.sinch.com/xms/v1/plan/batches --header "
                                  "'Authorization: Bearer s3cr3tt0k3n' --json '{\"from\":\"12025550134\",\"to\":"
                                  "[\"+15551231234\",\"+15551256344\"],\"body\":\"Hi!\"}'"));
    QCOMPARE(curlSetting(made, "auth"), QStringLiteral("bearer"));
    QCOMPARE(made.secrets.value(QStringLiteral("token")), QStringLiteral("s3cr3tt0k3n"));
    const QJsonObject json = QJsonDocument::fromJson(curlSetting(made, "json").toUtf8()).object();
    QCOMPARE(json.value(u"to").toArray(), QJsonArray{QStringLiteral("$$To")});
    QCOMPARE(json.value(u"from").toString(), QStringLiteral("12025550134"));
  }

  void indianTemplateProvider() {
    const CurlImport made = mustImport(QStringLiteral(
        "curl --location 'https://control.msg91.com/api/v5/flow' --header 'authkey: 1234567890AbCd' --header "
        "'content-type: application/json' --data '{\"template_id\":\"65a1b2c3\",\"recipients\":[{\"mobiles\":"
        "\"919812345678\",\"VAR1\":\"Asha\"}]}'"));
    QCOMPARE(curlSetting(made, "auth_header"), QStringLiteral("authkey"));
    const QString json = curlSetting(made, "json");
    QVERIFY(json.contains(QStringLiteral("\"template_id\": \"$$TemplateID\"")));
    QVERIFY(json.contains(QStringLiteral("\"mobiles\": \"$$To\"")));
  }

  void getKeepsItsQueryAndHidesItsKey() {
    const CurlImport made = mustImport(QStringLiteral(
        "curl -G https://sms.example.in/api/send -d apikey=topsecret1 -d numbers=919812345678 --data-urlencode "
        "'message=Hello & welcome' -d sender=NOVAMT"));
    QCOMPARE(curlSetting(made, "method"), QStringLiteral("GET"));
    QCOMPARE(curlSetting(made, "endpoint"),
             QStringLiteral(
                 "https://sms.example.in/api/send?apikey=$$Secret_apikey&numbers=$$To&message=$$Body&sender=NOVAMT"));
    QCOMPARE(made.secrets.value(QStringLiteral("apikey")), QStringLiteral("topsecret1"));
    QVERIFY(made.notes.front().contains(QStringLiteral("apikey")));
  }

  void oneLetterOptionsMayStickTogether() {
    const auto command = parseCurl(QStringLiteral("curl -sSLXPOST -uAC1:pw https://a.example/x -dto=+15551231234"));
    QVERIFY(command);
    QCOMPARE(command->method, QStringLiteral("POST"));
    QCOMPARE(command->user, QStringLiteral("AC1"));
    QCOMPARE(command->password, QStringLiteral("pw"));
    QCOMPARE(command->data, QStringLiteral("to=+15551231234"));
  }

  void multipartBecomesPairsWithANote() {
    const CurlImport made = mustImport(QStringLiteral(
        "curl -F 'phone=+15551231234' -F 'message=Hello world' -F key=textbelt1 https://textbelt.com/text"));
    QCOMPARE(curlRows(made, "parameters"),
             (QStringList{QStringLiteral("phone=$$To"), QStringLiteral("message=$$Body"), QStringLiteral("key!key")}));
    QVERIFY(made.notes.front().contains(QStringLiteral("multipart")));
  }

  void basicInAHeaderIsTakenApart() {
    const CurlImport made =
        mustImport(QStringLiteral("curl https://a.example -H 'authorization: Basic bWU6czNjcmV0' -d to=15551231234"));
    QCOMPARE(curlSetting(made, "username"), QStringLiteral("me"));
    QCOMPARE(made.secrets.value(QStringLiteral("password")), QStringLiteral("s3cret"));
  }

  void whatNoNameGivesAwayIsToldByItsLooks() {
    const CurlImport made =
        mustImport(QStringLiteral("curl https://a.example/s -d 'a=ACME&b=919812345678&c=Your code is 1234'"));
    QCOMPARE(curlRows(made, "parameters"),
             (QStringList{QStringLiteral("a=ACME"), QStringLiteral("b=$$To"), QStringLiteral("c=$$Body")}));
  }

  void whatIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another program") << QStringLiteral("wget https://a.example");
    QTest::newRow("no address") << QStringLiteral("curl -X POST");
    QTest::newRow("open quote") << QStringLiteral("curl 'https://a.example");
    QTest::newRow("file") << QStringLiteral("curl https://a.example -d @body.json");
    QTest::newRow("form file") << QStringLiteral("curl https://a.example -F f=@x.csv");
    QTest::newRow("header file") << QStringLiteral("curl https://a.example -H @h.txt");
  }
  void whatIsRefused() {
    QFETCH(QString, text);
    const auto command = parseCurl(text);
    QVERIFY(!command);
    QVERIFY(!command.error().message.isEmpty());
  }

  void otherMethodsAndXmlCantBeSent() {
    for (const char* text :
         {"curl -X PUT https://a.example -d to=1", "curl https://a.example -H 'Content-Type: text/xml' -d '<a/>'"}) {
      const auto command = parseCurl(QString::fromLatin1(text));
      QVERIFY(command);
      QVERIFY(!importCurl(*command, {}));
    }
  }

  void whatIsNotTakenStays() {
    const auto command = parseCurl(QStringLiteral("curl https://a.example -d 'to=15551231234&text=Hi you'"));
    QVERIFY(command);
    auto found = findingsOf(*command);
    QCOMPARE(found.size(), std::size_t{2});
    found.erase(found.begin());
    const auto made = importCurl(*command, found);
    QVERIFY(made);
    QCOMPARE(curlRows(*made, "parameters"),
             (QStringList{QStringLiteral("to=15551231234"), QStringLiteral("text=$$Body")}));
  }

  void whatIsImportedCanBeSent() {
    const CurlImport made = mustImport(QStringLiteral(
        "curl https://sms.example.com/v1/messages -H 'Authorization: Bearer s3cr3tt0k3n' -H 'X-Api-Key: 77abcdef' "
        "--json '{\"to\":\"+15551231234\",\"message\":\"Hello \\\"you\\\"\",\"password\":\"hunter22\"}'"));
    Provider provider;
    provider.name = QStringLiteral("Own");
    provider.type = QStringLiteral("http");
    provider.settings = made.settings;
    const auto catalog = DefinitionCatalog::builtIn();
    QVERIFY(catalog);
    const auto definition = catalog->definitionOf(provider);
    QVERIFY2(definition, qPrintable(definition ? QString() : definition.error().message));
    OutgoingMessage message;
    message.to = QStringLiteral("+919812345678");
    message.body = QStringLiteral("Hi");
    const auto request = buildSend(*definition, provider, made.secrets, message);
    QVERIFY2(request, qPrintable(request ? QString() : request.error().message));
    QVERIFY(request->body.contains("hunter22"));
    QVERIFY(request->body.contains("+919812345678"));
    const auto picture = pictureOfSend(*definition, provider, message);
    QVERIFY(picture);
    for (const QString& secret : made.secrets) QVERIFY(!picture->text().contains(secret));
  }
};

QTEST_GUILESS_MAIN(CurlImportTest)
#include "curl_import_test.moc"
