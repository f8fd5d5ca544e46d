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

  // | is where the link goes; from [ to ] it replaces.
  void aLinkStandsApartFromWhatIsNextToIt_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char* name, const char* source, const char* written) {
      QTest::newRow(name) << QByteArray(source) << QByteArray(written);
    };
    row("alone", "|", "https://nova.example/s");
    row("between blanks", "See | now", "See https://nova.example/s now");
    row("behind a word", "See|", "See https://nova.example/s");
    row("before a word", "Visit |now", "Visit https://nova.example/s now");
    row("in a word", "Visit|now", "Visit https://nova.example/s now");
    row("before a pill", "Hi |{{ Profile.name }}", "Hi https://nova.example/s {{ Profile.name }}");
    row("behind a pill", "{{ Profile.name }}|", "{{ Profile.name }} https://nova.example/s");
    row("before a link", "|\nhttps://a.example", "https://nova.example/s\nhttps://a.example");
    row("at the end of a sentence", "See |.", "See https://nova.example/s.");
    row("before a mark and a word", "See |?now", "See https://nova.example/s ?now");
    row("in brackets", "Sale (|) now", "Sale (https://nova.example/s) now");
    row("in place of a word", "See [here], now", "See https://nova.example/s, now");
    row("in place of the middle of a word", "See th[er]e", "See th https://nova.example/s e");
    row("in place of a link", "See [nova.com]:x", "See https://nova.example/s :x");
  }
  void aLinkStandsApartFromWhatIsNextToIt() {
    QFETCH(QByteArray, source);
    const bool replaces = source.contains('[');
    const qsizetype begin = source.indexOf(replaces ? '[' : '|');
    source.remove(begin, 1);
    qsizetype end = begin;
    if (replaces) {
      end = source.indexOf(']');
      source.remove(end, 1);
    }
    const QByteArray link = spacedLink(source, begin, end, "https://nova.example/s");
    QTEST(source.left(begin) + link + source.mid(end), "written");
  }

  void wordsThatAreNoLinkArePutInAsTheyAre() { QCOMPARE(spacedLink("See", 3, 3, "our shop"), QByteArray(" our shop")); }

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
