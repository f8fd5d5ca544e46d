// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>

#include "campaign/campaign_repository.h"
#include "delivery/courier/delivery_service.h"
#include "editors/message_editor.h"
#include "ui/composer/composer.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using campaign::Variants;
using test::WindowFixture;

namespace {

/// The What page of a new draft to everybody, in the real window.
class CopiesPage final {
 public:
  CopiesPage() {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
    if (!QTest::qWaitFor([this] { return fixture.find<QLineEdit>("start.name")->hasFocus(); })) qFatal("no name");
    WindowFixture::type(QStringLiteral("Copies"));
    document().setAudience(campaign::Audience::everybody());
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    if (!QTest::qWaitFor([this] { return message().hasFocus(); })) qFatal("no message");
  }

  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] const Variants& variants() const { return document().campaign().variants; }
  [[nodiscard]] editors::MessageEditor& message() const {
    return *fixture.find<editors::MessageEditor>("what.message");
  }
  [[nodiscard]] QTabBar& tabs() const { return *fixture.find<QTabBar>("what.copies"); }
  [[nodiscard]] QString words() const { return fixture.find<QLabel>("what.copyWords")->text(); }
  /// Chooses a kind of message by the keys of its control.
  void choose(Variants::Kind kind) const {
    fixture.find<ui::SegmentedChoice>("what.kind")->focusCurrent();
    for (int i = static_cast<int>(variants().kind); i < static_cast<int>(kind); ++i) {
      WindowFixture::press(Qt::Key_Right);
    }
    if (variants().kind != kind) WindowFixture::press(Qt::Key_Space);
  }
  void goTo(int copy) const { WindowFixture::press(Qt::Key_1 + copy, Qt::AltModifier); }
  static void undo() { WindowFixture::press(Qt::Key_Z, Qt::ControlModifier); }

  WindowFixture fixture;
};

}  // namespace

class CopiesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aSecondCopyIsWrittenInItsTabByKeys() {
    CopiesPage page;
    QVERIFY(!page.tabs().isVisible());
    WindowFixture::type(QStringLiteral("First text"));
    page.choose(Variants::Kind::AbTest);
    QCOMPARE(page.variants().kind, Variants::Kind::AbTest);
    QVERIFY(page.tabs().isVisible());
    QCOMPARE(page.tabs().count(), 2);
    QCOMPARE(page.tabs().tabText(1), QStringLiteral("B (empty)"));
    page.goTo(1);
    QTRY_VERIFY(page.message().hasFocus());
    QCOMPARE(page.message().source(), QByteArray());
    WindowFixture::type(QStringLiteral("Second text"));
    QCOMPARE(page.document().campaign().message, QByteArray("First text"));
    QCOMPARE(page.variants().others.front().message, QByteArray("Second text"));
    page.goTo(0);
    QTRY_COMPARE(page.message().source(), QByteArray("First text"));
    QCOMPARE(page.tabs().currentIndex(), 0);
  }

  void undoGoesToTheCopyItChanges() {
    CopiesPage page;
    WindowFixture::type(QStringLiteral("First"));
    page.choose(Variants::Kind::Split);
    page.goTo(1);
    WindowFixture::type(QStringLiteral("Second"));
    page.goTo(0);
    WindowFixture::type(QStringLiteral("Third"));
    CopiesPage::undo();
    QCOMPARE(page.document().campaign().message, QByteArray("First"));
    WindowFixture::press(Qt::Key_1, Qt::ControlModifier);
    CopiesPage::undo();
    QTRY_COMPARE(page.tabs().currentIndex(), 1);
    QCOMPARE(page.variants().others.front().message, QByteArray());
    QTRY_VERIFY(page.message().hasFocus());
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(page.variants().others.front().message, QByteArray("Second"));
    CopiesPage::undo();
    CopiesPage::undo();
    QCOMPARE(page.variants().kind, Variants::Kind::Single);
    CopiesPage::undo();
    QCOMPARE(page.document().campaign().message, QByteArray());
  }

  void noKindLosesAWrittenCopy() {
    CopiesPage page;
    page.choose(Variants::Kind::AbTest);
    page.goTo(1);
    WindowFixture::type(QStringLiteral("Kept"));
    const int steps = page.document().undoStack().index();
    page.fixture.find<ui::SegmentedChoice>("what.kind")->focusCurrent();
    WindowFixture::press(Qt::Key_Left);
    if (page.variants().kind != Variants::Kind::Single) WindowFixture::press(Qt::Key_Space);
    QCOMPARE(page.variants().kind, Variants::Kind::Single);
    QCOMPARE(page.document().undoStack().index(), steps + 1);
    QVERIFY(page.fixture.find<QLabel>("what.keptCopies")->isVisible());
    page.choose(Variants::Kind::Split);
    QCOMPARE(page.variants().others.front().message, QByteArray("Kept"));
    QCOMPARE(page.variants().others.front().share, 50);
  }

  void theRuleSaysWhatItComesTo() {
    CopiesPage page;
    WindowFixture::type(QStringLiteral("Hello from us"));
    page.choose(Variants::Kind::AbTest);
    page.goTo(1);
    WindowFixture::type(QStringLiteral("Good morning from us"));
    QTRY_VERIFY2(page.words().contains(QStringLiteral("get B")), qPrintable(page.words()));
    QVERIFY(page.words().startsWith(QStringLiteral("10 % = ")));
    auto* size = page.fixture.find<QSpinBox>("what.testSize");
    size->setFocus();
    size->selectAll();
    WindowFixture::type(QStringLiteral("100"));
    QTRY_VERIFY2(page.words().contains(QStringLiteral("Nobody is left")), qPrintable(page.words()));
    QCOMPARE(page.variants().testPercent, 100);
  }

  void sharesLeaveTheFirstWhatIsOver() {
    CopiesPage page;
    page.choose(Variants::Kind::Split);
    auto* share = page.fixture.find<QSpinBox>("what.share1");
    QTRY_VERIFY(share->isVisible());
    share->setFocus();
    share->selectAll();
    WindowFixture::type(QStringLiteral("30"));
    QCOMPARE(page.variants().others.front().share, 30);
    QVERIFY(page.tabs().tabText(0).contains(QStringLiteral("70 %")));
  }

  void aValueOfTheDataGetsItsCopy() {
    CopiesPage page;
    WindowFixture::type(QStringLiteral("For everybody else"));
    page.choose(Variants::Kind::ByProperty);
    auto* property = page.fixture.find<QComboBox>("what.copyProperty");
    QTRY_VERIFY(property->findData(QStringLiteral("city")) >= 0);
    property->setFocus();
    property->setCurrentIndex(property->findData(QStringLiteral("city")));
    Q_EMIT property->activated(property->currentIndex());
    QCOMPARE(page.variants().property, QStringLiteral("city"));
    auto* value = page.fixture.find<QLineEdit>("what.newValue");
    value->setFocus();
    WindowFixture::type(QStringLiteral("Mumbai"));
    WindowFixture::press(Qt::Key_Escape);
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(page.tabs().count(), 2);
    QCOMPARE(page.tabs().tabText(1), QStringLiteral("Mumbai (empty)"));
    QTRY_VERIFY(page.message().hasFocus());
    WindowFixture::type(QStringLiteral("For Mumbai"));
    QTRY_VERIFY2(page.words().contains(QStringLiteral("Mumbai: ")), qPrintable(page.words()));
    QVERIFY(!page.words().contains(QStringLiteral("Mumbai: 0 ")));
    page.goTo(0);
    QVERIFY(!page.fixture.find("what.removeCopy")->isVisible());
  }

  void anIssueLeadsToItsCopy() {
    CopiesPage page;
    WindowFixture::type(QStringLiteral("Hello"));
    page.choose(Variants::Kind::Split);
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(page.fixture.find("publish.sentence")->isVisible());
    auto* go = page.fixture.find<QAbstractButton>("footer.goThere");
    QTRY_VERIFY(go->isVisible());
    go->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(page.message().isVisible());
    QTRY_COMPARE(page.tabs().currentIndex(), 1);
  }

  void theWinnerIsChosenFromTheSendingBar() {
    CopiesPage page;
    WindowFixture::type(QStringLiteral("Alpha"));
    campaign::Campaign draft = page.document().campaign();
    draft.variants.kind = Variants::Kind::AbTest;
    draft.variants.testPeople = 10;
    draft.variants.winner.waitMinutes = campaign::WinnerRule::leastWait;
    draft.variants.others = {{"Beta", 0, {}}};
    draft.when = schedule::OnPublish{};
    draft.name = QStringLiteral("Tested");
    auto& workspace = page.fixture.workspace();
    const auto made = workspace.campaigns.create(draft);
    QVERIFY(made);
    const auto report = workspace.publisher.check(*made);
    QVERIFY(report);
    QCOMPARE(report->copies.size(), std::size_t{2});
    const auto version = workspace.publisher.publish(made->id, made->revision, report->sendable);
    QVERIFY(version);
    workspace.delivery.wake();
    const RunId run = version->runs.front();
    QTRY_COMPARE_WITH_TIMEOUT(workspace.runs.byId(run)->reason, QString(delivery::hold::abTest), 20000);
    auto* act = page.fixture.find<QAbstractButton>("sending.run.act");
    QTRY_COMPARE_WITH_TIMEOUT(act->text(), QStringLiteral("Choose the winner…"), 20000);
    QTest::qWait(800);
    act->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(page.fixture.find<QDialog>("winner") != nullptr);
    QTRY_VERIFY(page.fixture.find("winner.copy1") != nullptr);
    auto* choose = page.fixture.find<QAbstractButton>("winner.copy1");
    QTRY_VERIFY(choose->isVisible());
    choose->setFocus();
    QTRY_VERIFY(choose->hasFocus());
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.runs.byId(run)->state, delivery::RunState::Done, 20000);
    QCOMPARE(workspace.runs.byId(run)->winner, std::optional(1));
  }
};

QTEST_MAIN(CopiesTest)
#include "copies_test.moc"
