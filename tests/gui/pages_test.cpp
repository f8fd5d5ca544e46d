// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>

#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "library/coupon_repository.h"
#include "on_screen.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/segmented_choice.h"

using namespace heliograph;
using campaign::Audience;
using test::focusName;
using test::said;
using test::WindowFixture;

namespace {

/// The widgets of that name that are on the screen, in reading order.
template <class Widget = QWidget>
QList<Widget*> shown(WindowFixture& fixture, const char* name) {
  QList<Widget*> all;
  for (Widget* each : fixture.window().findChildren<Widget*>(QString::fromLatin1(name))) {
    if (each->isVisible()) all << each;
  }
  return all;
}

}  // namespace

/// Start, Who and When by keys, with the mistake people make on each.
class PagesTest final : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<WindowFixture> m_fixture;

  campaign::Campaign saved() { return test::savedCampaign(*m_fixture); }
  void goTo(int step) { WindowFixture::press(Qt::Key_1 + step, Qt::ControlModifier); }
  void openRules() {
    goTo(1);
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    for (int i = 0; i < 2; ++i) WindowFixture::press(Qt::Key_Right);
    QCOMPARE(m_fixture->find<QTabBar>("who.tabs")->currentIndex(), 2);
    // What rules can speak of arrives from the workspace a moment after the page.
    QTest::qWait(250);
  }
  void openLimits() {
    m_fixture->find<ui::Fold>("who.limitFold")->takeFocus();
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(m_fixture->find("who.reach")->isVisible());
  }
  /// Adds a rule "city is …" out of the menu and leaves the focus in its value.
  void addCity(const QString& city) {
    QVERIFY(WindowFixture::tabTo("rules.add"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(focusName(), QStringLiteral("rules.choices.search"));
    WindowFixture::type(QStringLiteral("city"));
    QTRY_VERIFY(m_fixture->find<QListView>("rules.choices.list")->model()->rowCount() > 0);
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), QStringLiteral("rule.value"));
    WindowFixture::type(city);
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find("composer") != nullptr);
    QTRY_COMPARE(focusName(), QStringLiteral("start.name"));
  }
  void cleanup() { m_fixture.reset(); }

  void aDraftWithoutANameCannotBePublished() {
    goTo(4);
    QTRY_VERIFY(!m_fixture->find<QAbstractButton>("footer.publish")->isEnabled());
    goTo(0);
    QCOMPARE(focusName(), QStringLiteral("start.name"));
  }

  void theSavedSegmentsHaveTheKeyboardWhenTheyHaveCome() {
    goTo(1);
    QTRY_VERIFY(m_fixture->find("who.segments")->isVisible());
    QTRY_COMPARE(focusName(), QStringLiteral("who.segments"));
  }

  void aSmallWindowLeavesRoomForTheNamesOfSegments() {
    m_fixture->window().resize(1000, 700);
    goTo(1);
    auto* table = m_fixture->find<QTableView>("who.segments");
    QTRY_VERIFY(table->isVisible());
    constexpr int kNameIsRead = 120;
    QTRY_VERIFY2(table->columnWidth(0) >= kNameIsRead, qPrintable(QString::number(table->columnWidth(0))));
  }

  void labelsBecomeChipsAndAreTakenOff() {
    QVERIFY(WindowFixture::tabTo("start.labels"));
    WindowFixture::type(QStringLiteral("sale,autumn"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(saved().labels, (QStringList{QStringLiteral("sale"), QStringLiteral("autumn")}));
    WindowFixture::press(Qt::Key_Backspace);
    QTRY_COMPARE(saved().labels, QStringList{QStringLiteral("sale")});
    WindowFixture::press(Qt::Key_Backspace);
    QTRY_COMPARE(saved().labels, QStringList());
    QCOMPARE(focusName(), QStringLiteral("start.labels"));
  }

  void aLabelThatCannotBeIsRefusedInWords() {
    QVERIFY(WindowFixture::tabTo("start.labels"));
    WindowFixture::type(QStringLiteral("50%"));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(!said(*m_fixture, "start.labelProblem").isEmpty());
    QCOMPARE(saved().labels, QStringList());
  }

  void thePurposeSaysItsConsequenceAndIsUndone() {
    const QString before = said(*m_fixture, "start.consequence");
    QVERIFY(WindowFixture::tabTo("start.labels"));
    WindowFixture::press(Qt::Key_Tab);
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().purpose, campaign::Purpose::Transactional);
    QVERIFY(said(*m_fixture, "start.consequence") != before);
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(saved().purpose, campaign::Purpose::Marketing);
    QCOMPARE(said(*m_fixture, "start.consequence"), before);
  }

  void theStripTellsWhatThereIs() {
    QTRY_VERIFY(said(*m_fixture, "start.contacts").contains(QLatin1String("120")));
    QTRY_VERIFY(!said(*m_fixture, "start.provider").isEmpty());
  }

  void nobodyIsChosenByItself() {
    goTo(1);
    QTest::qWait(200);
    QCOMPARE(saved().audience.kind, Audience::Kind::None);
    goTo(4);
    QTRY_VERIFY(!m_fixture->find<QAbstractButton>("footer.publish")->isEnabled());
  }

  void onlySoManyAreChosenByKeysAndUndone() {
    using campaign::ReachLimit;
    goTo(1);
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    WindowFixture::press(Qt::Key_End);
    while (m_fixture->find<QTabBar>("who.tabs")->currentIndex() < 3) WindowFixture::press(Qt::Key_Right);
    QVERIFY(WindowFixture::tabTo("who.everybody"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().audience.kind, Audience::Kind::Everybody);
    openLimits();
    m_fixture->find<ui::SegmentedChoice>("who.reach")->focusCurrent();
    WindowFixture::press(Qt::Key_Right);
    QTRY_COMPARE(saved().reach, ReachLimit::only(ReachLimit::usual));
    QTRY_VERIFY(said(*m_fixture, "who.reach.words").contains(QLatin1String("all of them get it")));
    QVERIFY(!m_fixture->find("reach.drawn")->isVisible());
    // Too few of so many: said at once, and it can't be published.
    QVERIFY(WindowFixture::tabTo("who.reach.people"));
    m_fixture->find<QSpinBox>("who.reach.people")->selectAll();
    WindowFixture::type(QStringLiteral("50"));
    QTRY_COMPARE(saved().reach, ReachLimit::only(50));
    QTRY_VERIFY(said(*m_fixture, "who.reach.words").contains(QLatin1String("At least 100")));
    m_fixture->find<QSpinBox>("who.reach.people")->selectAll();
    WindowFixture::type(QStringLiteral("100"));
    QTRY_COMPARE(saved().reach, ReachLimit::only(100));
    QTRY_VERIFY(said(*m_fixture, "who.reach.words").contains(QLatin1String("100 of ")));
    QTRY_VERIFY(m_fixture->find("reach.drawn")->isVisible());
    QVERIFY(!m_fixture->find("reach.receive")->isVisible());
    m_fixture->find<ui::SegmentedChoice>("who.reach")->focusCurrent();
    auto& document = m_fixture->find<ui::Composer>("composer")->document();
    QCOMPARE(document.undoStack().undoText(), QStringLiteral("change of reach"));
    // How many steps the numbers are depends on how quickly they were typed.
    for (int steps = 0; steps < 12 && document.undoStack().undoText() == u"change of reach"; ++steps) {
      WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    }
    QTRY_COMPARE(saved().reach, ReachLimit::everybody());
    QCOMPARE(saved().audience.kind, Audience::Kind::Everybody);
    QTRY_VERIFY(m_fixture->find("reach.receive")->isVisible());
  }

  void asManyAsAPoolHasCodesAreChosenByKeys() {
    using campaign::ReachLimit;
    constexpr int kCodes = 40;
    QByteArray code;
    int made = 0;
    const auto taken =
        m_fixture->workspace().coupons.add(QStringLiteral("Spring"), [&]() -> Result<std::optional<std::string_view>> {
          if (made == kCodes) return std::optional<std::string_view>();
          code = "SPR-" + QByteArray::number(++made);
          return std::optional(std::string_view(code.constData(), static_cast<std::size_t>(code.size())));
        });
    QVERIFY(taken);
    m_fixture->find<ui::Composer>("composer")->document().setAudience(Audience::everybody());
    goTo(1);
    openLimits();
    auto* choice = m_fixture->find<ui::SegmentedChoice>("who.reach");
    QTRY_VERIFY(choice->findChildren<QAbstractButton*>().back()->isEnabled());
    choice->focusCurrent();
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    QTRY_COMPARE(saved().reach, ReachLimit::codesOf(QStringLiteral("Spring")));
    QVERIFY(m_fixture->find("who.reach.pool")->isVisible());
    QTRY_VERIFY(said(*m_fixture, "who.reach.words").contains(QStringLiteral("“Spring” has 40 codes to give. 40 of ")));
    QTRY_VERIFY(m_fixture->find("reach.drawn")->isVisible());
  }

  void aSavedSegmentIsChosenBySearching() {
    const auto segments = m_fixture->workspace().segments.list();
    QVERIFY(segments && !segments->empty());
    goTo(1);
    QTRY_VERIFY(m_fixture->find<QTableView>("who.segments")->isVisible());
    QVERIFY(WindowFixture::tabTo("who.search"));
    WindowFixture::type(segments->back().name.left(3));
    QVERIFY(WindowFixture::tabTo("who.segments"));
    WindowFixture::press(Qt::Key_Home, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().audience.kind, Audience::Kind::Saved);
    QTRY_VERIFY(!said(*m_fixture, "who.segmentSentence").isEmpty());
  }

  void eachRuleSaysHowManyItMatchesAlone() {
    openRules();
    addCity(QStringLiteral("Mumbai"));
    QTRY_VERIFY(!shown(*m_fixture, "rule.people").isEmpty());
    QTRY_VERIFY(shown(*m_fixture, "rule.people").front()->accessibleName().contains(QLatin1String("match")));
    QTRY_COMPARE(saved().audience.kind, Audience::Kind::Rules);
    QVERIFY(said(*m_fixture, "who.sentence").startsWith(QLatin1String("People whose city is Mumbai")));
  }

  void andMeantAsOrIsSeenAndMended() {
    openRules();
    addCity(QStringLiteral("Mumbai"));
    addCity(QStringLiteral("Pune"));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("who.andHint")->isVisible(), 10000);
    QVERIFY(WindowFixture::tabTo("who.useOr"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().audience.segment.rules.join, audience::SegmentGroup::Join::Any);
    QTRY_VERIFY(!m_fixture->find("who.andHint")->isVisible());
  }

  void spaceOnTheWordBetweenRulesTogglesIt() {
    openRules();
    addCity(QStringLiteral("Mumbai"));
    addCity(QStringLiteral("Pune"));
    m_fixture->find("rules.add")->setFocus();
    shown(*m_fixture, "rules.joint").front()->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().audience.segment.rules.join, audience::SegmentGroup::Join::Any);
    QCOMPARE(focusName(), QStringLiteral("rules.joint"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().audience.segment.rules.join, audience::SegmentGroup::Join::All);
  }

  void aRuleMovesByKeysIntoAGroupAndBack() {
    openRules();
    addCity(QStringLiteral("Mumbai"));
    QVERIFY(WindowFixture::tabTo("rules.addGroup"));
    WindowFixture::press(Qt::Key_Space);
    WindowFixture::type(QStringLiteral("tier"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(shown(*m_fixture, "rule.property").size(), 2);
    shown(*m_fixture, "rule.property").front()->setFocus();
    WindowFixture::press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(saved().audience.segment.rules.parts.size(), std::size_t{1});
    QVERIFY(std::holds_alternative<audience::SegmentGroup>(saved().audience.segment.rules.parts.front().value));
    QCOMPARE(focusName(), QStringLiteral("rule.property"));
    WindowFixture::press(Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY(std::holds_alternative<audience::SegmentRule>(saved().audience.segment.rules.parts.front().value));
  }

  void aRuleWithoutAValueIsLeftOutAndSaid() {
    openRules();
    QVERIFY(WindowFixture::tabTo("rules.add"));
    WindowFixture::press(Qt::Key_Space);
    WindowFixture::type(QStringLiteral("city"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(said(*m_fixture, "who.sentence").contains(QLatin1String("left out")));
    QCOMPARE(saved().audience.kind, Audience::Kind::None);
  }

  void theRulesAreSavedAsASegmentOnce() {
    openRules();
    addCity(QStringLiteral("Mumbai"));
    for (int i = 0; i < 2; ++i) {
      QVERIFY(WindowFixture::tabTo("who.saveSegment"));
      WindowFixture::press(Qt::Key_Space);
      QTRY_COMPARE(focusName(), QStringLiteral("who.segmentName"));
      WindowFixture::type(QStringLiteral("Mumbai people"));
      WindowFixture::press(Qt::Key_Return);
      QTRY_VERIFY(said(*m_fixture, "who.said").contains(QLatin1String("Mumbai people")));
      QCOMPARE(said(*m_fixture, "who.said").contains(QLatin1String("already")), i == 1);
    }
    QVERIFY(m_fixture->workspace().segments.find(QStringLiteral("Mumbai people")));
  }

  void aLineOfTheReachLeadsToItsPeople() {
    openRules();
    addCity(QStringLiteral("Mumbai"));
    QTRY_VERIFY(m_fixture->find("reach.qualify")->isVisible());
    QVERIFY(WindowFixture::tabTo("reach.qualify"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(m_fixture->find<QDialog>("people.dialog") != nullptr);
    auto* table = m_fixture->find<QTableView>("people.table");
    QTRY_VERIFY(table->model()->rowCount() > 0);
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->find<QDialog>("people.dialog") == nullptr);
  }

  void aTimeThatHasPassedIsRefusedInWords() {
    goTo(3);
    QTRY_COMPARE(focusName(), QStringLiteral("when.onPublish"));
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(std::holds_alternative<schedule::Once>(saved().when));
    QVERIFY(said(*m_fixture, "when.note").isEmpty());
    QVERIFY(WindowFixture::tabTo("when.date"));
    auto* date = m_fixture->find<QDateEdit>("when.date");
    date->setCurrentSection(QDateTimeEdit::YearSection);
    WindowFixture::press(Qt::Key_Down);
    QVERIFY(said(*m_fixture, "when.note").contains(QLatin1String("passed")));
    WindowFixture::press(Qt::Key_Up);
    QVERIFY(said(*m_fixture, "when.note").isEmpty());
  }

  void aZoneIsFoundByItsCity() {
    goTo(3);
    QTRY_COMPARE(focusName(), QStringLiteral("when.onPublish"));
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(m_fixture->find<QComboBox>("when.zone")->count() > 100);
    m_fixture->find<QComboBox>("when.zone")->setFocus();
    m_fixture->find<QComboBox>("when.zone")->lineEdit()->selectAll();
    WindowFixture::type(QStringLiteral("kolkata"));
    WindowFixture::press(Qt::Key_Tab);
    QTRY_VERIFY(std::holds_alternative<schedule::Once>(saved().when));
    QTRY_COMPARE(std::get<schedule::Once>(saved().when).at.zone, QByteArray("Asia/Kolkata"));
    QCOMPARE(m_fixture->find<QComboBox>("when.zone")->currentText(), QStringLiteral("India (Kolkata)"));
  }

  void beingLateIsChosenAndExplained() {
    goTo(3);
    QTRY_COMPARE(focusName(), QStringLiteral("when.onPublish"));
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(WindowFixture::tabTo("when.zone"));
    WindowFixture::press(Qt::Key_Tab);
    const QString before = said(*m_fixture, "when.lateWords");
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(std::holds_alternative<schedule::Once>(saved().when));
    QTRY_COMPARE(std::get<schedule::Once>(saved().when).late, schedule::WhenLate::Skip);
    QVERIFY(said(*m_fixture, "when.lateWords") != before);
  }
};

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
