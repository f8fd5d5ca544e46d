// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/signatures.h"

#include <QTest>
#include <QUrl>

using namespace heliograph;
using namespace heliograph::providers;
using Strategy = SignatureSpec::Strategy;

namespace {

const QByteArray kFormType = "application/x-www-form-urlencoded";
const QString kTwilioUrl = QStringLiteral("https://mycompany.com/myapp.php?foo=1&bar=2");
const QByteArray kTwilioBody =
    "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
const QByteArray kVonageBody =
    "msisdn=447700900000&to=Acme&messageId=0A0000000123ABCD1&status=delivered&err-code=0&text=a%3Db%26c+%C3%BCnder"
    "&timestamp=1605787200&nonce=aaaaaaaa&sig=";
const QByteArray kTokenBody = "{\"status\":\"delivered\"}";
const QByteArray kToken =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
    "eyJpYXQiOjE2MDU3ODcyMDAsImp0aSI6IngiLCJpc3MiOiJWb25hZ2UiLCJhcGlfa2V5IjoiYWJjIiwicGF5bG9hZF9oYXNoIjoiMjQ5OTM1OGQz"
    "YjczNjYwZGQzOGVlMzAzMzhhMzcwNDVhZTIyMDYyYzQxZjFiZTlkZjE0MjI4NWE2MTVhNmFlOSJ9."
    "xyGqMGxtgu4uKBoU1bkmvl0R68cc5wZKkbeclz3pgy4";

CallbackRequest callTo(const QByteArray& method, const QString& url, const QByteArray& body,
                       const net::HttpHeaders& headers) {
  CallbackRequest request{method, url, {}, headers, body};
  const QByteArray query = QUrl(url).query(QUrl::FullyEncoded).toUtf8();
  for (const QByteArray& pair : query.split('&')) {
    const qsizetype equals = pair.indexOf('=');
    if (equals > 0) request.query.emplaceBack(pair.left(equals), QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
  }
  return request;
}

}  // namespace

class SignaturesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRightSignatureIsTakenAndAChangedCallIsNot_data();
  void aRightSignatureIsTakenAndAChangedCallIsNot();
  void aKeyWithoutSecretSignsNothing();
  void aTokenCountsUntilItEnds();
  void aTokenOfAnotherAlgorithmIsRefused();
};

void SignaturesTest::aRightSignatureIsTakenAndAChangedCallIsNot_data() {
  QTest::addColumn<int>("strategy");
  QTest::addColumn<QByteArray>("secret");
  QTest::addColumn<QString>("algorithm");
  QTest::addColumn<QByteArray>("method");
  QTest::addColumn<QString>("url");
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QByteArray>("header");
  QTest::addColumn<QByteArray>("signature");

  const auto twilio = [](const char* name, const QByteArray& method, const QString& url, const QByteArray& type,
                         const QByteArray& body, const QByteArray& signature) {
    QTest::newRow(name) << static_cast<int>(Strategy::Twilio) << QByteArray("12345") << QString() << method << url
                        << type << body << QByteArray("X-Twilio-Signature") << signature;
  };
  twilio("twilio: a form", "POST", kTwilioUrl, kFormType, kTwilioBody, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  twilio("twilio: Hindi, and a field that comes three times", "POST",
         QStringLiteral("https://relay.example/callback/t/x"), kFormType,
         "MessageSid=SM1&Body=%E0%A4%A8%E0%A4%AE%E0%A4%B8%E0%A5%8D%E0%A4%A4%E0%A5%87&MessageStatus=delivered"
         "&To=%2B919812345678&Multi=b&Multi=a&Multi=b",
         "2ev4fIV2WEEgoSia9qZOTIdZkd4=");
  twilio("twilio: signed without the port", "POST", QStringLiteral("https://relay.example:8443/callback/t/x"),
         kFormType, "A=1", "qMct7ZidA27zBxdW6BF3jUlrcsY=");
  twilio("twilio: a JSON body", "POST",
         QStringLiteral("https://relay.example/callback/t/"
                        "x?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"),
         "application/json", "{\"a\":1}", "3r5RTOxbAc+Ov8i7TB6uasGF2Gc=");

  const std::pair<const char*, QByteArray> vonage[] = {
      {"MD5HASH", "3ff2b303b52b44c2191e502a851ac673"},
      {"MD5HMAC", "0caca70ce3259c44911023c064e69cc7"},
      {"SHA1HMAC", "02508be8ed59c27a3dbec97b719b95df7e464020"},
      {"SHA256HMAC", "BEF01852D9A25F8E225CA30F8C7B5E4C4DC48AB266CF792EF6AA58380D9077A1"},
      {"SHA512HMAC",
       "f7cded01d65d7cfad1f2e4be810c6347661513e0de454304443224934046ee66f404c3c284b58f42ee3ec5911acb474bd32fbd3de203d67"
       "9"
       "b71e12c25c2103d4"}};
  for (const auto& [algorithm, signature] : vonage) {
    QTest::addRow("vonage: %s", algorithm)
        << static_cast<int>(Strategy::VonageSig) << QByteArray("secret-of-signatures") << QString::fromLatin1(algorithm)
        << QByteArray("POST") << QStringLiteral("https://relay.example/callback/v/x") << kFormType
        << QByteArray(kVonageBody + signature) << QByteArray() << QByteArray();
  }

  const auto plivo = [](const char* name, const QByteArray& method, const QString& url, const QByteArray& body,
                        const QByteArray& signature) {
    QTest::newRow(name) << static_cast<int>(Strategy::PlivoV3) << QByteArray("plivo-token") << QString() << method
                        << url << kFormType << body << QByteArray("X-Plivo-Signature-V3") << signature;
  };
  plivo("plivo: a form and a query", "POST", QStringLiteral("https://relay.example/callback/p/t?b=2&a=1"),
        "Status=delivered&From=15551234567&MessageUUID=abc", "zd+lwDf2tuMTw/+yuWFLwVug6r0GYvLHxDmfi2J2kxM=");
  plivo("plivo: a form, signed twice", "POST", QStringLiteral("https://relay.example/callback/p/t"),
        "Status=delivered&From=15551234567", "other=,ia/WvhTL2/kGtptAUpLyqCKjDTl20lNlnX0sIqQ7TwY=");
  plivo("plivo: GET", "GET", QStringLiteral("https://relay.example/callback/p/t?b=2&a=1"), "",
        "+DMXNHX6jGfCJHAYaDL7ouFVnyMSDTlRG8fJJWN83/c=");

  QTest::newRow("vonage: a token") << static_cast<int>(Strategy::VonageJwt) << QByteArray("jwt-secret") << QString()
                                   << QByteArray("POST") << QStringLiteral("https://relay.example/callback/v/x")
                                   << QByteArray("application/json") << kTokenBody << QByteArray("Authorization")
                                   << QByteArray("Bearer " + kToken);
}

void SignaturesTest::aRightSignatureIsTakenAndAChangedCallIsNot() {
  QFETCH(int, strategy);
  QFETCH(QByteArray, secret);
  QFETCH(QString, algorithm);
  QFETCH(QByteArray, method);
  QFETCH(QString, url);
  QFETCH(QByteArray, type);
  QFETCH(QByteArray, body);
  QFETCH(QByteArray, header);
  QFETCH(QByteArray, signature);
  const QDateTime now = QDateTime::fromSecsSinceEpoch(1605787300, Qt::UTC);
  const SignatureKey key{static_cast<Strategy>(strategy), secret, algorithm};
  net::HttpHeaders headers{{"Content-Type", type}, {"X-Plivo-Signature-V3-Nonce", "12345"}};
  if (!header.isEmpty()) headers.emplaceBack(header, signature);
  const CallbackRequest call = callTo(method, url, body, headers);
  QVERIFY(isSigned(call, key, now));

  CallbackRequest changed = call;
  if (method == "GET") {
    changed = callTo(method, url + QStringLiteral("&c=3"), body, headers);
  } else {
    changed.body.replace("1", "2").replace("delivered", "failed");
  }
  QVERIFY(!isSigned(changed, key, now));
  QVERIFY(!isSigned(call, {key.strategy, "another", algorithm}, now));
  CallbackRequest unsignedCall = call;
  unsignedCall.headers = {{"Content-Type", type}};
  unsignedCall.body.replace("sig=", "sag=");
  QVERIFY(!isSigned(unsignedCall, key, now));
}

void SignaturesTest::aKeyWithoutSecretSignsNothing() {
  const CallbackRequest call = callTo("POST", kTwilioUrl, kTwilioBody, {{"Content-Type", kFormType}});
  QVERIFY(!isSigned(call, {Strategy::Twilio, "", {}}, {}));
  QVERIFY(!isSigned(call, {Strategy::None, "12345", {}}, {}));
}

void SignaturesTest::aTokenCountsUntilItEnds() {
  // {"exp":1000} with the key "k" and an empty body.
  const QByteArray token = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjEwMDB9.I4YZdwa500yZeTUnA5IPZ7DQJIqgEk5z9CpvKwh-Now";
  const CallbackRequest call =
      callTo("GET", QStringLiteral("https://relay.example/"), "", {{"Authorization", "Bearer " + token}});
  const SignatureKey key{Strategy::VonageJwt, "k", {}};
  QVERIFY(isSigned(call, key, QDateTime::fromSecsSinceEpoch(999, Qt::UTC)));
  QVERIFY(!isSigned(call, key, QDateTime::fromSecsSinceEpoch(1001, Qt::UTC)));
}

void SignaturesTest::aTokenOfAnotherAlgorithmIsRefused() {
  const QByteArray token = "eyJhbGciOiJub25lIn0.eyJleHAiOjEwMDB9.";
  const CallbackRequest call =
      callTo("GET", QStringLiteral("https://relay.example/"), "", {{"Authorization", "Bearer " + token}});
  QVERIFY(!isSigned(call, {Strategy::VonageJwt, "k", {}}, QDateTime::fromSecsSinceEpoch(999, Qt::UTC)));
}

QTEST_GUILESS_MAIN(SignaturesTest)
#include "signatures_test.moc"
