// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include "audience/suppression_repository.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/held/held_messages.h"
#include "delivery/held/holding_check.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/progress_watch.h"
#include "delivery/run/progress_words.h"
#include "delivery/run/run_control.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using providers::CancelVerdict;
using providers::SandboxMessage;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPatience = 120000;
constexpr int kPeople = 12;
const QDateTime kStart(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);
/// When the messages are to arrive.
const QDateTime kDue(QDate(2026, 11, 28), QTime(18, 0), Qt::UTC);

schedule::When onceAt(const QDateTime& due, bool held = true) {
  return schedule::Once{{due.date(), due.time(), "UTC"}, schedule::WhenLate::Ask, held};
}

/// A workspace and a sandbox that keeps messages, each with a clock of its own that stands still.
struct HeldWorld {
  HeldWorld() {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    workspace.addPeople(kPeople);
    options.tick = std::chrono::milliseconds(20);
    options.idleBeat = std::chrono::milliseconds(20);
    options.askAfter = std::chrono::milliseconds(0);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
  }

  void publish(const schedule::When& when, const QByteArray& text = "Hello {{ Profile.identity }}") {
    campaign::Campaign draft = workspace.addCampaign(SendingWorkspace::through(provider), text);
    draft.when = when;
    draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    campaign = draft.id;
    run = workspace.publish(draft, kPeople);
  }
  /// Works until nothing is left to be done now.
  void work() {
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(2);
    QVERIFY(idle.count() > 0 || idle.wait(kPatience));
    service.stop();
  }
  void moveTo(const QDateTime& now) {
    clock.set(now);
    providersClock.set(now);
  }
  /// The provider takes the first of them back, and the program ends before that is written down.
  void takeBackUnheard(int first) {
    QCOMPARE(must(held().takeForTakingBack(first)).size(), static_cast<std::size_t>(first));
    net::HttpClient client;
    for (const SandboxMessage& message : arrived()) {
      if (workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE message_id = '%1' AND take_back_tries = 1")
                               .arg(message.id)) == 0) {
        continue;
      }
      net::HttpRequest request;
      request.url = sandbox.url().resolved(QUrl(QStringLiteral("messages/%1/cancel").arg(message.id)));
      int status = 0;
      client.send(std::move(request), &client,
                  [&](const net::HttpOutcome& outcome) { status = outcome.answer.status; });
      QTRY_COMPARE_WITH_TIMEOUT(status, 200, kPatience);
    }
  }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }
  [[nodiscard]] qint64 inState(const QString& state) const { return rows(QStringLiteral("state = '%1'").arg(state)); }
  [[nodiscard]] std::vector<SandboxMessage> arrived() const { return must(sandbox.record().since(0, 1000)); }
  /// What people get in the end.
  [[nodiscard]] qint64 keptOrSent() const {
    const auto all = arrived();
    return std::count_if(all.begin(), all.end(), [&](const auto& one) { return !sandbox.wasTakenBack(one); });
  }
  [[nodiscard]] Run now() { return must(RunRepository(fixture.database(), clock).byId(run)); }
  [[nodiscard]] RunControl control() { return {fixture.database(), clock}; }
  [[nodiscard]] HeldMessages held() { return {fixture.database(), clock}; }

  test::WorkspaceFixture fixture;
  test::ManualClock clock{kStart};
  test::ManualClock providersClock{kStart};
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox{{{}, {}, [this] { return providersClock.now(); }}};
  DeliveryOptions options;
  ProviderId provider;
  CampaignId campaign;
  RunId run;
};

}  // namespace

/// Messages that a provider keeps until their time, over a real connection.
class HeldSendingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void messagesAreHandedOverAtOnceAndCountAsSentAtTheirTime() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("held")), kPeople);
    QCOMPARE(world.inState(QStringLiteral("accepted")), 0);
    QCOMPARE(world.now().state, RunState::Running);
    for (const SandboxMessage& message : world.arrived()) QCOMPARE(message.sendAt.toUTC(), kDue);
    world.moveTo(kDue.addSecs(5));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("accepted")), kPeople);
    QCOMPARE(world.rows(QStringLiteral("updated_at = %1").arg(kDue.toMSecsSinceEpoch())), kPeople);
    QCOMPARE(world.now().state, RunState::Done);
    QCOMPARE(world.arrived().size(), std::size_t(kPeople));
  }

  void aProgramThatWasOffAtTheTimeSendsNothingAgain() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    world.moveTo(kDue.addDays(3));
    world.work();
    QCOMPARE(world.now().state, RunState::Done);
    QCOMPARE(world.arrived().size(), std::size_t(kPeople));
  }

  void aTextSaysTheDayOnWhichItIsRead() {
    HeldWorld world;
    world.publish(onceAt(kDue), "It is {{ 'now' | date: '%Y-%m-%d' }}");
    world.work();
    QCOMPARE(world.arrived().front().body, QStringLiteral("It is 2026-11-28"));
  }

  void whatCantBeKeptInTimeIsSentByThisProgram() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.moveTo(kDue.addSecs(-40));
    world.work();
    QCOMPARE(world.arrived().size(), std::size_t(0));
    QCOMPARE(world.now().state, RunState::Due);
    QVERIFY(!world.now().isHandedOver);
    world.moveTo(kDue);
    world.work();
    QCOMPARE(world.inState(QStringLiteral("accepted")), kPeople);
    for (const SandboxMessage& message : world.arrived()) QVERIFY(!message.sendAt.isValid());
  }

  void aTimeThatTheProviderRefusesIsKeptByThisProgram() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    // By its clock the time is too near: ours is wrong.
    world.providersClock.set(kDue.addSecs(-30));
    world.work();
    QCOMPARE(world.arrived().size(), std::size_t(0));
    QCOMPARE(world.inState(QStringLiteral("pending")), kPeople);
    QCOMPARE(world.now().state, RunState::Due);
    QCOMPARE(world.now().reason, QString(hold::sentHere));
    QVERIFY(!world.now().isHandedOver);
    world.work();
    QCOMPARE(world.arrived().size(), std::size_t(0));
    world.moveTo(kDue);
    world.work();
    QCOMPARE(world.inState(QStringLiteral("accepted")), kPeople);
    for (const SandboxMessage& message : world.arrived()) QVERIFY(!message.sendAt.isValid());
  }

  void whatIsKeptAlreadyStaysWhenARestIsRefused() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    world.workspace.execute(QStringLiteral("UPDATE outbox SET state = 'pending', held_until = NULL WHERE id <= 3"));
    world.providersClock.set(kDue.addSecs(-30));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("held")), kPeople - 3);
    QCOMPARE(world.inState(QStringLiteral("pending")), 3);
    world.moveTo(kDue.addSecs(1));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("accepted")), kPeople);
    QCOMPARE(world.now().state, RunState::Done);
    QCOMPARE(world.arrived().size(), std::size_t(kPeople + 3));
  }

  void whatCouldntBeHandedOverAndWasMissedIsHeldForAPerson() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.moveTo(kDue.addSecs(-40));
    world.work();
    world.moveTo(kDue.addSecs(3600));
    world.work();
    QCOMPARE(world.now().state, RunState::Held);
    QCOMPARE(world.now().reason, QString(hold::missed));
    QCOMPARE(world.arrived().size(), std::size_t(0));
    must(world.control().release(world.run));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("accepted")), kPeople);
  }

  void stoppingTakesAllBack() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().stop(world.run));
    QCOMPARE(world.rows(QStringLiteral("state = 'held' AND reason = 'taking_back'")), kPeople);
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'skipped' AND reason = 'campaign_stopped'")), kPeople);
    QCOMPARE(world.keptOrSent(), 0);
  }

  void takingBackGoesOnWhereAnEndedProgramLeftIt() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().stop(world.run));
    QCOMPARE(must(world.held().takeForTakingBack(5)).size(), std::size_t(5));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("skipped")), kPeople - 5);
    world.moveTo(kStart.addSecs(60));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("skipped")), kPeople);
    QCOMPARE(world.keptOrSent(), 0);
  }

  void aMessageThatWasTakenBackUnheardIsntTakenForSent() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().stop(world.run));
    world.takeBackUnheard(5);
    world.moveTo(kStart.addSecs(60));
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'skipped' AND reason = 'campaign_stopped'")), kPeople);
    QCOMPARE(world.keptOrSent(), 0);
  }

  void withoutALookUpNobodyKnowsWhatBecameOfIt() {
    HeldWorld world;
    world.options.askUnclear = false;
    // A provider that is as the sandbox, and can't be asked about a message.
    QFile file(QStringLiteral(":/providers/sandbox.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject definition = QJsonDocument::fromJson(file.readAll()).object();
    definition.insert(QStringLiteral("id"), QStringLiteral("mute"));
    for (const char* part : {"look_up_by_id", "look_up_by_client_id", "receipts", "inbound"}) {
      definition.remove(QLatin1String(part));
    }
    world.workspace.addDefinition(QJsonDocument(definition).toJson());
    world.workspace.execute(QStringLiteral("UPDATE provider SET type = 'mute'"));
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().stop(world.run));
    world.takeBackUnheard(5);
    world.moveTo(kStart.addSecs(60));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("skipped")), kPeople - 5);
    QCOMPARE(world.inState(QStringLiteral("held")), 5);
    world.moveTo(kDue.addSecs(1));
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'in_doubt' AND reason = 'take_back_unclear'")), 5);
  }

  void pausingTakesBackAndResumingHandsOverAgain() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().pause(world.run));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("pending")), kPeople);
    QCOMPARE(world.keptOrSent(), 0);
    must(world.control().resume(world.run));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("held")), kPeople);
    QCOMPARE(world.keptOrSent(), kPeople);
  }

  void resumingAtOnceLeavesThemWithTheProvider() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().pause(world.run));
    must(world.control().resume(world.run));
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'held' AND take_back IS NULL AND reason = ''")), kPeople);
    QCOMPARE(world.arrived().size(), std::size_t(kPeople));
  }

  void whoUnsubscribesIsTakenBack() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    must(audience::SuppressionRepository(world.fixture.database(), world.clock)
             .add(SendingWorkspace::number(1), QStringLiteral("reply"), QStringLiteral("stop")));
    world.workspace.execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 2"));
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'skipped' AND reason = 'unsubscribed' AND profile_id IN (1, 2)")), 2);
    QCOMPARE(world.inState(QStringLiteral("held")), kPeople - 2);
    QCOMPARE(world.keptOrSent(), kPeople - 2);
  }

  void whatCantBeTakenBackAnyMoreCountsAsSent() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    world.providersClock.set(kDue.addSecs(1));
    must(world.control().stop(world.run));
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'held' AND reason = 'take_back_late'")), kPeople);
    world.moveTo(kDue.addSecs(1));
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted' AND reason = 'take_back_late'")), kPeople);
  }

  void withoutAClearAnswerItMayHaveBeenSent() {
    HeldWorld world;
    world.options.askUnclear = false;
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().stop(world.run));
    for (const HeldMessage& message : must(world.held().takeForTakingBack(100))) {
      must(world.held().settle(message, CancelVerdict{}));
    }
    world.moveTo(kDue.addSecs(1));
    world.work();
    QCOMPARE(world.rows(QStringLiteral("state = 'in_doubt' AND reason = 'take_back_unclear'")), kPeople);
  }

  void itIsAskedOnlySoOften() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    must(world.control().stop(world.run));
    int asked = 0;
    for (QDateTime at = kStart; at < kDue; at = at.addSecs(900)) {
      world.clock.set(at);
      asked += static_cast<int>(must(world.held().takeForTakingBack(100)).size());
    }
    QCOMPARE(asked, 10 * kPeople);
    QCOMPARE(must(world.held().toTakeBack(world.run)).unanswered, qint64(kPeople));
  }

  void aLostAnswerToHandingOverIsNeverSentTwice() {
    HeldWorld world;
    providers::SandboxBehaviour behaviour;
    behaviour.mode = providers::SandboxBehaviour::Mode::Close;
    behaviour.recorded = true;
    behaviour.every = 2;
    world.sandbox.setBehaviour(behaviour);
    world.publish(onceAt(kDue));
    world.work();
    QCOMPARE(world.inState(QStringLiteral("held")), kPeople);
    QCOMPARE(world.arrived().size(), std::size_t(kPeople));
  }

  void itSaysUntilWhenTheProviderKeepsThem() {
    HeldWorld world;
    world.publish(onceAt(kDue));
    world.work();
    const RunProgress progress = must(ProgressWatch(world.workspace.context()).look(world.now()));
    QVERIFY(progress.isKeptOnly());
    QVERIFY2(headlineText(progress).startsWith(QStringLiteral("Kept by the provider until")),
             qPrintable(headlineText(progress)));
  }

  void anotherTimeThanTheCampaignsOwnIsntHandedOver() {
    HeldWorld world;
    campaign::Campaign draft = world.workspace.addCampaign(SendingWorkspace::through(world.provider));
    draft.when = onceAt(kDue);
    draft.revision = must(world.workspace.campaigns().save(draft, draft.revision));
    world.run =
        must(world.workspace.publisher().publishAt(draft.id, draft.revision, kPeople, kDue.addDays(1))).runs.front();
    QVERIFY(!world.now().isHandedOver);
    world.work();
    QCOMPARE(world.arrived().size(), std::size_t(0));
  }

  void whatCantBeKeptIsSaidBeforePublishing_data() {
    using Change = std::function<void(campaign::Campaign&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("quiet");
    QTest::addColumn<QString>("words");
    QTest::newRow("it can") << Change([](campaign::Campaign&) {}) << false << QString();
    QTest::newRow("too near") << Change([](campaign::Campaign& one) { one.when = onceAt(kStart.addSecs(60)); }) << false
                              << QStringLiteral("more than");
    QTest::newRow("too far") << Change([](campaign::Campaign& one) { one.when = onceAt(kStart.addDays(36)); }) << false
                             << QStringLiteral("at most 35 days");
    QTest::newRow("A/B test") << Change([](campaign::Campaign& one) {
      one.variants.kind = campaign::Variants::Kind::AbTest;
    }) << false << QStringLiteral("A/B test");
    QTest::newRow("first batch") << Change([](campaign::Campaign& one) { one.release.first = 5; }) << false
                                 << QStringLiteral("first people");
    QTest::newRow("quiet hours") << Change([](campaign::Campaign&) {}) << true << QStringLiteral("Quiet hours");
  }
  void whatCantBeKeptIsSaidBeforePublishing() {
    QFETCH(std::function<void(campaign::Campaign&)>, change);
    QFETCH(bool, quiet);
    QFETCH(QString, words);
    campaign::Campaign draft;
    draft.when = onceAt(kDue);
    change(draft);
    const providers::Holding holding{QStringLiteral("Main"), {}, std::chrono::minutes(15), std::chrono::hours(24 * 35)};
    const QString problem = holdingProblem(draft, holding, quiet, kStart);
    QVERIFY2(words.isEmpty() == problem.isEmpty() && problem.contains(words), qPrintable(problem));
  }

  void aHandingOverThatTakesTooLongIsSaidWithFigures_data() {
    QTest::addColumn<int>("minutesAhead");
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("there is time") << 60 << qint64(100'000) << QStringList();
    QTest::newRow("too many") << 30 << qint64(250'000)
                              << QStringList{
                                     QStringLiteral("250,000 messages to “Main” takes 42 minutes at 100 a second"),
                                     QStringLiteral("there is 14 minutes"), QStringLiteral("About 163,000")};
    QTest::newRow("can't at all") << 10 << qint64(250'000) << QStringList();
  }
  void aHandingOverThatTakesTooLongIsSaidWithFigures() {
    QFETCH(int, minutesAhead);
    QFETCH(qint64, messages);
    QFETCH(QStringList, words);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    campaign::Campaign draft;
    draft.when = onceAt(kStart.addSecs(60 * minutesAhead));
    const providers::Holding holding{
        QStringLiteral("Main"), {}, std::chrono::minutes(15), std::chrono::hours(24 * 35), 100};
    const auto issue = handOverIssue(draft, holding, messages, kStart);
    QCOMPARE(issue.has_value(), !words.isEmpty());
    for (const QString& word : words) QVERIFY2(issue->text.contains(word), qPrintable(issue->text));
  }

  void theCheckCountsHowLongHandingOverTakes() {
    HeldWorld world;
    providers::Provider slow;
    slow.name = QStringLiteral("Slow");
    slow.type = QStringLiteral("sandbox");
    slow.settings = {{QStringLiteral("max_per_second"), 1}};
    const ProviderId id = must(world.workspace.providers().create(slow));
    campaign::Campaign draft = world.workspace.addCampaign(SendingWorkspace::through(id));
    draft.when = onceAt(kStart.addSecs(95));
    const auto isSaid = [&] {
      const auto issues = must(world.workspace.publisher().check(draft)).issues;
      return std::any_of(issues.begin(), issues.end(), [](const auto& issue) { return issue.code == u"holding_slow"; });
    };
    QVERIFY(isSaid());
    draft.when = onceAt(kStart.addSecs(3600));
    QVERIFY(!isSaid());
  }

  void aMemberThatKeepsNothingStandsInTheWay() {
    HeldWorld world;
    providers::Provider vonage;
    vonage.name = QStringLiteral("Backup");
    vonage.type = QStringLiteral("vonage");
    vonage.settings = {{QStringLiteral("api_key"), QStringLiteral("abcd1234")},
                       {QStringLiteral("from"), QStringLiteral("Acme")}};
    const ProviderId backup = must(world.workspace.providers().create(vonage));
    providers::ProviderGroup both;
    both.name = QStringLiteral("Both");
    both.members = {world.provider, backup};
    const GroupId group = must(world.workspace.groups().create(both));
    campaign::Campaign draft = world.workspace.addCampaign(SendingWorkspace::through(group));
    draft.when = onceAt(kDue);
    const auto issues = must(world.workspace.publisher().groundOf(draft)).report.issues;
    QVERIFY(std::any_of(issues.begin(), issues.end(), [](const campaign::Issue& issue) {
      return issue.code == u"holding_unable" && issue.text.contains(QStringLiteral("Backup"));
    }));
  }
};

Q_DECLARE_METATYPE(std::function<void(heliograph::campaign::Campaign&)>)

QTEST_GUILESS_MAIN(HeldSendingTest)
#include "held_sending_test.moc"
