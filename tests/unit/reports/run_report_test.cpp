// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/run_report.h"

#include <QBuffer>
#include <QJsonArray>
#include <QTest>

#include "reports/csv_report.h"
#include "reports/report_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::reports;
using delivery::RowState;
using test::must;
using test::SendingWorkspace;

class RunReportTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(8);
    const ProviderId provider =
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    const auto draft = m_workspace->addCampaign(SendingWorkspace::through(provider));
    m_campaign = draft.id;
    m_run = m_workspace->publish(draft, 8);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'done', audience = 8"));
    addRow(1, "accepted", "", 1);
    addRow(2, "accepted", "", 2);
    addRow(3, "accepted", "settled_sent", 1);
    addRow(4, "refused", "bad_number", 1);
    addRow(5, "skipped", "unsubscribed", 0);
    addRow(6, "skipped", "unsubscribed", 0);
    addRow(7, "skipped", "no_phone", 0);
    addRow(8, "in_doubt", "no_clear_answer", 1);
  }

  void everybodyIsInExactlyOneCount() {
    const RunReport report = must(repository().ofRun(m_run));
    QCOMPARE(report.total(), report.run.audience);
    QCOMPARE(report.people(RowState::Accepted), 3);
    QCOMPARE(report.people(RowState::Refused), 1);
    QCOMPARE(report.people(RowState::Skipped), 3);
    QCOMPARE(report.people(RowState::InDoubt), 1);
    QCOMPARE(report.people(RowState::Pending), 0);
    const auto first = std::find_if(report.counts.begin(), report.counts.end(),
                                    [](const ReasonCount& count) { return count.state == RowState::Skipped; });
    QCOMPARE(first->reason, QStringLiteral("unsubscribed"));
    QCOMPARE(first->people, 2);
    QVERIFY(first->text.contains(QStringLiteral("asked not to be texted")));
  }

  void itSaysHowManyAreStillTakenBack() {
    QCOMPARE(must(repository().ofRun(m_run)).takingBack, 0);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'stopped'"));
    m_workspace->execute(
        QStringLiteral("UPDATE outbox SET state = 'held', take_back = 'stopped', take_back_at = id WHERE id <= 3"));
    QCOMPARE(must(repository().ofRun(m_run)).takingBack, 3);
    // Asked as often as makes sense: nothing more comes of it.
    m_workspace->execute(QStringLiteral("UPDATE outbox SET take_back_at = NULL WHERE id = 1"));
    QCOMPARE(must(repository().ofRun(m_run)).takingBack, 2);
  }

  void colleaguesAreInNoFigureUnlessAskedFor() {
    m_workspace->addPerson(9, SendingWorkspace::number(9));
    m_workspace->addPerson(10, SendingWorkspace::number(10));
    const RunReport before = must(repository().ofRun(m_run));
    addRow(9, "accepted", "", 5);
    addRow(10, "skipped", "no_phone", 0);
    m_workspace->execute(QStringLiteral("UPDATE outbox SET seed = 1 WHERE id > 8"));
    RunReport report = must(repository().ofRun(m_run));
    QCOMPARE(report.seeds.size(), std::size_t{2});
    QCOMPARE(report.seeds.front().state, RowState::Accepted);
    report.seeds.clear();
    QCOMPARE(toJson(report), toJson(before));
    RecipientQuery query;
    query.campaign = m_campaign;
    QCOMPARE(must(repository().count(query)), 8);
    QCOMPARE(must(repository().recipients(query)).size(), std::size_t{8});
    query.seeds = true;
    QCOMPARE(must(repository().count(query)), 10);
    const auto all = must(repository().recipients(query));
    QVERIFY(all.back().isSeed && !all.front().isSeed);
    QBuffer csv;
    QVERIFY(csv.open(QIODevice::WriteOnly));
    must(writeRecipientsCsv(repository(), query, csv));
    QVERIFY(csv.data().contains(",seed\r\n"));
    QVERIFY(csv.data().contains(",yes\r\n"));
  }

  void providersAndPartsAreCounted() {
    const RunReport report = must(repository().ofRun(m_run));
    QCOMPARE(report.providers.size(), std::size_t{1});
    QCOMPARE(report.providers.front().name, QStringLiteral("Main"));
    QCOMPARE(report.providers.front().accepted, 3);
    QCOMPARE(report.providers.front().refused, 1);
    QCOMPARE(report.acceptedParts, 4);
    QCOMPARE(report.firstAcceptedAt.toMSecsSinceEpoch(), 1001);
    QCOMPARE(report.lastAcceptedAt.toMSecsSinceEpoch(), 1003);
  }

  void whoWasLeftOutStaysInTheReport() {
    const ProviderId poor = m_workspace->addSandbox(QStringLiteral("Poor"), QUrl(QStringLiteral("http://127.0.0.1:2")));
    const auto leftOut = [&](qint64 at, const QString& until) {
      m_workspace->execute(QStringLiteral("INSERT INTO run_left_out (run_id, provider_id, at, ended_at, code, words, "
                                          "setup, good_at) VALUES (%1, %2, %3, %4, 'no_credit', 'Top it up', '', 0)")
                               .arg(m_run.value)
                               .arg(poor.value)
                               .arg(at)
                               .arg(until));
    };
    leftOut(1001, QStringLiteral("1002"));
    leftOut(1003, QStringLiteral("NULL"));
    // The tries of persons 1 to 8 ended at 1001 to 1008.
    m_workspace->execute(QStringLiteral("UPDATE attempt SET outcome = 'accepted' WHERE outbox_id <= 4"));
    m_workspace->execute(
        QStringLiteral("UPDATE attempt SET outcome = 'no_credit', provider_id = %1 WHERE outbox_id = 8")
            .arg(poor.value));
    const RunReport report = must(repository().ofRun(m_run));
    QCOMPARE(report.leftOut.size(), std::size_t{2});
    QCOMPARE(report.leftOut[0].taken, 2);
    QCOMPARE(report.leftOut[0].rejected, 0);
    QVERIFY(report.leftOut[0].leftOut.until.isValid());
    QCOMPARE(report.leftOut[1].taken, 2);
    QCOMPARE(report.leftOut[1].rejected, 1);
    QVERIFY(!report.leftOut[1].leftOut.until.isValid());
    const QString line = leftOutLine(report.leftOut[1]);
    QVERIFY2(line.contains(QStringLiteral("“Poor” has no credit left")), qPrintable(line));
    QVERIFY2(line.contains(QStringLiteral("others took 2")), qPrintable(line));
    const QJsonObject json = toJson(report).value(u"left_out").toArray().at(1).toObject();
    QCOMPARE(json.value(u"provider").toString(), QStringLiteral("Poor"));
    QCOMPARE(json.value(u"code").toString(), QStringLiteral("no_credit"));
    QCOMPARE(json.value(u"taken_by_others").toInt(), 2);
    QVERIFY(json.value(u"until").isNull());
  }

  void whoWaitsForALeftOutProviderIsCounted() {
    m_workspace->execute(
        QStringLiteral("INSERT INTO run_left_out (run_id, provider_id, at, code, words, setup, good_at) "
                       "VALUES (%1, 1, 1, 'credentials', '', '', 0)")
            .arg(m_run.value));
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'paused', hold_reason = 'no_provider'"));
    m_workspace->execute(QStringLiteral("UPDATE outbox SET state = 'pending' WHERE id IN (4, 8)"));
    QCOMPARE(must(repository().ofRun(m_run)).leftOut.front().waiting, 2);
  }

  void eachCopyHasItsCounts() {
    const RunReport report = must(repository().ofRun(publishTest()));
    QCOMPARE(report.copies.size(), std::size_t{2});
    QCOMPARE(report.copies[0].name, QStringLiteral("A"));
    QCOMPARE(report.copies[0].accepted, 2);
    QCOMPARE(report.copies[0].parts, 2);
    QCOMPARE(report.copies[1].people, 2);
    QCOMPARE(report.copies[1].refused, 1);
    QCOMPARE(report.copies[1].unclear, 1);
    QCOMPARE(report.waitForWinner, 3);
    const QJsonObject json = toJson(report);
    QCOMPARE(json.value(u"copies").toArray().size(), 2);
    QVERIFY(json.value(u"winner").isNull());
  }

  void whoeverWaitsIsOfTheCopyThatWon() {
    const RunId run = publishTest();
    m_workspace->execute(QStringLiteral("UPDATE run SET winner_copy = 1 WHERE id = %1").arg(run.value));
    const RunReport report = must(repository().ofRun(run));
    QCOMPARE(report.copies[1].people, 5);
    QCOMPARE(report.waitForWinner, 0);
    QCOMPARE(toJson(report).value(u"winner").toString(), QStringLiteral("B"));
  }

  void recipientsAndTheirCsvHaveTheCopy() {
    const RunId run = publishTest();
    RecipientQuery wanted;
    wanted.run = run;
    const auto people = must(repository().recipients(wanted));
    QCOMPARE(people[0].copy, QStringLiteral("A"));
    QCOMPARE(people[2].copy, QStringLiteral("B"));
    QCOMPARE(people[4].copy, QString());
    QBuffer csv;
    csv.open(QIODevice::ReadWrite);
    must(writeRecipientsCsv(repository(), wanted, csv));
    QVERIFY(csv.data().left(csv.data().indexOf('\n')).trimmed().endsWith(",delivered_at"));
  }

  void aDeletedPersonStaysInTheCounts() {
    m_workspace->execute(QStringLiteral("UPDATE outbox SET address = NULL, text = NULL WHERE profile_id = 1"));
    m_workspace->execute(QStringLiteral("DELETE FROM profile WHERE id = 1"));
    QCOMPARE(must(repository().ofRun(m_run)).total(), 8);
    const Recipient gone = must(repository().recipients(query())).front();
    QVERIFY(gone.identity.isEmpty());
    QVERIFY(gone.address.isEmpty());
    QCOMPARE(gone.state, RowState::Accepted);
  }

  void theJsonSaysTheSame() {
    const QJsonObject json = toJson(must(repository().ofCampaign(m_campaign)).front());
    QCOMPARE(json.value(u"audience").toInt(), 8);
    int sum = 0;
    const QJsonObject states = json.value(u"states").toObject();
    for (const auto& people : states) sum += people.toInt();
    QCOMPARE(sum, 8);
    QCOMPARE(states.value(u"in_doubt").toInt(), 1);
  }

  void recipientsComeInPages() {
    RecipientQuery page = query();
    page.limit = 3;
    QStringList identities;
    while (true) {
      const auto recipients = must(repository().recipients(page));
      if (recipients.empty()) break;
      for (const Recipient& one : recipients) identities << one.identity;
      page.after = recipients.back().id;
    }
    QCOMPARE(identities.size(), 8);
    QCOMPARE(identities.first(), QStringLiteral("person-1"));
    QCOMPARE(must(repository().count(page)), 8);
  }

  void recipientsAreFound_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    const QString any;
    QTest::newRow("by state") << QStringLiteral("skipped") << any << any << 3;
    QTest::newRow("by reason") << any << QStringLiteral("unsubscribed") << any << 2;
    QTest::newRow("by identity") << any << any << QStringLiteral("son-4") << 1;
    QTest::newRow("by address") << any << any << QStringLiteral("+91981") << 8;
    QTest::newRow("a sign of patterns") << any << any << QStringLiteral("%") << 0;
  }
  void recipientsAreFound() {
    QFETCH(QString, state);
    QFETCH(QString, reason);
    RecipientQuery wanted = query();
    if (!state.isEmpty()) wanted.states = {delivery::rowStateFromName(state)};
    if (!reason.isEmpty()) wanted.reason = reason;
    QFETCH(QString, search);
    wanted.search = search;
    QTEST(static_cast<int>(must(repository().recipients(wanted)).size()), "found");
    QTEST(static_cast<int>(must(repository().count(wanted))), "found");
  }

  void theRecipientsFileHasALineForEverybody() {
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    must(writeRecipientsCsv(repository(), query(), file));
    const auto lines = file.data().split('\n');
    QCOMPARE(lines.size(), 10);
    QVERIFY(lines.at(0).startsWith("run,identity,address,state,reason,text,"));
    QVERIFY(lines.at(4).contains("person-4,+919810000004,refused,bad_number,"));
    QVERIFY(lines.at(4).contains("21211: No such number"));
  }

  void theCountsFileHasALineForEachReason() {
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    must(writeCountsCsv(must(repository().ofCampaign(m_campaign)), file));
    QCOMPARE(file.data().split('\n').size(), 8);
  }

 private:
  /// An A/B test that was sent: two people got A, two B, three wait.
  RunId publishTest() {
    auto draft = m_workspace->addCampaign({}, "A");
    draft.variants.kind = campaign::Variants::Kind::AbTest;
    draft.variants.others = {{"B", 0, {}}};
    draft.route = must(m_workspace->campaigns().load(m_campaign)).route;
    draft.revision = must(m_workspace->campaigns().save(draft, draft.revision));
    const RunId run = m_workspace->publish(draft, 7);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'held', hold_reason = 'ab_test', test_up_to = 4 WHERE "
                                        "id = %1")
                             .arg(run.value));
    const char* states[]{"accepted", "accepted", "refused", "in_doubt", "pending", "pending", "pending"};
    for (int i = 0; i < 7; ++i) {
      const QString copy = i > 3 ? QStringLiteral("NULL") : QString::number(i / 2);
      m_workspace->execute(QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, copy, draw, parts, "
                                          "updated_at) VALUES (%1, %2, '%3', %4, %5, 1, 0)")
                               .arg(run.value)
                               .arg(i + 1)
                               .arg(QLatin1String(states[i]), copy)
                               .arg(i + 1));
    }
    return run;
  }

  [[nodiscard]] ReportRepository repository() const { return ReportRepository(m_fixture->database()); }
  [[nodiscard]] RecipientQuery query() const {
    RecipientQuery query;
    query.campaign = m_campaign;
    return query;
  }
  void addRow(int person, const char* state, const char* reason, int parts) const {
    const bool tried = parts > 0;
    m_workspace->execute(
        QStringLiteral("INSERT INTO outbox (id, run_id, profile_id, address, state, reason, parts, provider_id, tries, "
                       "updated_at) VALUES (%1, %2, %1, '%3', '%4', '%5', %6, %7, %8, 0)")
            .arg(person)
            .arg(m_run.value)
            .arg(SendingWorkspace::number(person), QLatin1String(state), QLatin1String(reason))
            .arg(parts)
            .arg(tried ? QStringLiteral("1") : QStringLiteral("NULL"))
            .arg(tried ? 1 : 0));
    if (!tried) return;
    m_workspace->execute(QStringLiteral("INSERT INTO attempt (outbox_id, number, provider_id, client_id, started_at, "
                                        "finished_at, code, words) VALUES (%1, 1, 1, 'c%1', 1, %2, '21211', 'No such "
                                        "number')")
                             .arg(person)
                             .arg(1000 + person));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  CampaignId m_campaign;
  RunId m_run;
};

QTEST_GUILESS_MAIN(RunReportTest)
#include "run_report_test.moc"
