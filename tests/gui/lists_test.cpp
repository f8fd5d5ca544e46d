// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>

#include "audience/lists/custom_list_repository.h"
#include "audience/profile_repository.h"
#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "on_screen.h"
#include "ui/who/lists/lists_tab.h"

using namespace heliograph;
using campaign::Audience;
using test::focusName;
using test::WindowFixture;

namespace {

constexpr int kPatience = 20000;

}  // namespace

/// Saved segments and lists by keys: chosen, renamed, imported, kept from going while something needs them.
class ListsTest final : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<WindowFixture> m_fixture;

  campaign::Campaign saved() { return test::savedCampaign(*m_fixture); }
  QString said(const char* name) { return test::said(*m_fixture, name); }
  audience::CustomListRepository lists() { return {m_fixture->workspace().database, m_fixture->workspace().clock}; }
  void openTab(const QString& title) {
    auto* tabs = m_fixture->find<QTabBar>("who.tabs");
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    for (int i = 0; i < tabs->count() && tabs->tabText(tabs->currentIndex()) != title; ++i) {
      WindowFixture::press(Qt::Key_Right);
    }
    QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
  }
  /// Chooses the first row of a table by keys.
  void chooseFirst(const char* table) {
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QTableView>(table)->model()->rowCount() > 0, kPatience);
    QVERIFY(WindowFixture::tabTo(table));
    WindowFixture::press(Qt::Key_Home, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_Space);
  }
  QString fileOf(const QByteArray& lines) {
    const QString path = m_fixture->path("Winter guests.csv");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size()) qFatal("no file for the test");
    return path;
  }
  QByteArray identities(int people) {
    QByteArray lines;
    const auto found = m_fixture->workspace().profiles.page({}, {}, people);
    if (!found) qFatal("no people");
    for (const audience::Profile& each : *found) lines += each.identity.toUtf8() + '\n';
    return lines;
  }
  void import(const QByteArray& lines) {
    m_fixture->find<ui::ListsTab>("who.listsTab")->importFile(fileOf(lines));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QAbstractButton>("list.run")->isEnabled(), kPatience);
    m_fixture->find("list.run")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QDialog>("list.dialog") == nullptr, kPatience);
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr, kPatience);
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(focusName() == QLatin1String("start.name"), kPatience);
    WindowFixture::type(QStringLiteral("Autumn"));
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
  }
  void cleanup() { m_fixture.reset(); }

  void aListIsImportedAndChosen() {
    openTab(QStringLiteral("Lists"));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("who.importFirstList")->isVisible(), kPatience);
    import("Identity\n" + identities(7) + "stranger\n");
    QTRY_VERIFY_WITH_TIMEOUT(said("who.listSaid").contains(QStringLiteral("7 people are on “Winter guests”")),
                             kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(said("who.listSaid").contains(QLatin1String("stranger")), kPatience);
    chooseFirst("who.lists");
    QTRY_COMPARE_WITH_TIMEOUT(saved().audience, Audience::rules(ui::membersOfList(QStringLiteral("Winter guests"))),
                              kPatience);
  }

  void aListThatIsUsedStays() {
    openTab(QStringLiteral("Lists"));
    import("Identity\n" + identities(3));
    QVERIFY(m_fixture->workspace().segments.save(QStringLiteral("Guests"),
                                                 ui::membersOfList(QStringLiteral("Winter guests"))));
    chooseFirst("who.lists");
    QVERIFY(WindowFixture::tabTo("who.removeList"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(said("who.listSaid").contains(QStringLiteral("the segment “Guests”")), kPatience);
    QCOMPARE(lists().list()->size(), std::size_t{1});
  }

  void aSegmentIsRenamedByKeys() {
    chooseFirst("who.segments");
    QVERIFY(WindowFixture::tabTo("who.renameSegment"));
    WindowFixture::press(Qt::Key_Space);
    QCOMPARE(focusName(), QStringLiteral("who.newSegmentName"));
    WindowFixture::type(QStringLiteral("Old friends"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().segments.find(QStringLiteral("Old friends")), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(saved().audience.segmentName, QStringLiteral("Old friends"), kPatience);
  }

  void aSegmentThatIsUsedIsNotDeletedAndItIsSaidWhy() {
    chooseFirst("who.segments");
    QTRY_VERIFY_WITH_TIMEOUT(saved().audience.isChosen(), kPatience);
    QVERIFY(WindowFixture::tabTo("who.removeSegment"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(said("who.segmentSaid").contains(QStringLiteral("can’t be deleted")), kPatience);
    QCOMPARE(m_fixture->workspace().segments.list()->size(), std::size_t{1});
  }

  void aCopyOfASegmentIsDeletedAgain() {
    chooseFirst("who.segments");
    QVERIFY(WindowFixture::tabTo("who.duplicateSegment"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QTableView>("who.segments")->model()->rowCount() == 2, kPatience);
    QCOMPARE(focusName(), QStringLiteral("who.segments"));
    WindowFixture::press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(saved().audience.segmentName.contains(QLatin1String("(copy)")), kPatience);
    QVERIFY(WindowFixture::tabTo("who.removeSegment"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->workspace().segments.list()->size(), std::size_t{1}, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!saved().audience.isChosen(), kPatience);
  }
};

QTEST_MAIN(ListsTest)
#include "lists_test.moc"
