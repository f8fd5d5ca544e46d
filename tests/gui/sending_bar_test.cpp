// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>

#include "campaign/campaign_repository.h"
#include "on_screen.h"
#include "storage/statement.h"
#include "ui/window/window_actions.h"

using namespace heliograph;
using delivery::RunState;
using test::focusName;
using test::WindowFixture;

namespace {

constexpr int kPatience = 120000;

}  // namespace

/// Sending as it is seen from every page, at a provider that is slow enough to watch.
class SendingBarTest final : public QObject {
  Q_OBJECT

 private:
  static void sendSlowly(WindowFixture& fixture, int perSecond) {
    auto all = fixture.workspace().providers.list();
    QVERIFY(all && !all->empty());
    providers::Provider provider = all->front();
    provider.settings.insert(QStringLiteral("max_per_second"), perSecond);
    QVERIFY(fixture.workspace().providers.update(provider));
  }

  /// Publishes a campaign to everybody, due at that time; an invalid one means now.
  static RunId publish(WindowFixture& fixture, const QString& name, const QDateTime& at = {}) {
    app::Workspace& workspace = fixture.workspace();
    campaign::Campaign draft;
    draft.name = name;
    draft.audience = campaign::Audience::everybody();
    draft.message = "The sale is on";
    draft.when = schedule::OnPublish{};
    const auto made = workspace.campaigns.create(draft);
    if (!made) qFatal("%s", qPrintable(made.error().message));
    const qint64 people = *workspace.profiles.count();
    const auto version = workspace.publisher.publishAt(made->id, made->revision, people,
                                                       at.isValid() ? at : QDateTime::currentDateTimeUtc());
    if (!version) qFatal("%s", qPrintable(version.error().message));
    workspace.delivery.wake();
    return version->runs.front();
  }

  static delivery::Run runOf(WindowFixture& fixture, RunId id) { return *fixture.workspace().runs.byId(id); }
  static qint64 inState(WindowFixture& fixture, RunId id, delivery::RowState state) {
    return fixture.workspace().runs.counts(id)->value(state);
  }
  static bool barShows(WindowFixture& fixture) {
    const auto* strip = fixture.find("sending.run");
    return strip && strip->isVisible();
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theBarIsSeenFromEveryPageAndPausesByKeys() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    sendSlowly(fixture, 3);
    const RunId run = publish(fixture, QStringLiteral("Diwali"));
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), QStringLiteral("start.name"));
    QVERIFY(barShows(fixture));

    WindowFixture::press(Qt::Key_F6);
    QTRY_COMPARE(focusName(), QStringLiteral("sending.run.act"));
    QTRY_COMPARE(fixture.find<QPushButton>("sending.run.act")->text(), QStringLiteral("Pause"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(runOf(fixture, run).state, RunState::Paused, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QPushButton>("sending.run.act")->text(), QStringLiteral("Resume"),
                              kPatience);
    QCOMPARE(focusName(), QStringLiteral("sending.run.act"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(runOf(fixture, run).state, RunState::Running, kPatience);

    // The key pauses or resumes by what the window shows, as its menu says.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QPushButton>("sending.run.act")->text(), QStringLiteral("Pause"), kPatience);
    WindowFixture::press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(runOf(fixture, run).state, RunState::Paused, kPatience);
  }

  void itsNameLeadsToTheReportWhichHasTheStripThen() {
    WindowFixture fixture;
    sendSlowly(fixture, 10);
    publish(fixture, QStringLiteral("Diwali"));
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QVERIFY(WindowFixture::tabTo("sending.run.name"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("report") != nullptr, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("run") != nullptr && fixture.find("run")->isVisible(), kPatience);
    QTRY_VERIFY(!barShows(fixture));
    WindowFixture::press(Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
  }

  void severalAreOneLineAndOpen() {
    WindowFixture fixture;
    sendSlowly(fixture, 10);
    for (const char* name : {"One", "Two", "Three"}) publish(fixture, QString::fromLatin1(name));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("sending.more") && fixture.find("sending.more")->isVisible(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QAbstractButton>("sending.more")->text(), QStringLiteral("2 more"),
                              kPatience);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QVERIFY(WindowFixture::tabTo("sending.more"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("sending.run3") && fixture.find("sending.run3")->isVisible());
  }

  void closingAsksAndStayingChangesNothing() {
    WindowFixture fixture;
    sendSlowly(fixture, 10);
    const RunId run = publish(fixture, QStringLiteral("Diwali"));
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("quit.dialog") != nullptr, kPatience);
    QVERIFY(spokenIn(*fixture.find<QDialog>("quit.dialog")).contains(QStringLiteral("“Diwali” is being sent")));
    QTRY_COMPARE(focusName(), QStringLiteral("quit.background"));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(fixture.find<QDialog>("quit.dialog") == nullptr);
    QVERIFY(fixture.window().isVisible());
    QVERIFY(fixture.workspace().delivery.isRunning());
    QCOMPARE(runOf(fixture, run).state, RunState::Running);
  }

  void quittingStopsAndTheNextStartGoesOn() {
    WindowFixture fixture;
    sendSlowly(fixture, 30);
    const RunId run = publish(fixture, QStringLiteral("Diwali"));
    QTRY_VERIFY_WITH_TIMEOUT(inState(fixture, run, delivery::RowState::Accepted) > 5, kPatience);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("quit.dialog") != nullptr, kPatience);
    QVERIFY(WindowFixture::tabTo("quit.later"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window().isVisible(), kPatience);
    QVERIFY(!fixture.workspace().delivery.isRunning());
    QCOMPARE(runOf(fixture, run).state, RunState::Running);
    QCOMPARE(inState(fixture, run, delivery::RowState::Sending), 0);
    const qint64 sent = inState(fixture, run, delivery::RowState::Accepted);
    QVERIFY(inState(fixture, run, delivery::RowState::Pending) > 0);

    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(inState(fixture, run, delivery::RowState::Accepted) > sent, kPatience);
  }

  void inTheBackgroundItGoesOn() {
    WindowFixture fixture;
    sendSlowly(fixture, 10);
    const RunId run = publish(fixture, QStringLiteral("Diwali"));
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    fixture.window().close();
    QTRY_COMPARE_WITH_TIMEOUT(focusName(), QStringLiteral("quit.background"), kPatience);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(fixture.window().isMinimized() || !fixture.window().isVisible());
    QVERIFY(fixture.workspace().delivery.isRunning());
    const qint64 sent = inState(fixture, run, delivery::RowState::Accepted);
    QTRY_VERIFY_WITH_TIMEOUT(inState(fixture, run, delivery::RowState::Accepted) > sent, kPatience);
    fixture.window().bringUp();
    QVERIFY(fixture.window().isVisible() && !fixture.window().isMinimized());
    // The next time it asks again.
    fixture.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("quit.dialog") != nullptr, kPatience);
  }

  void whatIsDueIsSaidBeforeTheWindowGoes() {
    WindowFixture fixture;
    publish(fixture, QStringLiteral("Tomorrow"), QDateTime::currentDateTimeUtc().addDays(1));
    fixture.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("quit.dialog") != nullptr, kPatience);
    const QString said = spokenIn(*fixture.find<QDialog>("quit.dialog"));
    QVERIFY2(said.contains(QStringLiteral("“Tomorrow” is due on")), qPrintable(said));
    QVERIFY(said.contains(QStringLiteral("will only be sent if the program runs then")));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(fixture.find<QDialog>("quit.dialog") == nullptr);
    QVERIFY(fixture.window().isVisible());
  }

  void aKilledWindowComesBackAndGoesOn() {
    WindowFixture fixture;
    sendSlowly(fixture, 60);
    const RunId run = publish(fixture, QStringLiteral("Diwali"));
    QTRY_VERIFY_WITH_TIMEOUT(inState(fixture, run, delivery::RowState::Accepted) > 5, kPatience);
    fixture.vanish();
    fixture.workspace().delivery.stop();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(runOf(fixture, run).state, RunState::Done, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!barShows(fixture), kPatience);
    qint64 people = 0;
    const auto counts = *fixture.workspace().runs.counts(run);
    for (const qint64 count : counts) people += count;
    QCOMPARE(people, runOf(fixture, run).audience);
  }

  void aMissedRunNeedsAPersonWhoSendsItNow() {
    WindowFixture fixture;
    fixture.vanish();
    fixture.workspace().delivery.stop();
    const RunId run = publish(fixture, QStringLiteral("Missed"), QDateTime::currentDateTimeUtc().addSecs(3600));
    storage::Statement late(fixture.workspace().database, QStringLiteral("UPDATE run SET due_at = ? WHERE id = ?"));
    QVERIFY(late.bind(QDateTime::currentDateTimeUtc().addSecs(-3600)).bind(run).run());
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    QCOMPARE(runOf(fixture, run).state, RunState::Held);
    QVERIFY(fixture.find<QLabel>("sending.run.words")->text().startsWith(QStringLiteral("Needs you: due")));
    QCOMPARE(fixture.find<QPushButton>("sending.run.other")->text(), QStringLiteral("Skip…"));
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_F6);
    QTRY_COMPARE(fixture.find<QPushButton>("sending.run.act")->text(), QStringLiteral("Send now"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(runOf(fixture, run).state, RunState::Done, kPatience);
  }

  void aMissedRunIsSkippedAfterAQuestion() {
    WindowFixture fixture;
    fixture.vanish();
    fixture.workspace().delivery.stop();
    const RunId run = publish(fixture, QStringLiteral("Missed"), QDateTime::currentDateTimeUtc().addSecs(3600));
    storage::Statement late(fixture.workspace().database, QStringLiteral("UPDATE run SET due_at = ? WHERE id = ?"));
    QVERIFY(late.bind(QDateTime::currentDateTimeUtc().addSecs(-3600)).bind(run).run());
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(barShows(fixture), kPatience);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QVERIFY(WindowFixture::tabTo("sending.run.other"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find<QPushButton>("run.stopBox.sure") != nullptr);
    QTRY_COMPARE(QApplication::activeWindow()->objectName(), QStringLiteral("run.stopBox"));
    QVERIFY(WindowFixture::tabTo("run.stopBox.sure"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(runOf(fixture, run).state, RunState::Stopped, kPatience);
    QCOMPARE(inState(fixture, run, delivery::RowState::Accepted), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!barShows(fixture), kPatience);
  }

  void everyFigureOfAReportLeadsToItsPeople() {
    WindowFixture fixture;
    const RunId run = publish(fixture, QStringLiteral("Diwali"));
    QTRY_COMPARE_WITH_TIMEOUT(runOf(fixture, run).state, RunState::Done, kPatience);
    const auto counts = *fixture.workspace().runs.counts(run);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(fixture, QStringLiteral("Diwali")) >= 0, kPatience);
    auto* list = fixture.find<QTableView>("home.table");
    list->setFocus();
    list->selectRow(rowOf(fixture, QStringLiteral("Diwali")));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("report.accepted") && fixture.find("report.accepted")->isVisible(),
                             kPatience);
    for (const auto& [name, state] : {std::pair("report.skipped", delivery::RowState::Skipped),
                                      std::pair("report.accepted", delivery::RowState::Accepted)}) {
      fixture.find("header.back")->setFocus();
      QVERIFY2(WindowFixture::tabTo(name), name);
      WindowFixture::press(Qt::Key_Space);
      QTRY_COMPARE(focusName(), QStringLiteral("report.recipients"));
      const auto* table = fixture.find<QTableView>("report.recipients");
      QTRY_COMPARE_WITH_TIMEOUT(static_cast<qint64>(table->model()->rowCount()), counts.value(state), kPatience);
    }
    WindowFixture::press(Qt::Key_Down);
    QTRY_VERIFY(fixture.find("report.copy")->isVisible());
    QCOMPARE(fixture.find<QLabel>("report.text")->text(), QStringLiteral("The sale is on"));
  }

 private:
  static QString spokenIn(const QDialog& dialog) {
    QStringList words;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) words << label->text();
    return words.join(u'\n');
  }
  /// The row of a campaign in the list; -1 while it isn't there.
  static int rowOf(WindowFixture& fixture, const QString& name) {
    const auto* table = fixture.find<QTableView>("home.table");
    for (int row = 0; row < table->model()->rowCount(); ++row) {
      for (int column = 0; column < table->model()->columnCount(); ++column) {
        if (table->model()->index(row, column).data().toString() == name) return row;
      }
    }
    return -1;
  }
};

QTEST_MAIN(SendingBarTest)
#include "sending_bar_test.moc"
