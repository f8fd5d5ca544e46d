// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/link_checks.h"

#include <QTest>

using namespace heliograph;
using namespace heliograph::campaign;

namespace {

Campaign withText(const QByteArray& text) {
  Campaign campaign;
  campaign.message = text;
  return campaign;
}

QStringList codesOf(const std::vector<Issue>& issues) {
  QStringList codes;
  for (const Issue& issue : issues) codes << issue.code;
  return codes;
}

}  // namespace

class LinkChecksTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsWhatALinkShows_data() {
    QTest::addColumn<QString>("code");
    const auto row = [](const char* link, const char* code) { QTest::newRow(link) << QString::fromLatin1(code); };
    row("https://nova.example/a", "");
    row("nova.example/a", "");
    row("https://dev.to/a", "");
    row("https://latest.nova.example/a", "");
    row("http://nova.example/a", "link_http");
    row("https://staging.nova.example/a", "link_staging");
    row("https://shop-staging.nova.example/a", "link_staging");
    row("https://dev.nova.example", "link_staging");
    row("http://localhost:3000/a", "link_staging");
    row("https://nova.test/a", "link_staging");
    row("https://shop.local/a", "link_staging");
    row("http://192.168.1.4/a", "link_staging");
    row("http://127.1/a", "link_staging");
    row("https://bit.ly/abc", "link_public_shortener");
    row("tinyurl.com/abc", "link_public_shortener");
    row("https://nobit.ly/abc", "");
    row("https://www.bit.ly/abc", "link_public_shortener");
  }
  void tellsWhatALinkShows() {
    QFETCH(QString, code);
    const auto fault = linkFault(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(fault ? fault->code : QString(), code);
  }

  void everyPlainLinkOfEveryCopyIsLookedAt() {
    Campaign campaign = withText("http://a.example/x {{ Profile.x }} http://a.example/{{ Profile.x }}");
    campaign.variants.kind = Variants::Kind::Split;
    campaign.variants.others.push_back({});
    campaign.variants.others.back().message = "bit.ly/x http://a.example/x";
    QCOMPARE(plainLinks(campaign), QStringList({QStringLiteral("http://a.example/x"), QStringLiteral("bit.ly/x")}));
    QCOMPARE(codesOf(checkLinks(campaign)),
             QStringList({QStringLiteral("link_http"), QStringLiteral("link_public_shortener")}));
  }

  void shorteningHasItsRules_data() {
    QTest::addColumn<QStringList>("shortened");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("codes");
    const QString link = QStringLiteral("https://a.example/1");
    const QString main = QStringLiteral("Main");
    QTest::newRow("fine") << QStringList{link} << main << QString() << QStringList{};
    QTest::newRow("none chosen") << QStringList{link} << QString() << QString()
                                 << QStringList{QStringLiteral("link_no_shortener")};
    QTest::newRow("unknown") << QStringList{link} << QStringLiteral("Old") << QString()
                             << QStringList{QStringLiteral("link_shortener_gone")};
    QTest::newRow("gone") << QStringList{QStringLiteral("b.example/2")} << main << QString()
                          << QStringList{QStringLiteral("link_short_gone")};
    QTest::newRow("personal") << QStringList{link} << main << QStringLiteral("{{ Profile.x }}")
                              << QStringList{QStringLiteral("link_short_personal")};
    QTest::newRow("of the moment") << QStringList{link} << main << QStringLiteral("{{ 'now' | date: '%F' }}")
                                   << QStringList{QStringLiteral("link_short_time")};
  }
  void shorteningHasItsRules() {
    QFETCH(QStringList, shortened);
    QFETCH(QString, by);
    QFETCH(QString, source);
    Campaign campaign = withText("See https://a.example/1");
    campaign.textRules.links.shortened = shortened;
    campaign.textRules.links.shortener = by;
    campaign.textRules.links.tagging.on = true;
    campaign.textRules.links.tagging.source = source;
    QTEST(codesOf(checkLinks(campaign, QStringList{QStringLiteral("Main")})), "codes");
  }

  void aMessageHasSomeShortLinksAtMost_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<bool>("tooMany");
    QTest::newRow("five") << 5 << 0 << false;
    QTest::newRow("six") << 6 << 0 << true;
    QTest::newRow("ten in two copies") << 5 << 5 << false;
    QTest::newRow("six in the second copy") << 1 << 6 << true;
  }
  void aMessageHasSomeShortLinksAtMost() {
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(bool, tooMany);
    const auto linksOf = [](const QString& host, int count) {
      QStringList links;
      for (int i = 0; i < count; ++i) links << QStringLiteral("https://%1.example/%2").arg(host).arg(i);
      return links;
    };
    const QStringList a = linksOf(QStringLiteral("a"), first);
    const QStringList b = linksOf(QStringLiteral("b"), second);
    Campaign campaign = withText(a.join(QLatin1Char(' ')).toUtf8());
    campaign.variants.kind = Variants::Kind::Split;
    campaign.variants.others.push_back({b.join(QLatin1Char(' ')).toUtf8(), 50, {}});
    campaign.textRules.links.shortened = a + b;
    campaign.textRules.links.shortener = QStringLiteral("Main");
    const QStringList codes = codesOf(checkLinks(campaign, QStringList{QStringLiteral("Main")}));
    QCOMPARE(codes, tooMany ? QStringList{QStringLiteral("link_short_many")} : QStringList{});
    QCOMPARE(canShortenToo(campaign, QStringLiteral("https://a.example/0")), !tooMany);
  }

  void parametersThatCannotBeReadBlock() {
    Campaign campaign = withText("a.com");
    campaign.textRules.links.tagging.on = true;
    campaign.textRules.links.tagging.term = QStringLiteral("{{ x | }}{% if");
    QCOMPARE(codesOf(checkLinks(campaign)), QStringList{QStringLiteral("link_parameters")});
  }

  void marketingSaysHowToUnsubscribe_data() {
    QTest::addColumn<Purpose>("purpose");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("missing");
    QTest::newRow("missing") << Purpose::Marketing << QByteArray("Sale!") << QString() << true;
    QTest::newRow("in the text") << Purpose::Marketing << QByteArray("Sale! Reply STOP to end") << QString() << false;
    QTest::newRow("in the line") << Purpose::Marketing << QByteArray("Sale!") << QStringLiteral("STOP to end") << false;
    QTest::newRow("transactional") << Purpose::Transactional << QByteArray("Your order") << QString() << false;
    QTest::newRow("nothing written yet") << Purpose::Marketing << QByteArray() << QString() << false;
  }
  void marketingSaysHowToUnsubscribe() {
    QFETCH(Purpose, purpose);
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    QFETCH(bool, missing);
    Campaign campaign = withText(text);
    campaign.purpose = purpose;
    if (!line.isEmpty()) campaign.textRules.optOut = {message::OptOutLine::When::FirstText, line};
    const auto issues = checkPurpose(campaign);
    QCOMPARE(codesOf(issues), missing ? QStringList{QStringLiteral("opt_out_missing")} : QStringList{});
    if (missing) QCOMPARE(issues.front().severity, Severity::Warn);
  }
};

QTEST_APPLESS_MAIN(LinkChecksTest)
#include "link_checks_test.moc"
