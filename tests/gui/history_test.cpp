// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardPaths>

#include "campaign/campaign_repository.h"
#include "items/history_list_model.h"
#include "ui/composer/composer.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

class HistoryTest final : public QObject {
  Q_OBJECT

 private:
  void newCampaign(WindowFixture& fixture) {
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    QTRY_VERIFY(fixture.find<QLineEdit>("start.name")->hasFocus());
  }
  static ui::Composer& composer(WindowFixture& fixture) { return *fixture.find<ui::Composer>("composer"); }

  void typeAndSave(WindowFixture& fixture, const QString& text) {
    WindowFixture::type(text);
    QTRY_COMPARE_WITH_TIMEOUT(composer(fixture).autosave().state(), ui::SaveState::Saved, 10000);
  }

  /// Another window's save, as far as the file can tell.
  void saveElsewhere(WindowFixture& fixture, const QString& name) {
    auto theirs = fixture.workspace().campaigns.load(composer(fixture).document().campaign().id);
    QVERIFY(theirs.has_value());
    theirs->name = name;
    QVERIFY(fixture.workspace().campaigns.save(*theirs, theirs->revision, QStringLiteral("there")).has_value());
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void anEarlierVersionIsComparedAndRestoredByKeys() {
    WindowFixture fixture;
    newCampaign(fixture);
    typeAndSave(fixture, QStringLiteral("Spring sale"));
    WindowFixture::press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(fixture.find<QListView>("history.list") != nullptr);
    auto* list = fixture.find<QListView>("history.list");
    QTRY_VERIFY(list->hasFocus() && list->model()->rowCount() > 0);
    QCOMPARE(list->currentIndex().data(Qt::AccessibleTextRole).toString().section(QStringLiteral(", "), 1),
             QStringLiteral("The first version"));
    const auto* comparison = fixture.find("history.comparison");
    const auto texts = comparison->findChildren<QLabel*>();
    QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel* label) {
      return label->accessibleDescription() == QStringLiteral("Added: Spring sale");
    }));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(fixture.find<QDialog>("history.dialog") == nullptr);
    QCOMPARE(composer(fixture).document().campaign().name, QString());
    QCOMPARE(fixture.find<QLineEdit>("start.name")->text(), QString());
    // Without a window manager nobody gives the focus back.
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.find<QLineEdit>("start.name")->text(), QStringLiteral("Spring sale"));
  }

  void twoVersionsAreComparedWithOneAnother() {
    WindowFixture fixture;
    newCampaign(fixture);
    typeAndSave(fixture, QStringLiteral("First"));
    saveElsewhere(fixture, QStringLiteral("Second"));
    QTRY_VERIFY_WITH_TIMEOUT(composer(fixture).autosave().state() == ui::SaveState::Conflict, 10000);
    composer(fixture).autosave().keepMine();
    QTRY_COMPARE(composer(fixture).autosave().state(), ui::SaveState::Saved);
    WindowFixture::press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(fixture.find<QListView>("history.list") != nullptr);
    auto* list = fixture.find<QListView>("history.list");
    QTRY_VERIFY(list->hasFocus() && list->model()->rowCount() > 0);
    QVERIFY(fixture.find<QAbstractButton>("history.restore")->isEnabled());
    WindowFixture::press(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(list->selectionModel()->selectedIndexes().size(), 2);
    QVERIFY(!fixture.find<QAbstractButton>("history.restore")->isEnabled());
    const auto texts = fixture.find("history.comparison")->findChildren<QLabel*>();
    QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel* label) {
      return label->accessibleDescription() == QStringLiteral("Removed: First");
    }));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(fixture.find<QDialog>("history.dialog") == nullptr);
  }

  void whatIsOpenIsListedAndLeadsToItsField() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Sale"));
    QTRY_VERIFY(fixture.find("footer.issues")->isVisible());
    QVERIFY(WindowFixture::tabTo("footer.issues"));
    WindowFixture::press(Qt::Key_Space);
    auto* list = fixture.find<QListView>("issues.list");
    QTRY_VERIFY(list->hasFocus());
    const int open = list->model()->rowCount();
    for (int row = 0; row < open && !list->currentIndex().data().toString().startsWith(QStringLiteral("The message"));
         ++row) {
      WindowFixture::press(Qt::Key_Down);
    }
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(fixture.find("what.message")->hasFocus());
    QVERIFY(!list->isVisible());
  }

  void escapeClosesTheListOfIssues() {
    WindowFixture fixture;
    newCampaign(fixture);
    QTRY_VERIFY(fixture.find("footer.issues")->isVisible());
    QVERIFY(WindowFixture::tabTo("footer.issues"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("issues")->isVisible());
    WindowFixture::press(Qt::Key_Escape);
    QVERIFY(!fixture.find("issues")->isVisible());
    QVERIFY(fixture.find("footer.issues")->hasFocus());
  }

  void theNameIsOneKeyAway() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_F2);
    QTRY_VERIFY(fixture.find<QLineEdit>("start.name")->hasFocus());
  }
};

QTEST_MAIN(HistoryTest)
#include "history_test.moc"
