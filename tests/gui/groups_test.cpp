// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QTabBar>
#include <QtTest>

#include "providers/group_repository.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

constexpr int kGroupPatience = 60000;

ProviderId addMember(app::Workspace& workspace, const char* name, const char* countries) {
  providers::Provider provider;
  provider.name = QLatin1String(name);
  provider.type = QStringLiteral("http");
  const auto row = [](const char* key, const char* value) {
    return QJsonObject{{QStringLiteral("name"), QString::fromLatin1(key)},
                       {QStringLiteral("value"), QString::fromLatin1(value)}};
  };
  provider.settings = {{QStringLiteral("endpoint"), QStringLiteral("https:/") + QStringLiteral("/sms.example.com")},
                       {QStringLiteral("parameters"), QJsonArray{row("to", "$$To"), row("text", "$$Body")}},
                       {QStringLiteral("countries"), QLatin1String(countries)}};
  auto made = workspace.providers.create(provider);
  if (!made) qFatal("%s", qPrintable(made.error().message));
  return *made;
}

}  // namespace

class GroupsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    auto& workspace = m_fixture->workspace();
    m_first = addMember(workspace, "First", "IN");
    m_second = addMember(workspace, "Second", "IN, GB");
    auto group = workspace.groups.create({{}, QStringLiteral("Two"), {m_first, m_second}, false});
    if (!group) qFatal("%s", qPrintable(group.error().message));
    m_group = *group;
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* tabs = m_fixture->find<QTabBar>("providers.tabs");
    tabs->setFocus();
    WindowFixture::press(Qt::Key_Right);
    // Rows are made anew when what is said of the members was read.
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QLabel>("group.warning.1") != nullptr, kGroupPatience);
  }
  void cleanup() { m_fixture.reset(); }

  void aMemberMovesByKeys() {
    auto* row = m_fixture->find("group.member.1");
    QVERIFY(row);
    row->setFocus();
    WindowFixture::press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(members(), (std::vector<ProviderId>{m_second, m_first}), kGroupPatience);
  }

  void eachMemberSaysWhatItCannotReach() {
    const auto* warning = m_fixture->find<QLabel>("group.warning.1");
    QVERIFY2(warning->text().contains(QStringLiteral("cannot reach")), qPrintable(warning->text()));
  }

  void aFailureIsRehearsedByKeys() {
    QVERIFY(WindowFixture::tabTo("group.simulate"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("simulate.country.IN") != nullptr, kGroupPatience);
    // The first can't be reached: the second takes India, and a country that neither covers has nobody.
    auto* fault = m_fixture->find<QComboBox>("simulate.fault.1");
    QCOMPARE(fault->currentIndex(), 1);
    fault->setFocus();
    WindowFixture::press(Qt::Key_Up);
    QCOMPARE(fault->currentIndex(), 0);
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("simulate") == nullptr, kGroupPatience);
  }

 private:
  std::vector<ProviderId> members() const {
    const auto group = m_fixture->workspace().groups.byId(m_group);
    return group ? group->members : std::vector<ProviderId>{};
  }

  std::unique_ptr<WindowFixture> m_fixture;
  ProviderId m_first;
  ProviderId m_second;
  GroupId m_group;
};

QTEST_MAIN(GroupsTest)
#include "groups_test.moc"
