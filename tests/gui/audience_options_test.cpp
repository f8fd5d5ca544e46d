// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>

#include "audience/groups/seed_list.h"
#include "audience/groups/workspace_group.h"
#include "audience/profile_repository.h"
#include "composer_fixture.h"

using namespace heliograph;
using test::ComposerFixture;
using test::WindowFixture;

namespace {

constexpr int kGuiPatience = ComposerFixture::patience;

}  // namespace

/// What narrows an audience, by keys: who is held back, the safety check, and the seed list.
class AudienceOptionsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<ComposerFixture>();
    document().setAudience(campaign::Audience::everybody());
    ComposerFixture::goTo(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shown("reach.qualify"), kGuiPatience);
  }
  void cleanup() { m_fixture.reset(); }

  void aControlGroupIsKeptAndTakenBack() {
    m_fixture->openFold("who.holdFold");
    QVERIFY(WindowFixture::tabTo("who.hold"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().holdBack.percent, campaign::HoldBack::usual, kGuiPatience);
    const qint64 seed = m_fixture->saved().holdBack.seed;
    QVERIFY(seed > 0);
    QVERIFY(WindowFixture::tabTo("who.hold.percent"));
    m_fixture->find<QSpinBox>("who.hold.percent")->selectAll();
    WindowFixture::type(QStringLiteral("50"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().holdBack.percent, 50, kGuiPatience);
    QCOMPARE(m_fixture->saved().holdBack.seed, seed);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shown("reach.held"), kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("who.hold.words").contains(QStringLiteral("are held back")), kGuiPatience);
    QVERIFY(WindowFixture::tabTo("reach.held"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("people.dialog") != nullptr, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QTableView>("people.table")->model()->rowCount() > 20, kGuiPatience);
    WindowFixture::press(Qt::Key_Escape);
    m_fixture->waitUntilClosed("people.dialog");
    for (int steps = 0; steps < 6 && document().campaign().holdBack.percent > 0; ++steps) {
      WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().holdBack.percent, 0, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->shown("reach.held"), kGuiPatience);
  }

  void moreThanTheSafetyCheckCannotBePublished() {
    m_fixture->openFold("who.limitFold");
    QVERIFY(WindowFixture::tabTo("who.safety"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->saved().safetyCheck > 0, kGuiPatience);
    QVERIFY(WindowFixture::tabTo("who.safety.people"));
    m_fixture->find<QSpinBox>("who.safety.people")->selectAll();
    WindowFixture::type(QStringLiteral("50"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().safetyCheck, 50, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("who.safety.words").contains(QStringLiteral("can't be published")),
                             kGuiPatience);
    document().setMessage("Hi");
    ComposerFixture::goTo(4);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->find<QAbstractButton>("footer.publish")->isEnabled(), kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(isBlockedBy(QStringLiteral("safety_check")), kGuiPatience);
    ComposerFixture::goTo(1);

    QVERIFY(WindowFixture::tabTo("who.safety"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().safetyCheck, 0, kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!isBlockedBy(QStringLiteral("safety_check")), kGuiPatience);
  }

  void theWorkspacesGroupIsSetAndLeftOutForOneCampaign() {
    m_fixture->openFold("who.holdFold");
    QVERIFY(!m_fixture->shown("who.hold.workspace"));
    QVERIFY(WindowFixture::tabTo("who.hold.edit"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("group.dialog") != nullptr, kGuiPatience);
    QTRY_COMPARE_WITH_TIMEOUT(ComposerFixture::focusName(), QStringLiteral("group.on"), kGuiPatience);
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(WindowFixture::tabTo("group.percent"));
    m_fixture->find<QSpinBox>("group.percent")->selectAll();
    WindowFixture::type(QStringLiteral("5"));
    WindowFixture::press(Qt::Key_Return);
    m_fixture->waitUntilClosed("group.dialog");
    QTRY_COMPARE_WITH_TIMEOUT(audience::WorkspaceGroup(m_fixture->workspace().database).read()->percent, 5,
                              kGuiPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shown("who.hold.workspace"), kGuiPatience);
    QVERIFY(m_fixture->find<QCheckBox>("who.hold.workspace")->isChecked());
    QVERIFY(WindowFixture::tabTo("who.hold.workspace"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().holdBack.workspace, std::optional(false), kGuiPatience);
    QVERIFY(m_fixture->said("who.hold.workspace.words").contains(QStringLiteral("less well")));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->saved().holdBack.workspace, std::optional<bool>(), kGuiPatience);
  }

  void aColleagueIsPutOnTheSeedListAndTakenOff() {
    const auto person = m_fixture->workspace().profiles.search({}, 1);
    QVERIFY(person && !person->empty());
    QVERIFY(WindowFixture::tabTo("who.seedList"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("seeds.dialog") != nullptr, kGuiPatience);
    QTRY_COMPARE_WITH_TIMEOUT(ComposerFixture::focusName(), QStringLiteral("seeds.person"), kGuiPatience);
    WindowFixture::type(person->front().identity);
    WindowFixture::press(Qt::Key_Return);
    auto* table = m_fixture->find<QTableView>("seeds.table");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kGuiPatience);
    WindowFixture::press(Qt::Key_Escape);
    m_fixture->waitUntilClosed("seeds.dialog");
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("who.seeds").contains(QStringLiteral("1 colleague gets it")),
                             kGuiPatience);
    document().setMessage("Hi");
    ComposerFixture::goTo(4);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("publish.sentence").contains(QStringLiteral("and 1 colleague")),
                             kGuiPatience);
    ComposerFixture::goTo(1);
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
  [[nodiscard]] ui::CampaignDocument& document() const { return m_fixture->document(); }
  [[nodiscard]] bool isBlockedBy(const QString& code) const {
    const auto report = m_fixture->workspace().publisher.check(m_fixture->saved());
    return report && std::any_of(report->issues.begin(), report->issues.end(),
                                 [&](const campaign::Issue& issue) { return issue.code == code; });
  }

  std::unique_ptr<ComposerFixture> m_fixture;
};

QTEST_MAIN(AudienceOptionsTest)
#include "audience_options_test.moc"
