// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_check.h"

#include <QtTest>

using namespace heliograph;
using namespace heliograph::campaign;

class CampaignCheckTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aWholeDraftHasNoIssue();
  void everyGapIsNamed_data();
  void everyGapIsNamed();
  void eachCopyHasItsOwnIssues();
  void aSingleMessageIsNotCheckedForCopiesKeptAside();
  void aWinnerByClicksIsChosenByHand();
  void aSyntaxErrorHasItsPlace();
  void unknownPropertiesAreNotLookedForWithoutAList();
  void aGapInThePropertiesOnlyWarns();
  void aSkippedTimeWarns();
  void theStepsComeInOrder();
  void peopleAsTheyActStayADraft();
  void aLiveLimitIsAtLeastAHundredUnlessFewerWouldLeave_data();
  void aLiveLimitIsAtLeastAHundredUnlessFewerWouldLeave();
};

Q_DECLARE_METATYPE(heliograph::campaign::Campaign)

namespace {

CheckContext context() {
  return {{QStringLiteral("first_name")}, true, QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC)};
}

Campaign whole() {
  Campaign campaign;
  campaign.name = QStringLiteral("Spring");
  campaign.audience = Audience::everybody();
  campaign.message = "Hi {{ Profile.first_name | default: \"there\" }}";
  campaign.when = schedule::OnPublish{};
  campaign.textRules.optOut = {message::OptOutLine::When::Always, QStringLiteral("Reply STOP to opt out")};
  return campaign;
}

template <class Change>
Campaign changed(Change change) {
  Campaign campaign = whole();
  change(campaign);
  return campaign;
}

schedule::When onceAt(const QDate& date, const QTime& time) {
  return schedule::Once{{date, time, "Europe/Berlin"}};
}

const Issue* find(const std::vector<Issue>& issues, const QString& code) {
  const auto found = std::find_if(issues.begin(), issues.end(), [&](const Issue& one) { return one.code == code; });
  return found == issues.end() ? nullptr : &*found;
}

}  // namespace

void CampaignCheckTest::aWholeDraftHasNoIssue() {
  QVERIFY(checkCampaign(whole(), context()).empty());
}

void CampaignCheckTest::eachCopyHasItsOwnIssues() {
  const auto issues = checkCampaign(changed([](Campaign& c) {
                                      c.variants.kind = Variants::Kind::Split;
                                      c.variants.others = {{" ", 30}, {"Hi {{ Profile.shoe }}", 20}};
                                    }),
                                    context());
  const Issue* empty = find(issues, QStringLiteral("message_empty"));
  QVERIFY(empty);
  QCOMPARE(empty->field, QStringLiteral("message:1"));
  QVERIFY(empty->text.startsWith(QStringLiteral("Copy B: ")));
  const Issue* unknown = find(issues, QStringLiteral("message_unknown_property"));
  QVERIFY(unknown);
  QCOMPARE(unknown->field, QStringLiteral("message:2"));
  QVERIFY(unknown->offset > 0);
}

void CampaignCheckTest::aSingleMessageIsNotCheckedForCopiesKeptAside() {
  const auto issues = checkCampaign(changed([](Campaign& c) { c.variants.others = {{" "}}; }), context());
  QVERIFY(!find(issues, QStringLiteral("message_empty")));
}

void CampaignCheckTest::aWinnerByClicksIsChosenByHand() {
  const auto issues = checkCampaign(changed([](Campaign& c) {
                                      c.variants.kind = Variants::Kind::AbTest;
                                      c.variants.others = {{"b"}};
                                      c.variants.winner.by = WinnerRule::By::Clicks;
                                    }),
                                    context());
  const Issue* issue = find(issues, QStringLiteral("winner_by_hand"));
  QVERIFY(issue);
  QCOMPARE(issue->severity, Severity::Warn);
}

void CampaignCheckTest::peopleAsTheyActStayADraft() {
  Campaign campaign = whole();
  campaign.when = schedule::NotChosen{};
  campaign.audience = Audience::asTheyAct({audience::SingleAction{{QStringLiteral("Charged"), {}}, false}, {}});
  const auto issues = checkCampaign(campaign, context());
  QCOMPARE(issues.size(), std::size_t{1});
  QCOMPARE(issues.front().code, QStringLiteral("live_not_running"));
  QCOMPARE(issues.front().severity, Severity::Block);
  QVERIFY(issues.front().text.contains(QStringLiteral("doesn't run yet")));
  campaign.audience = Audience::asTheyAct({});
  const auto half = checkCampaign(campaign, context());
  QVERIFY(find(half, QStringLiteral("live_incomplete")) != nullptr);
  QVERIFY(find(half, QStringLiteral("audience_missing")) == nullptr);
}

void CampaignCheckTest::aLiveLimitIsAtLeastAHundredUnlessFewerWouldLeave_data() {
  QTest::addColumn<Campaign>("campaign");
  QTest::addColumn<bool>("tooFew");
  const auto row = [](const char* name, const LiveLimit& limit, bool tooFew, bool live = true) {
    Campaign campaign = whole();
    campaign.liveLimit = limit;
    if (live) {
      campaign.audience = Audience::asTheyAct({audience::SingleAction{{QStringLiteral("Charged"), {}}, false}, {}});
    }
    QTest::newRow(name) << campaign << tooFew;
  };
  // 60 and 90 would have left in two days.
  row("no limit", {}, false);
  row("a day, which it never is", LiveLimit::perDay(99), false);
  row("in total, which it would be", LiveLimit::total(99), true);
  row("in total, enough", LiveLimit::total(100), false);
  row("people that are picked", LiveLimit::total(99), false, false);
}

void CampaignCheckTest::aLiveLimitIsAtLeastAHundredUnlessFewerWouldLeave() {
  QFETCH(Campaign, campaign);
  CheckContext known = context();
  known.wouldLeave.emplace();
  known.wouldLeave->days = {{QDate(2026, 11, 18), 60}, {QDate(2026, 11, 19), 90}};
  QTEST(find(checkCampaign(campaign, known), QStringLiteral("live_limit_too_few")) != nullptr, "tooFew");
  QVERIFY(!find(checkCampaign(campaign, context()), QStringLiteral("live_limit_too_few")));
}

void CampaignCheckTest::everyGapIsNamed_data() {
  QTest::addColumn<Campaign>("campaign");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("step");
  QTest::addColumn<QString>("field");
  const auto row = [](const char* code, const char* step, const char* field, const Campaign& campaign) {
    QTest::newRow(code) << campaign << QString::fromLatin1(code) << QString::fromLatin1(step)
                        << QString::fromLatin1(field);
  };
  row("name_empty", "start", "name", changed([](Campaign& c) { c.name = QStringLiteral("  "); }));
  row("audience_missing", "who", "audience", changed([](Campaign& c) { c.audience = {}; }));
  row("message_empty", "what", "message", changed([](Campaign& c) { c.message = " \n"; }));
  row("message_syntax", "what", "message", changed([](Campaign& c) { c.message = "Hi {% if %}"; }));
  row("message_unknown_property", "what", "message", changed([](Campaign& c) { c.message = "{{ Profile.shoe }}"; }));
  const auto copies = [](Variants::Kind kind, std::vector<Variant> others) {
    return changed([&](Campaign& c) {
      c.variants.kind = kind;
      c.variants.others = std::move(others);
    });
  };
  using Kind = Variants::Kind;
  row("copies_missing", "what", "variants", copies(Kind::AbTest, {}));
  row("copies_too_many", "what", "variants", copies(Kind::AbTest, {{"b"}, {"c"}, {"d"}}));
  row("shares_wrong", "what", "variants", copies(Kind::Split, {{"b", 60}, {"c", 40}}));
  row("copies_property_missing", "what", "variants", copies(Kind::ByProperty, {{"b", 0, QStringLiteral("Gold")}}));
  row("copies_value_empty", "what", "message:1", copies(Kind::ByProperty, {{"b", 0, QStringLiteral(" ")}}));
  row("copies_value_twice", "what", "message:2",
      copies(Kind::ByProperty, {{"b", 0, QStringLiteral("Gold")}, {"c", 0, QStringLiteral(" gold")}}));
  row("when_missing", "when", "when", changed([](Campaign& c) { c.when = {}; }));
  row("when_past", "when", "when", changed([](Campaign& c) { c.when = onceAt(QDate(2026, 11, 19), QTime(9, 0)); }));
  row("when_invalid", "when", "when", changed([](Campaign& c) {
        c.when = schedule::Once{{QDate(2026, 12, 1), QTime(9, 0), "Nowhere/Else"}};
      }));
}

void CampaignCheckTest::everyGapIsNamed() {
  QFETCH(Campaign, campaign);
  QFETCH(QString, code);
  QFETCH(QString, step);
  QFETCH(QString, field);
  const auto issues = checkCampaign(campaign, context());
  const Issue* issue = find(issues, code);
  QVERIFY(issue);
  QCOMPARE(issue->severity, Severity::Block);
  QCOMPARE(stepName(issue->step), step);
  QCOMPARE(issue->field, field);
  QVERIFY(!issue->text.isEmpty());
  QVERIFY(hasBlockers(issues));
}

void CampaignCheckTest::aSyntaxErrorHasItsPlace() {
  Campaign campaign = whole();
  campaign.message = "Grüße {% nonsense %}";
  const auto issues = checkCampaign(campaign, context());
  const Issue* issue = find(issues, QStringLiteral("message_syntax"));
  QVERIFY(issue);
  QVERIFY(issue->offset >= 8);
  QVERIFY(issue->length > 0);
}

void CampaignCheckTest::unknownPropertiesAreNotLookedForWithoutAList() {
  CheckContext without = context();
  without.properties.clear();
  const auto issues = checkCampaign(changed([](Campaign& c) { c.message = "{{ Profile.shoe }}"; }), without);
  QVERIFY(!find(issues, QStringLiteral("message_unknown_property")));
}

void CampaignCheckTest::aGapInThePropertiesOnlyWarns() {
  const auto issues = checkCampaign(changed([](Campaign& c) { c.message = "Hi {{ Profile.first_name }}"; }), context());
  const Issue* issue = find(issues, QStringLiteral("message_no_fallback"));
  QVERIFY(issue);
  QCOMPARE(issue->severity, Severity::Warn);
  QVERIFY(!hasBlockers(issues));
}

void CampaignCheckTest::aSkippedTimeWarns() {
  const auto issues =
      checkCampaign(changed([](Campaign& c) { c.when = onceAt(QDate(2027, 3, 28), QTime(2, 30)); }), context());
  QVERIFY(find(issues, QStringLiteral("when_clock_change")));
  QVERIFY(!hasBlockers(issues));
}

void CampaignCheckTest::theStepsComeInOrder() {
  CheckContext bare = context();
  bare.hasDefaultRoute = false;
  QStringList steps;
  for (const Issue& issue : checkCampaign(Campaign(), bare)) steps << stepName(issue.step);
  const QStringList expected{QStringLiteral("start"), QStringLiteral("start"), QStringLiteral("who"),
                             QStringLiteral("what"), QStringLiteral("when")};
  QCOMPARE(steps, expected);
}

QTEST_GUILESS_MAIN(CampaignCheckTest)
#include "campaign_check_test.moc"
