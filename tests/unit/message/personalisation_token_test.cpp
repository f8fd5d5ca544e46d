// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "message/personalisation_token.h"

using namespace heliograph::message;

class PersonalisationTokenTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTokenIsWrittenAsLiquid_data() {
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("fallback");
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("plain") << "first_name" << QString() << QByteArray("{{ Profile.first_name }}");
    QTest::newRow("with a fallback") << "first_name"
                                     << "there" << QByteArray("{{ Profile.first_name | default: \"there\" }}");
    QTest::newRow("empty fallback") << "tier"
                                    << "" << QByteArray("{{ Profile.tier | default: \"\" }}");
    QTest::newRow("name with a blank") << "Customer Type" << QString()
                                       << QByteArray("{{ Profile[\"Customer Type\"] }}");
    QTest::newRow("name that begins with a digit") << "2nd" << QString() << QByteArray("{{ Profile[\"2nd\"] }}");
    QTest::newRow("Devanagari name") << "नाम" << QString() << QByteArray("{{ Profile[\"नाम\"] }}");
    QTest::newRow("double quotes in the fallback")
        << "tier"
        << "the \"best\"" << QByteArray("{{ Profile.tier | default: 'the \"best\"' }}");
  }
  void aTokenIsWrittenAsLiquid() {
    QFETCH(QString, property);
    QFETCH(QString, fallback);
    PersonalisationToken token{QStringLiteral("Profile"), property, std::nullopt};
    if (!fallback.isNull()) token.fallback = fallback;
    QTEST(formatToken(token), "source");
    QCOMPARE(parseToken(formatToken(token)), std::optional(token));
  }

  void aDateKeepsHowItIsWritten() {
    const QByteArray source("{{ Profile.birthday | date: \"%d %b\" | default: \"soon\" }}");
    const auto token = parseToken(source);
    QVERIFY(token.has_value());
    QCOMPARE(token->dateFormat, QStringLiteral("%d %b"));
    QCOMPARE(token->fallback, std::optional(QStringLiteral("soon")));
    QCOMPARE(formatToken(*token), source);
    QVERIFY2(!parseToken("{{ Profile.birthday | default: 'x' | date: '%d' }}"), "another order means another text");
  }

  void onlyExactTokensAreRead_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isToken");
    QTest::newRow("tight") << QByteArray("{{Profile.a}}") << true;
    QTest::newRow("event") << QByteArray("{{ Event[\"Order id\"] | default:'x' }}") << true;
    QTest::newRow("another filter") << QByteArray("{{ Profile.a | upcase }}") << false;
    QTest::newRow("two levels") << QByteArray("{{ Profile.a.b }}") << false;
    QTest::newRow("white space control") << QByteArray("{{- Profile.a }}") << false;
    QTest::newRow("no root") << QByteArray("{{ a }}") << false;
    QTest::newRow("text behind") << QByteArray("{{ Profile.a }}.") << false;
  }
  void onlyExactTokensAreRead() {
    QFETCH(QByteArray, source);
    QTEST(parseToken(source).has_value(), "isToken");
  }

  void thePiecesAreTheSource_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("tokens");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("text") << QByteArray("Hi there") << 0;
    QTest::newRow("between") << QByteArray("Hi {{ Profile.a }}, {{ Profile.b }}!") << 2;
    QTest::newRow("touching") << QByteArray("{{ Profile.a }}{{ Profile.b }}") << 2;
    QTest::newRow("open braces") << QByteArray("Hi {{ Profile.a") << 0;
    QTest::newRow("open, then a token") << QByteArray("{{ {{ Profile.a }}") << 1;
    QTest::newRow("inside a tag's block") << QByteArray("{% if x %}{{ Profile.a }}{% endif %}") << 1;
    QTest::newRow("raw") << QByteArray("{% raw %}{{ Profile.a }}{% endraw %}{{ Profile.b }}") << 1;
    QTest::newRow("comment left open") << QByteArray("{% comment %}{{ Profile.a }}") << 0;
    QTest::newRow("awkward bytes") << QByteArray("a\r\n\u00A0\u2028e\u0301 {{ Profile.a | default: \"}}\" }} 😀") << 1;
  }
  void thePiecesAreTheSource() {
    QFETCH(QByteArray, source);
    QByteArray joined;
    int tokens = 0;
    qsizetype at = 0;
    for (const SourcePiece& piece : tokenise(source)) {
      QCOMPARE(piece.begin, at);
      at = piece.end;
      joined += source.mid(piece.begin, piece.end - piece.begin);
      tokens += piece.token ? 1 : 0;
    }
    QCOMPARE(joined, source);
    QTEST(tokens, "tokens");
  }
};

QTEST_GUILESS_MAIN(PersonalisationTokenTest)
#include "personalisation_token_test.moc"
