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
    QTRY_VERIFY(m_fixture->find("composer") != nullptr);
    QTRY_COMPARE(nameOfFocus(), QStringLiteral("start.name"));
    WindowFixture::type(QStringLiteral("Autumn sale"));
    document().setAudience(campaign::Audience::everybody());
    goTo(1);
    QTRY_VERIFY(shown("reach.qualify"));
  }
  void cleanup() { m_fixture.reset(); }

  void aControlGroupIsKeptAndTakenBack() {
    open("who.holdFold");
    QVERIFY(WindowFixture::tabTo("who.hold"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().holdBack.percent, campaign::HoldBack::usual);
    const qint64 seed = saved().holdBack.seed;
    QVERIFY(seed > 0);
    QVERIFY(WindowFixture::tabTo("who.hold.percent"));
    m_fixture->find<QSpinBox>("who.hold.percent")->selectAll();
    WindowFixture::type(QStringLiteral("50"));
    QTRY_COMPARE(saved().holdBack.percent, 50);
    QCOMPARE(saved().holdBack.seed, seed);
    QTRY_VERIFY(shown("reach.held"));
    QTRY_VERIFY(said("who.hold.words").contains(QStringLiteral("are held back")));
    QVERIFY(WindowFixture::tabTo("reach.held"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(m_fixture->find<QDialog>("people.dialog") != nullptr);
    QTRY_VERIFY(m_fixture->find<QTableView>("people.table")->model()->rowCount() > 20);
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->find<QDialog>("people.dialog") == nullptr);
    for (int steps = 0; steps < 6 && document().campaign().holdBack.percent > 0; ++steps) {
      WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    }
    QTRY_COMPARE(saved().holdBack.percent, 0);
    QTRY_VERIFY(!shown("reach.held"));
  }

  void moreThanTheSafetyCheckCannotBePublished() {
    open("who.limitFold");
    QVERIFY(WindowFixture::tabTo("who.safety"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(saved().safetyCheck > 0);
    QVERIFY(WindowFixture::tabTo("who.safety.people"));
    m_fixture->find<QSpinBox>("who.safety.people")->selectAll();
    WindowFixture::type(QStringLiteral("50"));
    QTRY_COMPARE(saved().safetyCheck, 50);
    QTRY_VERIFY(said("who.safety.words").contains(QStringLiteral("can't be published")));
    document().setMessage("Hi");
    goTo(4);
    QTRY_VERIFY(!m_fixture->find<QAbstractButton>("footer.publish")->isEnabled());
    QTRY_VERIFY(isBlockedBy(QStringLiteral("safety_check")));
    goTo(1);

    QVERIFY(WindowFixture::tabTo("who.safety"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().safetyCheck, 0);
    QTRY_VERIFY(!isBlockedBy(QStringLiteral("safety_check")));
  }

  void theWorkspacesGroupIsSetAndLeftOutForOneCampaign() {
    open("who.holdFold");
    QVERIFY(!shown("who.hold.workspace"));
    QVERIFY(WindowFixture::tabTo("who.hold.edit"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(m_fixture->find<QDialog>("group.dialog") != nullptr);
    QTRY_COMPARE(nameOfFocus(), QStringLiteral("group.on"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(WindowFixture::tabTo("group.percent"));
    m_fixture->find<QSpinBox>("group.percent")->selectAll();
    WindowFixture::type(QStringLiteral("5"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(m_fixture->find<QDialog>("group.dialog") == nullptr);
    QTRY_COMPARE(audience::WorkspaceGroup(m_fixture->workspace().database).read()->percent, 5);
    QTRY_VERIFY(shown("who.hold.workspace"));
    QVERIFY(m_fixture->find<QCheckBox>("who.hold.workspace")->isChecked());
    QVERIFY(WindowFixture::tabTo("who.hold.workspace"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().holdBack.workspace, std::optional(false));
    QVERIFY(said("who.hold.workspace.words").contains(QStringLiteral("less well")));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(saved().holdBack.workspace, std::optional<bool>());
  }

  void aColleagueIsPutOnTheSeedListAndTakenOff() {
    const auto person = m_fixture->workspace().profiles.search({}, 1);
    QVERIFY(person && !person->empty());
    QVERIFY(WindowFixture::tabTo("who.seedList"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(m_fixture->find<QDialog>("seeds.dialog") != nullptr);
    QTRY_COMPARE(nameOfFocus(), QStringLiteral("seeds.person"));
    WindowFixture::type(person->front().identity);
    WindowFixture::press(Qt::Key_Return);
    auto* table = m_fixture->find<QTableView>("seeds.table");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->find<QDialog>("seeds.dialog") == nullptr);
    QTRY_VERIFY(said("who.seeds").contains(QStringLiteral("1 colleague gets it")));
    document().setMessage("Hi");
    goTo(4);
    QTRY_VERIFY(said("publish.sentence").contains(QStringLiteral("and 1 colleague")));
    goTo(1);
    QVERIFY(WindowFixture::tabTo("who.seedList"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(m_fixture->find<QDialog>("seeds.dialog") != nullptr);
    QTRY_COMPARE(m_fixture->find<QTableView>("seeds.table")->model()->rowCount(), 1);
    QVERIFY(WindowFixture::tabTo("seeds.remove"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(m_fixture->find<QTableView>("seeds.table")->model()->rowCount(), 0);
    QVERIFY(audience::SeedList(m_fixture->workspace().database, m_fixture->workspace().clock).list()->empty());
  }

 private:
  static void goTo(int step) { WindowFixture::press(Qt::Key_1 + step, Qt::ControlModifier); }
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
