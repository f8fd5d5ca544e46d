// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/scrub.h"

#include <QTest>

using namespace heliograph::providers;

class ScrubTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSecretIsFoundHoweverItIsWritten_data() {
    QTest::addColumn<QString>("written");
    QTest::newRow("as it is") << QStringLiteral("a/b c&\"9\"é");
    QTest::newRow("in an address") << QStringLiteral("a%2Fb%20c%26%229%22%C3%A9");
    QTest::newRow("in small letters") << QStringLiteral("a%2fb%20c%26%229%22%c3%a9");
    QTest::newRow("encoded twice") << QStringLiteral("a%252Fb%2520c%2526%25229%2522%25C3%25A9");
    QTest::newRow("some of it encoded") << QStringLiteral("a/b%20c%26\"9\"%C3%A9");
    QTest::newRow("all of it encoded") << QStringLiteral("%61%2F%62%20%63%26%22%39%22%C3%A9");
    QTest::newRow("in a form") << QStringLiteral("a%2Fb+c%26%229%22%C3%A9");
    QTest::newRow("in JSON") << QStringLiteral("a\\/b c&\\\"9\\\"é");
    QTest::newRow("in JSON of ASCII") << QStringLiteral("a/b c\\u0026\\u00229\\u0022\\u00e9");
    QTest::newRow("in HTML") << QStringLiteral("a/b c&amp;&quot;9&quot;&#233;");
    QTest::newRow("in XML") << QStringLiteral("a/b c&#38;&#x22;9&#x22;&#xE9;");
    const QByteArray plain = QStringLiteral("a/b c&\"9\"é").toUtf8();
    QTest::newRow("base64") << QString::fromLatin1(plain.toBase64());
    QTest::newRow("base64 without its end") << QString::fromLatin1(plain.toBase64(QByteArray::OmitTrailingEquals));
    QTest::newRow("Basic") << QString::fromLatin1(("user:" + plain).toBase64());
  }
  void aSecretIsFoundHoweverItIsWritten() {
    QFETCH(QString, written);
    const QStringList secrets{QStringLiteral("a/b c&\"9\"é")};
    QCOMPARE(withoutSecrets(QStringLiteral("x ") + written + QStringLiteral(" y"), secrets),
             QStringLiteral("x [hidden] y"));
    QCOMPARE(withoutSecrets(QStringLiteral("?key=") + written + QStringLiteral("&to=1"), secrets),
             QStringLiteral("?key=[hidden]&to=1"));
  }

  void whatIsNoSecretStays_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "%", "a%2", "\\u00", "&#;", "&#x;", "&amp", "100% off & more", "SM0123456789abcdef"}) {
      QTest::newRow(text) << QString::fromLatin1(text);
    }
  }
  void whatIsNoSecretStays() {
    QFETCH(QString, text);
    QCOMPARE(withoutSecrets(text, {QStringLiteral("secret%/"), QStringLiteral("&x\\y")}), text);
  }

  void theLongerSecretIsHiddenWhole() {
    QCOMPARE(withoutSecrets(QStringLiteral("abcd abcdef"), {QStringLiteral("abcd"), QStringLiteral("abcdef")}),
             QStringLiteral("[hidden] [hidden]"));
  }

  void aLetterOfAnyPlaneIsRead() {
    const QString secret = QStringLiteral("k😀ey");
    QCOMPARE(withoutSecrets(QStringLiteral("k%F0%9F%98%80ey k\\ud83d\\ude00ey k&#128512;ey ") + secret, {secret}),
             QStringLiteral("[hidden] [hidden] [hidden] [hidden]"));
  }

  /// Two ways to read each sign must not make all ways of reading many.
  void manySignsWithTwoMeaningsTakeNoTime() {
    const QString signs(400, u'\\');
    QCOMPARE(withoutSecrets(signs, {QString(900, u'\\')}), signs);
    const QString percent = QStringLiteral("%25").repeated(300);
    QCOMPARE(withoutSecrets(percent, {QStringLiteral("%25").repeated(400)}), percent);
  }
};

QTEST_GUILESS_MAIN(ScrubTest)
#include "scrub_test.moc"
