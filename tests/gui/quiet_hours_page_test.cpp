// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QLineEdit>
#include <QStandardPaths>

#include "composer_fixture.h"
#include "delivery/quiet/workspace_quiet.h"
#include "ui/widgets/segmented_choice.h"

using namespace heliograph;
using campaign::QuietRule;
using test::ComposerFixture;
using test::WindowFixture;

namespace {

constexpr int kQuietPatience = ComposerFixture::patience;

/// The whole week is quiet but the day three days after one.
campaign::ZonedQuiet allButThreeDaysAfter(const QDate& day) {
  campaign::ZonedQuiet quiet{{}, "Europe/Berlin"};
  for (int weekday = 1; weekday <= 7; ++weekday) {
    if (weekday != day.addDays(3).dayOfWeek()) quiet.hours.setDay(weekday, {schedule::QuietRange{}});
  }
  return quiet;
}

}  // namespace

/// Quiet hours by keys: the campaign's own, the workspace's, and what Publish says of them.
class QuietHoursPageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<ComposerFixture>();
    document().setAudience(campaign::Audience::everybody());
    document().setMessage("Hi");
    ComposerFixture::goTo(3);
  }
  void cleanup() { m_fixture.reset(); }

  void aCampaignsOwnHoursAreTypedAndUndone() {
    m_fixture->openFold("when.advanced");
    chooseOwn();
    QCOMPARE(document().campaign().quiet.own.hours, schedule::QuietHours::usual());
    QVERIFY(WindowFixture::tabTo("when.quiet.day1"));
    m_fixture->find<QLineEdit>("when.quiet.day1")->selectAll();
    WindowFixture::type(QStringLiteral("22-7, 12-13"));
    WindowFixture::press(Qt::Key_Tab);
    const schedule::QuietHours::Day typed{{12 * 60, 13 * 60}, {22 * 60, 7 * 60}};
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().quiet.own.hours.day(1), typed, kQuietPatience);
    QCOMPARE(m_fixture->find<QLineEdit>("when.quiet.day1")->text(), QStringLiteral("12:00-13:00, 22:00-07:00"));
    QVERIFY(WindowFixture::tabTo("when.quiet.copy1"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().quiet.own.hours.day(7), typed, kQuietPatience);
    QCOMPARE(document().undoStack().undoText(), QStringLiteral("change of quiet hours"));
    while (document().campaign().quiet != QuietRule{} && document().undoStack().canUndo()) {
      WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().quiet, QuietRule{}, kQuietPatience);
  }

  void whatCantBeReadIsSaidAndChangesNothing() {
    m_fixture->openFold("when.advanced");
    chooseOwn();
    const QuietRule before = document().campaign().quiet;
    QVERIFY(WindowFixture::tabTo("when.quiet.day2"));
    m_fixture->find<QLineEdit>("when.quiet.day2")->selectAll();
    WindowFixture::type(QStringLiteral("late"));
    WindowFixture::press(Qt::Key_Tab);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("when.quiet.problem").startsWith(QStringLiteral("Tuesday")),
                             kQuietPatience);
    QCOMPARE(document().campaign().quiet, before);
  }

  void theWorkspacesHoursAreSetAndShown() {
    m_fixture->openFold("when.advanced");
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("when.quiet.words").contains(QStringLiteral("has no quiet hours")),
                             kQuietPatience);
    QVERIFY(WindowFixture::tabTo("when.quiet.workspace"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("quiet.dialog") != nullptr, kQuietPatience);
    QTRY_COMPARE_WITH_TIMEOUT(ComposerFixture::focusName(), QStringLiteral("quiet.on"), kQuietPatience);
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(WindowFixture::tabTo("quiet.save"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("quiet.dialog") == nullptr, kQuietPatience);
    QCOMPARE(delivery::WorkspaceQuiet(m_fixture->workspace().database).read()->hours, schedule::QuietHours::usual());
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("when.quiet.words").startsWith(QStringLiteral("Every day 21:00 to 08:00")),
                             kQuietPatience);
  }

  void aTransactionalCampaignKeepsNone() {
    m_fixture->openFold("when.advanced");
    document().setPurpose(campaign::Purpose::Transactional);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("when.quiet.words").startsWith(QStringLiteral("A transactional message")),
                             kQuietPatience);
    QVERIFY(!m_fixture->find("when.quiet.use")->isVisible());
  }

  void publishSaysWhoWouldWait() {
    const QDate day = QDate::currentDate().addDays(10);
    document().setWhen(schedule::Once{{day, QTime(12, 0), "Europe/Berlin"}});
    QuietRule rule;
    rule.use = QuietRule::Use::Own;
    rule.own = allButThreeDaysAfter(day);
    document().setQuiet(rule);
    ComposerFixture::goTo(4);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("publish.check.quiet_hours_wait") != nullptr, kQuietPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("publish.sentence").contains(QStringLiteral("wait")), kQuietPatience);
  }

 private:
  /// From the choice that holds by arrows to the last.
  void chooseOwn() const {
    m_fixture->find<ui::SegmentedChoice>("when.quiet.use")->focusCurrent();
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(document().campaign().quiet.use, QuietRule::Use::Own, kQuietPatience);
  }
  [[nodiscard]] ui::CampaignDocument& document() const { return m_fixture->document(); }

  std::unique_ptr<ComposerFixture> m_fixture;
};

QTEST_MAIN(QuietHoursPageTest)
#include "quiet_hours_page_test.moc"
