// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/link_draft.h"

#include <QTest>

#include "message/message_lint.h"

using namespace heliograph::message;

class LinkDraftTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aLinkIsTheSameWhenNothingWasChanged_data() {
    QTest::addColumn<QByteArray>("link");
    for (const char* link :
         {"https://nova.example/sale", "nova.mt/a?b=c", "https://nova.example/?a=1&b=two%20words&flag#top",
          "https://nova.example/o?city={{ Profile.city | default: \"a & b?\" | url_encode }}&x=a,b#{{ Profile.tier }}",
          "https://nova.example/{{ Profile.code }}?who={{ Profile.identity }}"}) {
      QTest::newRow(link) << QByteArray(link);
    }
  }
  void aLinkIsTheSameWhenNothingWasChanged() {
    QFETCH(QByteArray, link);
    QCOMPARE(linkOf(linkDraftOf(link)), link);
  }

  void aLinkIsTakenApart() {
    const LinkDraft draft =
        linkDraftOf("https://nova.example/o?two+words=a%26b&city={{ Profile.city | url_encode }}#x");
    QCOMPARE(draft.address, QByteArray("https://nova.example/o"));
    QCOMPARE(draft.parameters.size(), std::size_t(2));
    QCOMPARE(draft.parameters[0].name, QStringLiteral("two words"));
    QCOMPARE(draft.parameters[0].value, QByteArray("a&b"));
    QCOMPARE(draft.parameters[1].value, QByteArray("{{ Profile.city }}"));
    QCOMPARE(draft.fragment, QByteArray("#x"));
  }

  void parametersAreEncodedAndOutputsEncodeThemselves() {
    LinkDraft draft{"https://nova.example", {{QStringLiteral("from"), "a & b"}, {QStringLiteral("none"), {}}}, {}};
    draft.parameters.push_back({QStringLiteral("city"), "x-{{ Profile.city | default: \"home\" }}"});
    const QByteArray link = linkOf(draft);
    QCOMPARE(link, QByteArray("https://nova.example/?from=a%20%26%20b&city=x-{{ Profile.city | default: \"home\" | "
                              "url_encode }}"));
    QVERIFY(lintMessage(link, {}).empty());
    QVERIFY(isOneLink(link));
  }

  void whatIsOneLinkIsTold_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isLink");
    QTest::newRow("an address") << QByteArray("https://nova.example/a") << true;
    QTest::newRow("a name") << QByteArray("nova.com") << true;
    QTest::newRow("with an output") << QByteArray("https://nova.example/{{ Profile.code }}") << true;
    QTest::newRow("words") << QByteArray("our shop") << false;
    QTest::newRow("two") << QByteArray("nova.com nova.net") << false;
    QTest::newRow("nothing") << QByteArray() << false;
  }
  void whatIsOneLinkIsTold() {
    QFETCH(QByteArray, source);
    QTEST(isOneLink(source), "isLink");
  }
};

QTEST_GUILESS_MAIN(LinkDraftTest)
#include "link_draft_test.moc"
