// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QStandardPaths>

#include "audience/property_repository.h"
#include "live_pages.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/window_actions.h"

using namespace heliograph;
using audience::Inaction;
using audience::OnADate;
using audience::SingleAction;
using test::kLivePatience;
using test::LivePages;
using test::turnLive;
using test::WindowFixture;

class LiveTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aSingleActionIsChosenByKeysAndEstimated() {
    LivePages pages;
    QVERIFY(pages.chooseLive());
    QVERIFY(WindowFixture::tabTo("live.event"));
    turnLive(QStringLiteral("Charged"));
    QCOMPARE(std::get<SingleAction>(pages.audience().live.trigger).action.event, QStringLiteral("Charged"));
    QTRY_VERIFY_WITH_TIMEOUT(pages.words("live.estimate").contains(QStringLiteral("in the last 14 days, for")),
                             kLivePatience);
    QVERIFY(pages.fixture.find("live.days")->isVisible());
    QVERIFY(WindowFixture::tabTo("live.often"));
    turnLive(QStringLiteral("for the first time"));
    QVERIFY(std::get<SingleAction>(pages.audience().live.trigger).firstTime);
    QCOMPARE(pages.words("live.words"), QStringLiteral("As soon as somebody does Charged for the first time."));
  }

  void anInactionKeepsTheEventAndUndoBringsTheKindBack() {
    LivePages pages;
    QVERIFY(pages.chooseLive());
    QVERIFY(WindowFixture::tabTo("live.event"));
    turnLive(QStringLiteral("Product viewed"));
    pages.fixture.find("live.kind")->findChild<QAbstractButton*>()->setFocus();
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(std::holds_alternative<Inaction>(pages.audience().live.trigger));
    QVERIFY(WindowFixture::tabTo("live.notEvent"));
    turnLive(QStringLiteral("Charged"));
    QVERIFY(WindowFixture::tabTo("live.count"));
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("45"));
    QVERIFY(WindowFixture::tabTo("live.unit"));
    turnLive(QStringLiteral("minutes"));
    const auto inaction = std::get<Inaction>(pages.audience().live.trigger);
    QCOMPARE(inaction.did.event, QStringLiteral("Product viewed"));
    QCOMPARE(inaction.didNot.event, QStringLiteral("Charged"));
    QCOMPARE(inaction.wait(), 45 * 60'000LL);
    for (int i = 0; i < 20 && std::holds_alternative<Inaction>(pages.audience().live.trigger); ++i) {
      pages.document().undoStack().undo();
    }
    QCOMPARE(std::get<SingleAction>(pages.audience().live.trigger).action.event, QStringLiteral("Product viewed"));
    QVERIFY(pages.sentenceCame("live.often"));
  }

  void aDateOfThePersonNeedsNoEvents() {
    LivePages pages(false);
    const auto& workspace = pages.fixture.workspace();
    QVERIFY(audience::PropertyRepository(workspace.database, workspace.clock)
                .findOrCreate(QStringLiteral("Birthday"), audience::PropertyType::Date));
    audience::OnADate date;
    date.property = QStringLiteral("Birthday");
    pages.document().setAudience(campaign::Audience::asTheyAct({date, {}}));
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(pages.sentenceCame("live.side"));
    QVERIFY(WindowFixture::tabTo("live.yearly"));
    turnLive(QStringLiteral("every year"));
    QVERIFY(std::get<OnADate>(pages.audience().live.trigger).everyYear);
    QTRY_VERIFY_WITH_TIMEOUT(pages.fixture.find("live.next")->isVisible(), kLivePatience);
    QVERIFY(!pages.fixture.find("live.count")->isVisible());
  }

  void withoutEventsOrDatesTheCardSaysWhy() {
    LivePages pages(false, WindowFixture::Start::Empty);
    auto* card = pages.fixture.find("start.live");
    QTRY_VERIFY_WITH_TIMEOUT(!card->isEnabled(), kLivePatience);
    QVERIFY(card->accessibleDescription().contains(QStringLiteral("nothing to wait for")));
  }

  void theWayBackBringsThePeopleThatWerePicked() {
    LivePages pages;
    pages.document().setAudience(campaign::Audience::everybody());
    QVERIFY(pages.chooseLive());
    WindowFixture::press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(WindowFixture::tabTo("start.live"));
    WindowFixture::press(Qt::Key_Left);
    WindowFixture::press(Qt::Key_Space);
    QCOMPARE(pages.audience(), campaign::Audience::everybody());
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(pages.fixture.find("who.tabs")->isVisible());
    QVERIFY(!pages.fixture.find("who.live")->isVisible());
  }

  void aLimitOfADayIsTypedReadBackAndUndone() {
    LivePages pages;
    QVERIFY(pages.chooseLive());
    QVERIFY(!pages.fixture.find("who.safety")->isVisible());
    auto* fold = pages.fixture.find<ui::Fold>("who.limitFold");
    fold->takeFocus();
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(fold->isOpen());
    QVERIFY(!pages.fixture.find("who.reach")->isVisible());
    QVERIFY(!pages.fixture.find("who.safety")->isVisible());
    pages.fixture.find<ui::SegmentedChoice>("who.liveLimit")->focusCurrent();
    WindowFixture::press(Qt::Key_Right);
    QCOMPARE(pages.document().campaign().liveLimit, campaign::LiveLimit::perDay(campaign::LiveLimit::usual));
    QVERIFY(WindowFixture::tabTo("who.liveLimit.messages"));
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("250"));
    QCOMPARE(pages.document().campaign().liveLimit, campaign::LiveLimit::perDay(250));
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(pages.words("publish.sentence").contains(QStringLiteral("250")), kLivePatience);
    QVERIFY(pages.words("publish.sentence").contains(QStringLiteral("a day")));
    // How many steps the number is depends on how quickly it was typed.
    auto& undo = pages.document().undoStack();
    for (int steps = 0; steps < 12 && undo.undoText() == u"change of the limit"; ++steps) undo.undo();
    QCOMPARE(pages.document().campaign().liveLimit, campaign::LiveLimit::none());
    QVERIFY(pages.audience().isLive());
  }

  void whenSaysThatEachPersonHasTheirOwnTime() {
    LivePages pages;
    QVERIFY(pages.chooseLive());
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(pages.fixture.find("when.live")->isVisible(), kLivePatience);
    QVERIFY(!pages.fixture.find<QRadioButton>("when.onPublish")->isVisible());
  }
};

QTEST_MAIN(LiveTest)
#include "live_test.moc"
