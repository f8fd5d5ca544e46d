// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_signature.h"

#include <QMessageAuthenticationCode>
#include <QTest>

#include "provider_samples.h"
#include "providers/definition/signatures.h"
#include "providers/request/request_picture.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const SigningMoment kMoment{QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC), QStringLiteral("0a1b")};

/// A small provider whose requests are signed so.
ProviderDefinition signedDefinition(const QByteArray& signature, const QByteArray& body) {
  auto parsed = ProviderDefinition::parse(
      quoted("{'id': 's', 'name': 'S', 'base_url': 'https://api.s.example',"
             "'settings': [{'name': 'key', 'label': 'Key', 'secret': true}, {'name': 'algorithm', 'label': 'A'}],"
             "'request_signature': " +
             signature +
             ","
             "'send': {'request': {" +
             body + "}, 'answer': {'rules': [{'status': 200, 'outcome': 'accepted'}]}}}"));
  if (!parsed) qFatal("%s", qPrintable(parsed.error().message));
  return *parsed;
}

net::HttpRequest requestWith(const QByteArray& body, const QByteArray& type, const char* url) {
  net::HttpRequest request;
  request.url = QUrl(QLatin1String(url));
  request.body = body;
  request.headers = {{"Content-Type", type}};
  if (body.isEmpty()) request.method = net::HttpRequest::Method::Get;
  return request;
}

TokenValues keyOf(const QString& secret) {
  return {{QStringLiteral("secrets.key"), secret}, {QStringLiteral("settings.algorithm"), QStringLiteral("md5hash")}};
}

const QByteArray kJsonBody = "'method': 'POST', 'path': '/p', 'json': {'to': '{To}', 'text': '{Body}'}";

}  // namespace

class RequestSignatureTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// RFC 4231 (test case 2) and RFC 2202.
  void aBodyIsSignedAsTheStandardsSay_data() {
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("signature");
    const QByteArray sha256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    QTest::newRow("SHA-256") << QByteArray("SHA256") << QByteArray("hex") << sha256;
    QTest::newRow("in base64") << QByteArray("SHA256") << QByteArray("base64")
                               << QByteArray::fromHex(sha256).toBase64();
    QTest::newRow("SHA-512") << QByteArray("SHA512") << QByteArray("hex")
                             << QByteArray(
                                    "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                                    "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    QTest::newRow("SHA-1") << QByteArray("SHA1") << QByteArray("hex")
                           << QByteArray("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  }
  void aBodyIsSignedAsTheStandardsSay() {
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, encoding);
    const auto definition =
        signedDefinition("{'strategy': 'hmac', 'secret': 'key', 'algorithm': '" + algorithm + "', 'encoding': '" +
                             encoding + "', 'headers': [{'name': 'X-Signature', 'value': 'v1={Signature}'}]}",
                         kJsonBody);
    auto request = requestWith("what do ya want for nothing?", "text/plain", "https://api.s.example/p");
    QVERIFY(signRequest(definition.signature, keyOf(QStringLiteral("Jefe")), kMoment, request));
    QFETCH(QByteArray, signature);
    QCOMPARE(net::headerValue(request.headers, "X-Signature"), "v1=" + signature);
  }

  void timeNumberAndAddressCanBePartOfIt() {
    const auto definition = signedDefinition(
        "{'strategy': 'hmac', 'secret': 'key', 'over': "
        "'{Method}|{Path}|{Query}|{Timestamp}|{Nonce}|{RequestBodySha256}',"
        "'headers': [{'name': 'X-Time', 'value': '{TimestampIso}'}, {'name': 'X-Nonce', 'value': '{Nonce}'},"
        "{'name': 'X-Signature', 'value': '{Signature}'}]}",
        kJsonBody);
    auto request = requestWith("{}", "application/json", "https://api.s.example/a%20b?x=%26");
    QVERIFY(signRequest(definition.signature, keyOf(QStringLiteral("k")), kMoment, request));
    const QByteArray text =
        "POST|/a%20b|x=%26|1700000000|0a1b|44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    QCOMPARE(net::headerValue(request.headers, "X-Signature"),
             QMessageAuthenticationCode::hash(text, "k", QCryptographicHash::Sha256).toHex());
    QCOMPARE(net::headerValue(request.headers, "X-Time"), QByteArray("2023-11-14T22:13:20Z"));
    QCOMPARE(net::headerValue(request.headers, "X-Nonce"), QByteArray("0a1b"));
  }

  void pairsAreSignedInTheirOrder_data() {
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("of a form") << QByteArray("to=1&msg=a%26b%3Dc&a=%C3%A9") << QByteArray("https://api.s.example/p")
                               << QByteArray("a=\xC3\xA9&msg=a&b=c&time=1700000000&to=1");
    QTest::newRow("of a query") << QByteArray() << QByteArray("https://api.s.example/p?to=1&msg=a%26b")
                                << QByteArray("msg=a&b&time=1700000000&to=1");
  }
  void pairsAreSignedInTheirOrder() {
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, text);
    const auto definition = signedDefinition(
        "{'strategy': 'hmac', 'secret': 'key', 'over': '{SortedPairs}',"
        "'fields': [{'name': 'time', 'value': '{Timestamp}'}, {'name': 'sign', 'value': '{Signature}'}]}",
        kJsonBody);
    auto request = requestWith(form, form.isEmpty() ? "" : "application/x-www-form-urlencoded", address.constData());
    QVERIFY(signRequest(definition.signature, keyOf(QStringLiteral("k")), kMoment, request));
    const QByteArray sent = form.isEmpty() ? request.url.query(QUrl::FullyEncoded).toLatin1() : request.body;
    QVERIFY2(sent.endsWith("&time=1700000000&sign=" +
                           QMessageAuthenticationCode::hash(text, "k", QCryptographicHash::Sha256).toHex()),
             sent.constData());
  }

  /// What signs a call of Vonage's signs a request to it.
  void aRequestToVonageIsTakenByWhatReadsItsCalls_data() {
    QTest::addColumn<QByteArray>("algorithm");
    for (const char* name : {"MD5HASH", "MD5HMAC", "SHA1HMAC", "SHA256HMAC", "SHA512HMAC"}) {
      QTest::newRow(name) << QByteArray(name);
    }
  }
  void aRequestToVonageIsTakenByWhatReadsItsCalls() {
    QFETCH(QByteArray, algorithm);
    const auto definition = signedDefinition(
        "{'strategy': 'vonage_sig', 'secret': 'key', 'algorithm': '" + algorithm +
            "', 'fields': [{'name': 'timestamp', 'value': '{Timestamp}'}, {'name': 'sig', 'value': '{Signature}'}]}",
        "'method': 'POST', 'path': '/sms/json', 'form': [{'name': 'to', 'value': '{To}'}, {'name': 'text', 'value': "
        "'{Body}'}]");
    OutgoingMessage message = sampleMessage();
    message.body = QStringLiteral("a=b&c ü");
    const auto request =
        buildSend(definition, Provider(), {{QStringLiteral("key"), QStringLiteral("s3cret")}}, message);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const CallbackRequest call{"POST", request->url.toString(), {}, request->headers, request->body};
    const SignatureKey key{SignatureSpec::Strategy::VonageSig, "s3cret", QString::fromLatin1(algorithm)};
    QVERIFY(isSigned(call, key, kMoment.at));
    CallbackRequest changed = call;
    changed.body.replace("a%3Db", "a%3Dc");
    QVERIFY(changed.body != call.body);
    QVERIFY(!isSigned(changed, key, kMoment.at));
  }

  void withoutTheSecretNothingIsSigned() {
    const auto definition = signedDefinition(
        "{'strategy': 'hmac', 'secret': 'key', 'headers': [{'name': 'X-Signature', 'value': '{Signature}'}]}",
        kJsonBody);
    const auto request = buildSend(definition, Provider(), {}, sampleMessage());
    QVERIFY(request);
    QVERIFY(net::headerValue(request->headers, "X-Signature").isEmpty());
  }

  void aPictureShowsNoSignature() {
    const auto definition = signedDefinition(
        "{'strategy': 'hmac', 'secret': 'key', 'encoding': 'base64', 'headers': [{'name': 'X-Signature', 'value': "
        "'sha256={Signature}'}]}",
        kJsonBody);
    const auto picture = pictureOfSend(definition, Provider(), sampleMessage());
    QVERIFY(picture);
    QVERIFY2(picture->text().contains(QStringLiteral("X-Signature: sha256=••••••")), qPrintable(picture->text()));
  }

  void anAlgorithmThatIsntKnownIsSaid() {
    const auto definition = signedDefinition(
        "{'strategy': 'hmac', 'secret': 'key', 'algorithm': '{settings.algorithm}', 'headers': [{'name': "
        "'X-Signature', 'value': '{Signature}'}]}",
        kJsonBody);
    auto request = requestWith("{}", "application/json", "https://api.s.example/p");
    const auto signedRequest = signRequest(definition.signature, keyOf(QStringLiteral("k")), kMoment, request);
    QVERIFY(!signedRequest);
    QVERIFY(signedRequest.error().message.contains(QStringLiteral("MD5HASH")));
  }
};

QTEST_GUILESS_MAIN(RequestSignatureTest)
#include "request_signature_test.moc"
