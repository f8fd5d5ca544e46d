// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/campaign_acts.h"

#include <QTest>

using namespace heliograph;
using campaign::CampaignSummary;
using campaign::Standing;
using items::Act;

namespace {

CampaignSummary standing(Standing how) {
  CampaignSummary summary;
  summary.id = CampaignId{1};
  summary.standing = how;
  summary.runs = how == Standing::Draft ? 0 : 1;
  return summary;
}

/// The acts that can be done, by their letters: pause, resume, send now, stop, unschedule, archive, delete.
QString allowed(const CampaignSummary& campaign) {
  QString letters;
  const QList<QPair<Act, char>> acts{{Act::Rename, 'n'},  {Act::Pause, 'p'},     {Act::Resume, 'r'},
                                     {Act::SendNow, 's'}, {Act::Stop, 'S'},      {Act::Unschedule, 'u'},
                                     {Act::Archive, 'a'}, {Act::Unarchive, 'A'}, {Act::Remove, 'd'}};
  for (const auto& [act, letter] : acts) {
    if (items::refusal(act, campaign).isEmpty()) letters += QLatin1Char(letter);
  }
  return letters;
}

}  // namespace

class CampaignActsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyStandingHasItsActs_data() {
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("letters");
    QTest::newRow("draft") << int(Standing::Draft) << "nad";
    QTest::newRow("scheduled") << int(Standing::Scheduled) << "Su";
    QTest::newRow("held") << int(Standing::Held) << "sSu";
    QTest::newRow("sending") << int(Standing::Sending) << "pS";
    QTest::newRow("paused") << int(Standing::Paused) << "rS";
    QTest::newRow("stopped") << int(Standing::Stopped) << "a";
    QTest::newRow("completed") << int(Standing::Done) << "a";
  }
  void everyStandingHasItsActs() {
    QFETCH(int, how);
    QFETCH(QString, letters);
    QCOMPARE(allowed(standing(static_cast<Standing>(how))), letters);
  }

  void whatWasPublishedOnceIsNotDeleted() {
    CampaignSummary draft = standing(Standing::Draft);
    draft.runs = 1;
    QVERIFY(!items::refusal(Act::Remove, draft).isEmpty());
  }

  void whatHasBegunIsNotUnscheduled() {
    CampaignSummary held = standing(Standing::Held);
    held.people = 12;
    QVERIFY(!items::refusal(Act::Unschedule, held).isEmpty());
  }

  void severalAreDoneAtOnceWhereThatMakesSense() {
    const std::vector<CampaignSummary> drafts{standing(Standing::Draft), standing(Standing::Draft)};
    QVERIFY(items::refusal(Act::Label, drafts).isEmpty());
    QVERIFY(items::refusal(Act::Remove, drafts).isEmpty());
    QVERIFY(!items::refusal(Act::Open, drafts).isEmpty());
    const std::vector<CampaignSummary> mixed{standing(Standing::Draft), standing(Standing::Done)};
    QVERIFY(!items::refusal(Act::Remove, mixed).isEmpty());
    QVERIFY(!items::refusal(Act::Open, std::vector<CampaignSummary>{}).isEmpty());
  }
};

QTEST_GUILESS_MAIN(CampaignActsTest)
#include "campaign_acts_test.moc"
