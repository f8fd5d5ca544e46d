// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_difference.h"

#include <QtTest>

using namespace heliograph;
using namespace heliograph::campaign;

class CampaignDifferenceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatDiffersIsSaidInWords();
  void idAndRevisionAreNoDifference();
  void theFieldsMakeOneLine();
  void aProviderIsCalledByItsName();
  void everythingThatIsStoredIsCompared();
};

namespace {

QStringList values(const std::vector<FieldDifference>& differences) {
  QStringList all;
  for (const FieldDifference& one : differences) {
    all << QStringLiteral("%1: %2 -> %3").arg(one.title, one.before, one.after);
  }
  return all;
}

}  // namespace

void CampaignDifferenceTest::whatDiffersIsSaidInWords() {
  Campaign before;
  before.name = QStringLiteral("Spring");
  before.labels = QStringList{QStringLiteral("sale")};
  before.message = "Hi";
  Campaign after = before;
  after.name = QStringLiteral("Summer");
  after.labels << QStringLiteral("july");
  after.purpose = Purpose::Transactional;
  after.audience = Audience::everybody();
  after.message = "Hi you";
  after.when = schedule::OnPublish{};
  after.release = Release::firstThenAsk(100);
  after.holdBack = {10, 4711, false};
  after.safetyCheck = 50000;
  after.reach = ReachLimit::only(5000);
  after.liveLimit = LiveLimit::perDay(300);
  QCOMPARE(values(differencesOf(before, after)),
           (QStringList{
               QStringLiteral("Name: Spring -> Summer"), QStringLiteral("Labels: sale -> sale, july"),
               QStringLiteral("Purpose: Marketing -> Transactional"),
               QStringLiteral("Audience: Nobody chosen yet -> Everybody"),
               QStringLiteral("Hold back: None -> 10 % of those who qualify; not the workspace's control group"),
               QStringLiteral("Safety check: None -> Not sent if more than %L1 qualify").arg(50000),
               QStringLiteral("Reach: Everybody -> Only %L1, drawn by lot").arg(5000),
               QStringLiteral("Limit: No limit -> Only 300 a day"), QStringLiteral("Message: Hi -> Hi you"),
               QStringLiteral("When: %1 -> %2").arg(schedule::describe(before.when), schedule::describe(after.when)),
               QStringLiteral("Release: Everybody -> First 100, then ask")}));
}

void CampaignDifferenceTest::idAndRevisionAreNoDifference() {
  Campaign one;
  Campaign other;
  other.id = CampaignId{3};
  other.revision = 8;
  QVERIFY(differencesOf(one, other).empty());
}

void CampaignDifferenceTest::theFieldsMakeOneLine() {
  Campaign before;
  Campaign after;
  after.message = "Hi";
  after.audience = Audience::everybody();
  QCOMPARE(fieldNames(differencesOf(before, after)), QStringLiteral("audience, message"));
}

void CampaignDifferenceTest::aProviderIsCalledByItsName() {
  Campaign before;
  Campaign after;
  after.route = {QStringLiteral("provider"), 3};
  const auto named = differencesOf(before, after, [](const Route&) { return QStringLiteral("Nova India"); });
  QCOMPARE(values(named), QStringList{QStringLiteral("Send through: The default -> Nova India")});
  QCOMPARE(differencesOf(before, after).front().after, QStringLiteral("Provider 3"));
}

void CampaignDifferenceTest::everythingThatIsStoredIsCompared() {
  Campaign before;
  Campaign after;
  after.limits.maxParts = 3;
  const auto differences = differencesOf(before, after);
  QCOMPARE(differences.size(), std::size_t{1});
  QCOMPARE(differences.front().title, QStringLiteral("Most parts"));
  QCOMPARE(differences.front().after, QStringLiteral("3"));
}

QTEST_GUILESS_MAIN(CampaignDifferenceTest)
#include "campaign_difference_test.moc"
