// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_links.h"

#include <QTest>

using heliograph::ui::textLinks;

class TextLinksTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void findsWhatPhonesMakeLinksOf_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char* name, const char* text, const QStringList& links) {
      QTest::newRow(name) << QString::fromUtf8(text) << links;
    };
    const auto one = [](const char* link) { return QStringList{QString::fromLatin1(link)}; };
    row("with a scheme",
        "See https:/"
        "/nova.mt/bf now",
        one("https:/"
            "/nova.mt/bf"));
    row("with www", "www.nova.mt is open", one("www.nova.mt"));
    row("bare with a path", "Until Sunday: nova.mt/bf", one("nova.mt/bf"));
    row("bare with a common ending", "Go to nova.com today", one("nova.com"));
    row("the full stop is the sentence's", "Go to nova.com.", one("nova.com"));
    row("in brackets", "(nova.mt/bf)", one("nova.mt/bf"));
    row("two", "a.com, b.org/x", {QStringLiteral("a.com"), QStringLiteral("b.org/x")});
    row("a mail address is none", "write to me@nova.com", {});
    row("a forgotten space is none", "It is open.Come in", {});
    row("a price is none", "Only 3.50 today", {});
  }
  void findsWhatPhonesMakeLinksOf() {
    QFETCH(QString, text);
    QStringList found;
    for (const auto& link : textLinks(text)) found << text.mid(link.begin, link.length);
    QTEST(found, "links");
  }
};

QTEST_APPLESS_MAIN(TextLinksTest)
#include "text_links_test.moc"
