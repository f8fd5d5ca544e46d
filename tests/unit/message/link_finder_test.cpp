// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/link_finder.h"

#include <QTest>

using namespace heliograph::message;

class LinkFinderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void findsWhatPhonesMakeLinksOf_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char* name, const char* text, const QStringList& links) {
      QTest::newRow(name) << QString::fromUtf8(text) << links;
    };
    const auto one = [](const char* link) { return QStringList{QString::fromUtf8(link)}; };
    row("none", "Nothing here, at 3.50 or 12.05/13", {});
    row("with a scheme", "See https://nova.mt/bf now", one("https://nova.mt/bf"));
    row("the scheme in capitals", "See HTTPS://nova.mt/bf now", one("HTTPS://nova.mt/bf"));
    row("a scheme alone", "https:// and http://", {});
    row("with www", "www.nova.mt is open", one("www.nova.mt"));
    row("www of any ending", "Go to www.nova.quux!", one("www.nova.quux"));
    row("bare with a path", "Until Sunday: nova.example/bf", one("nova.example/bf"));
    row("bare with a common ending", "Go to nova.com today", one("nova.com"));
    row("bare of a country", "Go to nova.de, or nova.co.uk", {QStringLiteral("nova.de"), QStringLiteral("nova.co.uk")});
    row("bare with another ending", "Go to nova.quux today", {});
    row("a query on a bare name", "nova.com?x=1", one("nova.com?x=1"));
    row("a question", "Do you know nova.com?", one("nova.com"));
    row("a port", "http://nova.example:8080/a and nova.com:443/b",
        {QStringLiteral("http://nova.example:8080/a"), QStringLiteral("nova.com:443/b")});
    row("a query and a fragment", "https://n.example/a?b=c&d=e%20f#top.", one("https://n.example/a?b=c&d=e%20f#top"));
    row("this computer", "http://localhost:3000/x", one("http://localhost:3000/x"));
    row("an address", "http://[::1]/x and http://10.0.0.1/y",
        {QStringLiteral("http://[::1]/x"), QStringLiteral("http://10.0.0.1/y")});
    row("the full stop is the sentence's", "Go to nova.com.", one("nova.com"));
    row("and so are these", "https://nova.example/a?!...", one("https://nova.example/a"));
    row("in brackets", "(nova.example/bf)", one("nova.example/bf"));
    row("with its own brackets", "https://n.example/a_(b) (https://n.example/c)",
        {QStringLiteral("https://n.example/a_(b)"), QStringLiteral("https://n.example/c")});
    row("in quotation marks", "\"https://n.example/a\" “https://n.example/b” «n.com»",
        {QStringLiteral("https://n.example/a"), QStringLiteral("https://n.example/b"), QStringLiteral("n.com")});
    row("before an ellipsis", "nova.com…", one("nova.com"));
    row("two", "a.com, b.org/x", {QStringLiteral("a.com"), QStringLiteral("b.org/x")});
    row("over lines", "a.com\nb.com\r\nc.com",
        {QStringLiteral("a.com"), QStringLiteral("b.com"), QStringLiteral("c.com")});
    row("a mail address", "write to me@nova.com or john.doe@nova.com/x", {});
    row("another scheme", "nova://nova.com/x ftp://nova.com tel:nova", {});
    row("a forgotten blank", "It is open.Come in. It is.It works", {});
    row("international", "https://bücher.example/straße und bücher.de",
        {QStringLiteral("https://bücher.example/straße"), QStringLiteral("bücher.de")});
    row("an international ending", "пример.рф/путь", one("пример.рф/путь"));
    row("in text without blanks", "请访问https://nova.example/a。谢谢", one("https://nova.example/a"));
    row("a bare one in text without blanks", "请访问nova.com。谢谢", one("nova.com"));
    row("a punycode ending", "nova.xn--p1ai/x", one("nova.xn--p1ai/x"));
    row("a hyphen", "my-shop.com -shop.com", one("my-shop.com"));
  }
  void findsWhatPhonesMakeLinksOf() {
    QFETCH(QString, text);
    const std::string utf8 = text.toStdString();
    QStringList found;
    for (const LinkSpan& link : findLinks(utf8)) {
      found << QString::fromStdString(utf8.substr(link.begin, link.end - link.begin));
    }
    QTEST(found, "links");
  }

  void findsLinksInASource_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QStringList>("links");
    QTest::addColumn<bool>("personal");
    const auto row = [](const char* name, const char* source, const QStringList& links, bool personal = false) {
      QTest::newRow(name) << QByteArray(source) << links << personal;
    };
    row("plain", "Hi {{ Profile.name }}, see https://n.example/a.", {QStringLiteral("https://n.example/a")});
    row("personal in the path", "https://n.example/{{ Profile.code }} now",
        {QStringLiteral("https://n.example/{{ Profile.code }}")}, true);
    row("personal in the query", "n.com/a?c={{ Profile[\"x y\"] | default: \"a b\" }}&d=1",
        {QStringLiteral("n.com/a?c={{ Profile[\"x y\"] | default: \"a b\" }}&d=1")}, true);
    row("a tag ends it", "{% if a %}n.com/a{% else %}n.com/b{% endif %}",
        {QStringLiteral("n.com/a"), QStringLiteral("n.com/b")});
    row("a comment", "{% comment %}n.com/a{% endcomment %}b", {});
    row("a raw block", "{% raw %}n.com/a {{ x }}{% endraw %}", {QStringLiteral("n.com/a")});
    row("an output alone", "{{ Profile.url }}", {});
    row("an output that is open", "n.com/a {{ Prof", {QStringLiteral("n.com/a")});
  }
  void findsLinksInASource() {
    QFETCH(QByteArray, source);
    QFETCH(bool, personal);
    QStringList found;
    for (const SourceLink& link : linksInSource(source)) {
      found << link.text;
      QCOMPARE(QString::fromUtf8(source.mid(link.begin, link.end - link.begin)), link.text);
      QCOMPARE(link.isPersonal, personal);
    }
    QTEST(found, "links");
  }

  void opensWhatAPhoneWould() {
    QCOMPARE(addressOfLink(QStringLiteral("nova.com/a")), QUrl(QStringLiteral("http://nova.com/a")));
    QCOMPARE(addressOfLink(QStringLiteral("HTTPS://nova.com/a")), QUrl(QStringLiteral("https://nova.com/a")));
  }
};

QTEST_APPLESS_MAIN(LinkFinderTest)
#include "link_finder_test.moc"
