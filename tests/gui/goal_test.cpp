// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>

#include "support/sample_events.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using campaign::Variants;
using campaign::WinnerRule;
using test::WindowFixture;

namespace {

constexpr int kGoalPatience = 20000;

/// The Start page of a new draft with its goal unfolded, in the real window.
class GoalPage final {
 public:
  explicit GoalPage(bool events = true) {
    if (events) test::addSampleEvents(fixture.workspace().database, fixture.workspace().clock, 100);
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; }, kGoalPatience)) qFatal("no composer");
    if (!QTest::qWaitFor([this] { return fixture.find<QLineEdit>("start.name")->hasFocus(); }, kGoalPatience)) {
      qFatal("no name");
    }
    auto* fold = fixture.find<ui::Fold>("start.goalFold");
    for (int i = 0; i < 60 && !fold->isAncestorOf(QApplication::focusWidget()); ++i) WindowFixture::press(Qt::Key_Tab);
    WindowFixture::press(Qt::Key_Space);
  }

  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] const std::optional<audience::Goal>& goal() const { return document().campaign().goal; }
  [[nodiscard]] bool sentenceCame() const {
    return QTest::qWaitFor([this] { return fixture.find("goal.event") != nullptr; }, kGoalPatience);
  }
  static void undo() { WindowFixture::press(Qt::Key_Z, Qt::ControlModifier); }

  WindowFixture fixture;
};

void goDownTo(const QString& text) {
  auto* combo = qobject_cast<QComboBox*>(QApplication::focusWidget());
  QVERIFY(combo);
  for (int i = 0; i <= combo->count() && combo->currentText() != text; ++i) WindowFixture::press(Qt::Key_Down);
  QCOMPARE(combo->currentText(), text);
}

}  // namespace

class GoalTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aGoalIsMadeByKeysAndTakenBack() {
    GoalPage page;
    QVERIFY(page.sentenceCame());
    QVERIFY(!page.goal());
    QVERIFY(WindowFixture::tabTo("goal.event"));
    goDownTo(QStringLiteral("Charged"));
    QVERIFY(page.goal());
    QCOMPARE(page.goal()->event, QStringLiteral("Charged"));
    QVERIFY(WindowFixture::tabTo("goal.count"));
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("2"));
    QVERIFY(WindowFixture::tabTo("goal.unit"));
    goDownTo(QStringLiteral("weeks"));
    QVERIFY(WindowFixture::tabTo("goal.revenue"));
    goDownTo(QStringLiteral("revenue is Amount"));
    QCOMPARE(page.goal()->count, 2);
    QCOMPARE(page.goal()->unit, audience::TimeUnit::Weeks);
    QCOMPARE(page.goal()->revenue, QStringLiteral("Amount"));
    QVERIFY(WindowFixture::tabTo("goal.remove"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(!page.goal());
    GoalPage::undo();
    QVERIFY(page.goal());
    QCOMPARE(page.goal()->count, 2);
  }

  void halfAConditionIsNotSaved() {
    GoalPage page;
    QVERIFY(page.sentenceCame());
    QVERIFY(WindowFixture::tabTo("goal.event"));
    goDownTo(QStringLiteral("Charged"));
    QVERIFY(WindowFixture::tabTo("rule.addFilter"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(page.goal()->where.empty());
    QVERIFY(WindowFixture::tabTo("rule.value"));
    WindowFixture::type(QStringLiteral("1000"));
    QCOMPARE(page.goal()->where.size(), std::size_t{1});
    QCOMPARE(page.goal()->where.front().property, QStringLiteral("Amount"));
  }

  void withoutEventsALineSaysSo() {
    GoalPage page(false);
    QTRY_VERIFY_WITH_TIMEOUT(page.fixture.find("start.noEvents")->isVisible(), kGoalPatience);
    QVERIFY(page.fixture.find("goal.event") == nullptr);
  }

  void conversionsChooseTheWinnerOnlyWithAGoal() {
    GoalPage page;
    page.document().setAudience(campaign::Audience::everybody());
    Variants variants;
    variants.kind = Variants::Kind::AbTest;
    variants.others = {{"Second text"}};
    page.document().setVariants(variants);
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page.fixture.find("what.winnerNote")->isVisible(), kGoalPatience);
    QVERIFY(!page.fixture.find("what.winnerBy")->isVisible());
    page.document().setGoal(audience::Goal{QStringLiteral("Charged"), {}, 3, audience::TimeUnit::Days, {}});
    QTRY_VERIFY_WITH_TIMEOUT(page.fixture.find("what.winnerBy")->isVisible(), kGoalPatience);
    QVERIFY(!page.fixture.find("what.winnerNote")->isVisible());
    page.fixture.find<QComboBox>("what.winnerBy")->setFocus();
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(page.document().campaign().variants.winner.by, WinnerRule::By::Conversions);
    QVERIFY(page.fixture.find("what.winnerTie")->isVisible());
    page.fixture.find<QComboBox>("what.winnerTie")->setFocus();
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(page.document().campaign().variants.winner.tie, WinnerRule::Tie::Ask);
  }
};

QTEST_MAIN(GoalTest)
#include "goal_test.moc"
