// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>

#include "audience/groups/seed_list.h"
#include "audience/groups/workspace_group.h"
#include "audience/profile_repository.h"
#include "campaign/campaign_repository.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

constexpr int kGuiPatience = 30000;

QString nameOfFocus() {
  return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

}  // namespace

/// What narrows an audience, by keys: who is held back, the safety check, and the seed list.
class AudienceOptionsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("composer") != nullptr, kGuiPatience);
    QTRY_COMPARE_WITH_TIMEOUT(nameOfFocus(), QStringLiteral("start.name"), kGuiPatience);
    WindowFixture::type(QStringLiteral("Autumn sale"));
    document().setAudience(campaign::Audience::everybody());
    goTo(1);
    QTRY_VERIFY_WITH_TIMEOUT(shown("reach.qualify"), kGuiPatience);
  }
  void cleanup() { m_fixture.reset(); }

  void aControlGroupIsKeptAndTakenBack() {
    open("who.holdFold");
    QVERIFY(WindowFixture::tabTo("who.hold"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(saved().holdBack.percent, campaign::HoldBack::usual, kGuiPatience);
    const qint64 seed = saved().holdBack.seed;
    QVERIFY(seed > 0);
    QVERIFY(WindowFixture::tabTo("who.hold.percent"));
    m_fixture->find<QSpinBox>("who.hold.percent")->selectAll();
    WindowFixture::type(QStringLiteral("50"));
    QTRY_COMPARE_WITH_TIMEOUT(saved().holdBack.percent, 50, kGuiPatience);
    QCOMPARE(saved().holdBack.seed, seed);
    QTRY_VERIFY_WITH_TIMEOUT(shown("reach.held"), kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(said("who.hold.words").contains(QStringLiteral("are held back")), kGuiPatience);
    QVERIFY(WindowFixture::tabTo("reach.held"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("people.dialog") != nullptr, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QTableView>("people.table")->model()->rowCount() > 20, kGuiPatience);
    WindowFixture::press(Qt::Key_Escape);
    waitUntilClosed("people.dialog");
    for (int steps = 0; steps < 6 && document().campaign().holdBack.percent > 0; ++steps) {
      WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    }
    QTRY_COMPARE_WITH_TIMEOUT(saved().holdBack.percent, 0, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!shown("reach.held"), kGuiPatience);
  }

  void moreThanTheSafetyCheckCannotBePublished() {
    open("who.limitFold");
    QVERIFY(WindowFixture::tabTo("who.safety"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(saved().safetyCheck > 0, kGuiPatience);
    QVERIFY(WindowFixture::tabTo("who.safety.people"));
    m_fixture->find<QSpinBox>("who.safety.people")->selectAll();
    WindowFixture::type(QStringLiteral("50"));
    QTRY_COMPARE_WITH_TIMEOUT(saved().safetyCheck, 50, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(said("who.safety.words").contains(QStringLiteral("can't be published")), kGuiPatience);
    document().setMessage("Hi");
    goTo(4);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->find<QAbstractButton>("footer.publish")->isEnabled(), kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(isBlockedBy(QStringLiteral("safety_check")), kGuiPatience);
    goTo(1);

    QVERIFY(WindowFixture::tabTo("who.safety"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(saved().safetyCheck, 0, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!isBlockedBy(QStringLiteral("safety_check")), kGuiPatience);
  }

  void theWorkspacesGroupIsSetAndLeftOutForOneCampaign() {
    open("who.holdFold");
    QVERIFY(!shown("who.hold.workspace"));
    QVERIFY(WindowFixture::tabTo("who.hold.edit"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("group.dialog") != nullptr, kGuiPatience);
    QTRY_COMPARE_WITH_TIMEOUT(nameOfFocus(), QStringLiteral("group.on"), kGuiPatience);
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(WindowFixture::tabTo("group.percent"));
    m_fixture->find<QSpinBox>("group.percent")->selectAll();
    WindowFixture::type(QStringLiteral("5"));
    WindowFixture::press(Qt::Key_Return);
    waitUntilClosed("group.dialog");
    QTRY_COMPARE_WITH_TIMEOUT(audience::WorkspaceGroup(m_fixture->workspace().database).read()->percent, 5,
                              kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(shown("who.hold.workspace"), kGuiPatience);
    QVERIFY(m_fixture->find<QCheckBox>("who.hold.workspace")->isChecked());
    QVERIFY(WindowFixture::tabTo("who.hold.workspace"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(saved().holdBack.workspace, std::optional(false), kGuiPatience);
    QVERIFY(said("who.hold.workspace.words").contains(QStringLiteral("less well")));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(saved().holdBack.workspace, std::optional<bool>(), kGuiPatience);
  }

  void aColleagueIsPutOnTheSeedListAndTakenOff() {
    const auto person = m_fixture->workspace().profiles.search({}, 1);
    QVERIFY(person && !person->empty());
    QVERIFY(WindowFixture::tabTo("who.seedList"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("seeds.dialog") != nullptr, kGuiPatience);
    QTRY_COMPARE_WITH_TIMEOUT(nameOfFocus(), QStringLiteral("seeds.person"), kGuiPatience);
    WindowFixture::type(person->front().identity);
    WindowFixture::press(Qt::Key_Return);
    auto* table = m_fixture->find<QTableView>("seeds.table");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kGuiPatience);
    WindowFixture::press(Qt::Key_Escape);
    waitUntilClosed("seeds.dialog");
    QTRY_VERIFY_WITH_TIMEOUT(said("who.seeds").contains(QStringLiteral("1 colleague gets it")), kGuiPatience);
    document().setMessage("Hi");
    goTo(4);
    QTRY_VERIFY_WITH_TIMEOUT(said("publish.sentence").contains(QStringLiteral("and 1 colleague")), kGuiPatience);
    goTo(1);
    QVERIFY(WindowFixture::tabTo("who.seedList"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("seeds.dialog") != nullptr, kGuiPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->find<QTableView>("seeds.table")->model()->rowCount(), 1, kGuiPatience);
    QVERIFY(WindowFixture::tabTo("seeds.remove"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->find<QTableView>("seeds.table")->model()->rowCount(), 0, kGuiPatience);
    QVERIFY(audience::SeedList(m_fixture->workspace().database, m_fixture->workspace().clock).list()->empty());
  }

 private:
  static void goTo(int step) { WindowFixture::press(Qt::Key_1 + step, Qt::ControlModifier); }
  /// Until the dialog is gone and the window has the keyboard again.
  void waitUntilClosed(const char* dialog) const {
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>(dialog) == nullptr, kGuiPatience);
    m_fixture->window().activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window().isActiveWindow() && QApplication::focusWidget(), kGuiPatience);
  }
  /// Opens a fold by its key.
  void open(const char* fold) const {
    auto* found = m_fixture->find<ui::Fold>(fold);
    QVERIFY(found);
    found->setFocus();
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(found->isOpen());
  }
  [[nodiscard]] ui::CampaignDocument& document() const { return m_fixture->find<ui::Composer>("composer")->document(); }
  [[nodiscard]] campaign::Campaign saved() const {
    const auto all = m_fixture->workspace().campaigns.list();
    if (!all || all->empty()) return {};
    return m_fixture->workspace().campaigns.load(all->front().id).value_or(campaign::Campaign{});
  }
  [[nodiscard]] bool shown(const char* name) const {
    const auto* widget = m_fixture->find(name);
    return widget && widget->isVisible();
  }
  [[nodiscard]] QString said(const char* name) const {
    const auto* label = m_fixture->find<QLabel>(name);
    return label && label->isVisible() ? label->text() : QString();
  }
  [[nodiscard]] bool isBlockedBy(const QString& code) const {
    const auto report = m_fixture->workspace().publisher.check(saved());
    return report && std::any_of(report->issues.begin(), report->issues.end(),
                                 [&](const campaign::Issue& issue) { return issue.code == code; });
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(AudienceOptionsTest)
#include "audience_options_test.moc"
