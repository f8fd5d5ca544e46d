// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QtTest>

#include "delivery/test_messages/test_number_repository.h"
#include "delivery/test_messages/test_send_repository.h"
#include "providers/routes/group_repository.h"
#include "ui/widgets/chip.h"
#include "ui/window/window_actions.h"
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
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("providers")->isVisible(), kGroupPatience);
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

  void aMoveIsUndoneByKeys() {
    auto* row = m_fixture->find("group.member.1");
    row->setFocus();
    WindowFixture::press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(members(), (std::vector<ProviderId>{m_second, m_first}), kGroupPatience);
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(members(), (std::vector<ProviderId>{m_first, m_second}), kGroupPatience);
  }

  void quickMovesEndAsTheyWereMade() {
    auto* row = m_fixture->find("group.member.1");
    row->setFocus();
    WindowFixture::press(Qt::Key_Down, Qt::AltModifier);
    WindowFixture::press(Qt::Key_Up, Qt::AltModifier);
    WindowFixture::press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->services().groups.byId(m_group)->members,
                              (std::vector<ProviderId>{m_second, m_first}), kGroupPatience);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("group.member.2"));
  }

  void aProviderTakenOutComesBackByUndo() {
    auto* row = m_fixture->find("group.member.2");
    row->setFocus();
    WindowFixture::press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(members(), std::vector<ProviderId>{m_first}, kGroupPatience);
    QVERIFY(WindowFixture::tabTo("group.undo"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(members(), (std::vector<ProviderId>{m_first, m_second}), kGroupPatience);
  }

  void aMemberIsTestedFromItsRow() {
    QCOMPARE(m_fixture->find<ui::Chip>("group.health.2")->text(), QStringLiteral("Never tested"));
    m_fixture->find("group.member.2")->setFocus();
    QVERIFY(WindowFixture::tabTo("group.test.2"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("test.dialog") != nullptr, kGroupPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_fixture->find<QComboBox>("test.through")->currentText().startsWith(QStringLiteral("Second")), kGroupPatience);
  }

  void theLastTestOfAMemberIsSaid() {
    delivery::TestRecord record;
    record.provider = m_second;
    record.answer = QStringLiteral("no such sender");
    const auto number = delivery::TestNumberRepository(m_fixture->services().database, m_fixture->services().clock)
                            .remember(QStringLiteral("+447700900123"));
    QVERIFY(number);
    record.testNumber = *number;
    const delivery::TestSendRepository tests(m_fixture->services().database, m_fixture->services().clock);
    QVERIFY(tests.add({}, record));
    m_fixture->window().actions().find(ui::action::providers)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_fixture->find("group.member.2")->accessibleDescription().contains(QStringLiteral("number ending in 0123")),
        kGroupPatience);
    const QString told = m_fixture->find("group.member.2")->accessibleDescription();
    QVERIFY2(told.contains(QStringLiteral("no such sender")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("test refused")), qPrintable(told));
    QCOMPARE(m_fixture->find<ui::Chip>("group.health.2")->text(), QStringLiteral("Test refused"));
  }

  void aGroupIsDuplicatedFromItsMenu() {
    openMenu();
    chooseInMenu(QStringLiteral("Duplicate"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->workspace().groups.list()->size(), std::size_t{2}, kGroupPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->find<QLineEdit>("group.name")->text(), QStringLiteral("Two 2"),
                              kGroupPatience);
  }

  void aGroupIsRenamedFromItsMenu() {
    openMenu();
    chooseInMenu(QStringLiteral("Rename"));
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), m_fixture->find("group.name"), kGroupPatience);
    WindowFixture::type(QStringLiteral("Both"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->workspace().groups.byId(m_group)->name, QStringLiteral("Both"),
                              kGroupPatience);
  }

  void aGroupIsDeletedAfterAQuestion() {
    openMenu();
    chooseInMenu(QStringLiteral("Delete…"));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("providers.question") != nullptr, kGroupPatience);
    QCOMPARE(m_fixture->workspace().groups.list()->size(), std::size_t{1});
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), m_fixture->find("providers.question"), kGroupPatience);
    QVERIFY(WindowFixture::tabTo("providers.question.yes"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().groups.list()->empty(), kGroupPatience);
  }

  void aGroupInUseIsNotDeletedAndSaysWhy() {
    auto draft = m_fixture->workspace().campaigns.list()->front();
    auto campaign = m_fixture->workspace().campaigns.load(draft.id);
    QVERIFY(campaign);
    campaign->route = {QStringLiteral("group"), m_group.value};
    QVERIFY(m_fixture->workspace().campaigns.save(*campaign, campaign->revision));
    openMenu();
    chooseInMenu(QStringLiteral("Delete…"));
    auto* note = m_fixture->find<QLabel>("group.note");
    QTRY_VERIFY_WITH_TIMEOUT(note->text().contains(campaign->name), kGroupPatience);
    QVERIFY(m_fixture->find("providers.question") == nullptr);
    QCOMPARE(m_fixture->workspace().groups.list()->size(), std::size_t{1});
  }

  void aNewGroupIsKeptOnceItHasNameAndProvider() {
    QVERIFY(WindowFixture::tabTo("providers.add"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), m_fixture->find("group.name"), kGroupPatience);
    WindowFixture::type(QStringLiteral("India"));
    QVERIFY(WindowFixture::tabTo("group.add"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget() != nullptr, kGroupPatience);
    chooseInMenu(QStringLiteral("First (never tested)"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->workspace().groups.list()->size(), std::size_t{2}, kGroupPatience);
    const auto made = m_fixture->workspace().groups.byName(QStringLiteral("India"));
    QVERIFY(made);
    QCOMPARE(made->members, std::vector<ProviderId>{m_first});
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
  /// The menu of the group, by the keyboard.
  void openMenu() const {
    const QByteArray name = QStringLiteral("group.card.%1").arg(m_group.value).toLatin1();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find(name.constData()) != nullptr, kGroupPatience);
    m_fixture->find(name.constData())->setFocus();
    WindowFixture::press(Qt::Key_Menu);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget() != nullptr, kGroupPatience);
  }
  /// Goes down to the words and takes them.
  static void chooseInMenu(const QString& words) {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    for (int i = 0; i < menu->actions().size(); ++i) {
      if (menu->activeAction() && menu->activeAction()->text() == words) break;
      QTest::keyClick(menu, Qt::Key_Down);
    }
    QVERIFY(menu->activeAction());
    QCOMPARE(menu->activeAction()->text(), words);
    QTest::keyClick(menu, Qt::Key_Return);
  }
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
