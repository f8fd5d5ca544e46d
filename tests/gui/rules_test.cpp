// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QStandardPaths>
#include <QTabBar>

#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "on_screen.h"
#include "support/sample_events.h"
#include "ui/who/rule_list.h"

using namespace heliograph;
using audience::EventRule;
using audience::Segment;
using audience::SegmentGroup;
using audience::SegmentOperator;
using audience::SegmentPart;
using audience::SegmentRule;
using audience::TimeWindow;
using test::focusName;
using test::WindowFixture;

namespace {

constexpr int kPatience = 20000;

/// Presses Shift+Tab until the widget of that name has the focus.
bool tabBackTo(const char* name) {
  for (int i = 0; i < 80; ++i) {
    if (focusName() == QLatin1String(name)) return true;
    WindowFixture::press(Qt::Key_Backtab, Qt::ShiftModifier);
  }
  return false;
}

/// Presses an arrow until the combo box with the focus shows a text.
bool turnTo(const QString& text) {
  auto* combo = qobject_cast<QComboBox*>(QApplication::focusWidget());
  if (combo == nullptr) return false;
  WindowFixture::press(Qt::Key_Home);
  for (int i = 0; i < combo->count() && combo->currentText() != text; ++i) WindowFixture::press(Qt::Key_Down);
  return combo->currentText() == text;
}

TimeWindow lastDays(int days) {
  TimeWindow window;
  window.kind = TimeWindow::Kind::InLast;
  window.count = days;
  return window;
}

SegmentRule isOneOf(const QString& property, const QStringList& values) {
  return {property, SegmentOperator::Equals, QJsonArray::fromStringList(values)};
}

}  // namespace

/// Rules about what people did, made by keys in the real window.
class RulesTest final : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<WindowFixture> m_fixture;

  campaign::Campaign saved() { return test::savedCampaign(*m_fixture); }
  Segment rules() { return saved().audience.segment; }
  template <class Rule>
  Rule onlyRule() {
    const Segment segment = rules();
    if (segment.rules.parts.size() != 1) return {};
    const auto* rule = std::get_if<Rule>(&segment.rules.parts.front().value);
    return rule ? *rule : Rule{};
  }
  QStringList choices() {
    const auto* list = m_fixture->find<QListView>("rules.choices.list");
    QStringList titles;
    for (int row = 0; row < list->model()->rowCount(); ++row) titles << list->model()->index(row, 0).data().toString();
    return titles;
  }
  /// Opens the menu of that button and takes the best entry for some letters.
  void add(const char* button, const QString& letters) {
    QVERIFY(WindowFixture::tabTo(button));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(focusName(), QStringLiteral("rules.choices.search"), kPatience);
    WindowFixture::type(letters);
    QTRY_VERIFY_WITH_TIMEOUT(!choices().isEmpty(), kPatience);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(focusName().startsWith(QLatin1String("rule.")), kPatience);
  }
  QString figure(int row) {
    QStringList spoken;
    for (QWidget* each : m_fixture->window().findChildren<QWidget*>(QStringLiteral("rule.people"))) {
      if (each->isVisible()) spoken << each->accessibleName();
    }
    return spoken.value(row);
  }
  QString sentence() { return m_fixture->find<QLabel>("who.sentence")->text(); }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    test::addSampleEvents(m_fixture->workspace().database, m_fixture->workspace().clock, 120);
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(focusName() == QLatin1String("start.name"), kPatience);
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    auto* tabs = m_fixture->find<QTabBar>("who.tabs");
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    while (tabs->tabText(tabs->currentIndex()) != QLatin1String("New rules")) WindowFixture::press(Qt::Key_Right);
  }
  void cleanup() { m_fixture.reset(); }

  void aWholeGroupIsDroppedBeforeTheRuleAboveIt() {
    add("rules.add", QStringLiteral("tier"));
    WindowFixture::type(QStringLiteral("Gold"));
    add("rules.addGroup", QStringLiteral("charged"));
    auto* list = m_fixture->window().findChild<ui::RuleList*>();
    QVERIFY(list != nullptr && list->isVisible());
    QCOMPARE(list->segment().rules.parts.size(), std::size_t{2});
    QVERIFY(std::holds_alternative<SegmentGroup>(list->segment().rules.parts[1].value));
    QMimeData dragged;
    dragged.setData(QStringLiteral("application/x-heliograph-rule"), "1");
    // Where a drag has not entered nothing can be dropped.
    QDragEnterEvent enter(QPoint(40, 1), Qt::MoveAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list, &enter);
    QDropEvent drop(QPointF(40, 1), Qt::MoveAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list, &drop);
    QVERIFY(std::holds_alternative<SegmentGroup>(list->segment().rules.parts[0].value));
    QVERIFY(std::holds_alternative<SegmentRule>(list->segment().rules.parts[1].value));
  }

  void whoBoughtInSomeCitiesIsWrittenByKeysAlone() {
    add("rules.add", QStringLiteral("charged"));
    QCOMPARE(focusName(), QStringLiteral("rule.value"));
    WindowFixture::type(QStringLiteral("2"));
    QVERIFY(WindowFixture::tabTo("rule.addFilter"));
    WindowFixture::press(Qt::Key_Space);
    QCOMPARE(focusName(), QStringLiteral("rule.filter"));
    QVERIFY(turnTo(QStringLiteral("Amount")));
    QVERIFY(WindowFixture::tabTo("rule.operator"));
    QVERIFY(turnTo(audience::operatorWords(SegmentOperator::Greater)));
    QVERIFY(WindowFixture::tabTo("rule.value"));
    WindowFixture::type(QStringLiteral("1000"));
    add("rules.add", QStringLiteral("city"));
    WindowFixture::type(QStringLiteral("Mumbai, Pune"));
    add("rules.addGroup", QStringLiteral("unsubscribed from"));
    QVERIFY(tabBackTo("rule.did"));
    WindowFixture::press(Qt::Key_Down);
    QVERIFY(WindowFixture::tabTo("rule.window"));
    WindowFixture::press(Qt::Key_Home);
    add("rules.addHere", QStringLiteral("tier"));
    WindowFixture::type(QStringLiteral("Platinum"));

    EventRule bought;
    bought.event = QStringLiteral("Charged");
    bought.values = {2};
    bought.within = lastDays(30);
    bought.where = {{QStringLiteral("Amount"), SegmentOperator::Greater, {1000}}};
    EventRule left;
    left.event = QStringLiteral("Unsubscribed from store news");
    left.did = false;
    const SegmentGroup either{SegmentGroup::Join::Any,
                              {{left}, {isOneOf(QStringLiteral("tier"), {QStringLiteral("Platinum")})}}};
    const Segment wanted{
        {SegmentGroup::Join::All,
         {{bought}, {isOneOf(QStringLiteral("city"), {QStringLiteral("Mumbai"), QStringLiteral("Pune")})}, {either}}}};
    QTRY_COMPARE_WITH_TIMEOUT(toJson(rules()), toJson(wanted), kPatience);
    QCOMPARE(sentence(), describe(wanted) + QLatin1Char('.'));
    for (int row = 0; row < 4; ++row) QTRY_VERIFY_WITH_TIMEOUT(figure(row).contains(QLatin1String("alone")), kPatience);
  }

  void thePeopleOfAGroupAreExcludedAndIncludedAgain() {
    add("rules.add", QStringLiteral("tier"));
    WindowFixture::type(QStringLiteral("Gold"));
    add("rules.addGroup", QStringLiteral("charged"));
    const auto turnAround = [this] {
      auto* act = m_fixture->find("rules.groupMenu")->findChild<QAction*>(QStringLiteral("rule.exclude"));
      QVERIFY(act);
      act->trigger();
    };
    const auto excluded = [this] {
      const Segment segment = rules();
      const auto* group =
          segment.rules.parts.size() == 2 ? std::get_if<SegmentGroup>(&segment.rules.parts[1].value) : nullptr;
      return group != nullptr && group->excluded;
    };
    turnAround();
    QTRY_VERIFY_WITH_TIMEOUT(excluded(), kPatience);
    QVERIFY(m_fixture->find("rules.except")->isVisible());
    QVERIFY(sentence().contains(QLatin1String("and who are not among those who did Charged")));
    turnAround();
    QTRY_VERIFY_WITH_TIMEOUT(!excluded(), kPatience);
    QVERIFY(!sentence().contains(QLatin1String("not among")));
  }

  void sumsAndFirstTimesAreMeasuresToo() {
    add("rules.add", QStringLiteral("charged"));
    QVERIFY(WindowFixture::tabTo("rule.times"));
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(focusName(), QStringLiteral("rule.measure"));
    QVERIFY(WindowFixture::tabTo("rule.value"));
    WindowFixture::type(QStringLiteral("500"));
    QTRY_COMPARE_WITH_TIMEOUT(onlyRule<EventRule>().measure, EventRule::Measure::Sum, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(onlyRule<EventRule>().values, QJsonArray{500}, kPatience);
    QCOMPARE(onlyRule<EventRule>().property, QStringLiteral("Amount"));
    QVERIFY(tabBackTo("rule.measure"));
    WindowFixture::press(Qt::Key_End);
    QTRY_COMPARE_WITH_TIMEOUT(onlyRule<EventRule>().measure, EventRule::Measure::LastTime, kPatience);
  }

  void whoeverNeverDidItIsAskedForWhereItMatters() {
    add("rules.add", QStringLiteral("charged"));
    QVERIFY(!m_fixture->find("rule.never")->isVisible());
    QVERIFY(tabBackTo("rule.operator"));
    QVERIFY(turnTo(QStringLiteral("fewer than")));
    QVERIFY(m_fixture->find("rule.never")->isVisible());
    QVERIFY(WindowFixture::tabTo("rule.never"));
    WindowFixture::press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(onlyRule<EventRule>().includeNever, kPatience);
  }

  void aConditionOnTheEventIsTakenAway() {
    add("rules.add", QStringLiteral("charged"));
    QVERIFY(WindowFixture::tabTo("rule.addFilter"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(turnTo(QStringLiteral("Category")));
    QVERIFY(WindowFixture::tabTo("rule.value"));
    WindowFixture::type(QStringLiteral("Shoes"));
    QTRY_COMPARE_WITH_TIMEOUT(onlyRule<EventRule>().where.size(), std::size_t{1}, kPatience);
    QVERIFY(WindowFixture::tabTo("rule.removeFilter"));
    WindowFixture::press(Qt::Key_Space);
    QCOMPARE(focusName(), QStringLiteral("rule.addFilter"));
    QTRY_VERIFY_WITH_TIMEOUT(onlyRule<EventRule>().where.empty(), kPatience);
  }

  void aRuleIsSwitchedOffAndCountsNoMore() {
    add("rules.add", QStringLiteral("tier"));
    WindowFixture::type(QStringLiteral("Gold"));
    add("rules.add", QStringLiteral("charged"));
    WindowFixture::press(Qt::Key_Slash, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rules().rules.parts.size(), std::size_t{2}, kPatience);
    QVERIFY(rules().rules.parts.back().off);
    QVERIFY(!sentence().contains(QLatin1String("Charged")));
    QTRY_VERIFY_WITH_TIMEOUT(figure(1).contains(QLatin1String("Switched off")), kPatience);
    WindowFixture::press(Qt::Key_Slash, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!rules().rules.parts.back().off, kPatience);
  }

  void withAllRulesOffNobodyIsChosen() {
    add("rules.add", QStringLiteral("charged"));
    WindowFixture::press(Qt::Key_Slash, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!rules().isEverybody() && rules().rules.parts.back().off, kPatience);
    QVERIFY(!saved().audience.isChosen());
    QVERIFY(sentence().contains(QLatin1String("nobody is chosen")));
  }

  void aRuleIsDuplicatedByKeys() {
    add("rules.add", QStringLiteral("charged"));
    WindowFixture::press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rules().rules.parts.size(), std::size_t{2}, kPatience);
  }

  void whatTheWorkspaceHasNoneOfIsSaid() {
    QVERIFY(WindowFixture::tabTo("rules.add"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(choices().contains(QLatin1String("Charged")), kPatience);
    WindowFixture::type(QStringLiteral("app and device"));
    QTRY_COMPARE_WITH_TIMEOUT(choices(), QStringList{QStringLiteral("App and device")}, kPatience);
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(focusName(), QStringLiteral("rules.choices.search"));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(focusName(), QStringLiteral("rules.add"), kPatience);
  }

  void membersOfASavedSegmentAreLeftOut() {
    const auto segments = m_fixture->workspace().segments.list();
    QVERIFY(segments && !segments->empty());
    add("rules.add", segments->front().name.toLower());
    QVERIFY(tabBackTo("rule.member"));
    WindowFixture::press(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(onlyRule<audience::MemberRule>().name, segments->front().name, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!onlyRule<audience::MemberRule>().member, kPatience);
  }
};

QTEST_MAIN(RulesTest)
#include "rules_test.moc"
