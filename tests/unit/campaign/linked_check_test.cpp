// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/linked_check.h"

#include <QTest>

#include "campaign/campaign_check.h"

Q_DECLARE_METATYPE(heliograph::campaign::Campaign)

using namespace heliograph::campaign;
using heliograph::message::Snippets;

namespace {

Campaign reading(const QByteArray& text, const std::vector<LinkedUse>& linked = {}) {
  Campaign campaign;
  campaign.message = text;
  campaign.linked = linked;
  return campaign;
}

std::vector<KnownSource> shop() {
  return {{QStringLiteral("Shop"),
           {QStringLiteral("offer"), QStringLiteral("raw")},
           {QStringLiteral("key")},
           {QStringLiteral("who")},
           true}};
}

LinkedUse filledWith(LinkedParameter::From from, const QString& value) {
  return {QStringLiteral("Shop"), {{QStringLiteral("who"), {from, value}}}};
}

QStringList codesOf(const std::vector<Issue>& issues) {
  QStringList codes;
  for (const Issue& issue : issues) codes << issue.code;
  return codes;
}

}  // namespace

class LinkedCheckTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachFaultIsTold_data() {
    QTest::addColumn<Campaign>("campaign");
    QTest::addColumn<QStringList>("codes");
    const auto text = filledWith(LinkedParameter::From::Text, QStringLiteral("x"));
    const auto property = filledWith(LinkedParameter::From::Property, QStringLiteral("city"));
    QTest::newRow("nothing is read") << reading("Hi") << QStringList{};
    QTest::newRow("a text") << reading("{{ Linked.Shop.offer }}", {text}) << QStringList{};
    QTest::newRow("a property") << reading("{{ Linked.Shop.offer }}", {property}) << QStringList{};
    QTest::newRow("unmapped") << reading("{{ Linked.Shop.offer }}") << QStringList{QStringLiteral("linked_unmapped")};
    QTest::newRow("no such property") << reading("{{ Linked.Shop.offer }}",
                                                 {filledWith(LinkedParameter::From::Property, QStringLiteral("cty"))})
                                      << QStringList{QStringLiteral("linked_property")};
    QTest::newRow("no such source") << reading("{{ Linked.Shp.offer }}", {text})
                                    << QStringList{QStringLiteral("linked_unknown_source")};
    QTest::newRow("no such label") << reading("{{ Linked.Shop.ofer }}", {text})
                                   << QStringList{QStringLiteral("linked_unknown_label")};
    QTest::newRow("a secret") << reading("{{ Linked.Shop.key }}", {text})
                              << QStringList{QStringLiteral("linked_secret_label")};
    QTest::newRow("a loop") << reading("{% for i in Linked.Shop.offer %}{{ i }}{% endfor %}", {text}) << QStringList{};
  }
  void eachFaultIsTold() {
    QFETCH(Campaign, campaign);
    QFETCH(QStringList, codes);
    QCOMPARE(codesOf(checkLinked(campaign, shop(), {}, {QStringLiteral("city")})), codes);
  }

  void theNearestNameIsOfferedAtItsPlace() {
    const QByteArray text = "Hi {{ Linked.Shop.ofer }}";
    const auto issues =
        checkLinked(reading(text, {filledWith(LinkedParameter::From::Text, QStringLiteral("x"))}), shop(), {}, {});
    QCOMPARE(issues.size(), std::size_t(1));
    QVERIFY(issues[0].text.contains(QStringLiteral("“offer”")));
    QCOMPARE(text.mid(issues[0].offset, issues[0].length), QByteArray("Linked.Shop.ofer"));
  }

  void theNearestNameIsAMend_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("mended");
    QTest::newRow("label") << QByteArray("Hi {{ Linked.Shop.ofer }}!") << QByteArray("Hi {{ Linked.Shop.offer }}!");
    QTest::newRow("source") << QByteArray("{{ Linked.Shp.offer }}") << QByteArray("{{ Linked.Shop.offer }}");
    QTest::newRow("deeper") << QByteArray("{{ Linked.Shop.ofer.name }}") << QByteArray("{{ Linked.Shop.offer.name }}");
    QTest::newRow("a source alone") << QByteArray("{% assign a = Linked.Shp %}")
                                    << QByteArray("{% assign a = Linked.Shop %}");
    QTest::newRow("nothing near") << QByteArray("{{ Linked.Shop.weather }}") << QByteArray();
    QTest::newRow("in a snippet") << QByteArray("{% render \"foot\" %}") << QByteArray();
  }
  void theNearestNameIsAMend() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, mended);
    const Snippets snippets{{QStringLiteral("foot"), "{{ Linked.Shop.ofer }}"}};
    const auto problems = lintLinked(text, shop(), snippets);
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems[0].mend.has_value(), !mended.isEmpty());
    if (mended.isEmpty()) return;
    const auto& mend = *problems[0].mend;
    QCOMPARE(text.left(mend.begin) + mend.text + text.mid(mend.end), mended);
    QVERIFY(lintLinked(mended, shop(), snippets).empty());
  }

  void aFaultStandsAtItsCopy() {
    Campaign campaign = reading("Hi", {filledWith(LinkedParameter::From::Text, QStringLiteral("x"))});
    campaign.variants.kind = Variants::Kind::Split;
    campaign.variants.others = {{"{{ Linked.Shop.ofer }}", 50, {}}};
    const auto issues = checkLinked(campaign, shop(), {}, {});
    QCOMPARE(codesOf(issues), QStringList{QStringLiteral("linked_unknown_label")});
    QCOMPARE(issues[0].field, QStringLiteral("message:1"));
  }

  void whatASnippetReadsCounts() {
    const Snippets snippets{{QStringLiteral("foot"), "{{ Linked.Shop.offer }}"}};
    const Campaign campaign = reading("Hi {% render \"foot\" %}");
    QCOMPARE(sourcesRead(campaign, snippets), QStringList{QStringLiteral("Shop")});
    QCOMPARE(codesOf(checkLinked(campaign, shop(), snippets, {})), QStringList{QStringLiteral("linked_unmapped")});
  }

  void aSourceWithoutAnAnswerIsOnlyAWarning() {
    auto known = shop();
    known[0].hasAnswer = false;
    const auto issues =
        checkLinked(reading("{{ Linked.Shop.offer }}", {filledWith(LinkedParameter::From::Text, QStringLiteral("x"))}),
                    known, {}, {});
    QCOMPARE(codesOf(issues), QStringList{QStringLiteral("linked_no_answer")});
    QVERIFY(!hasBlockers(issues));
  }
};

QTEST_GUILESS_MAIN(LinkedCheckTest)
#include "linked_check_test.moc"
