// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialog>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QTableView>

#include "app/demo/demo_workspace.h"
#include "campaign/campaign_repository.h"
#include "campaign/saved_filters.h"
#include "providers/sandbox/sandbox_record.h"
#include "ui/composer/composer.h"
#include "ui/home/campaign_actions.h"
#include "ui/home/campaign_desk.h"
#include "ui/home/home_page.h"
#include "window_fixture.h"

using namespace heliograph;
using campaign::Standing;
using test::WindowFixture;

namespace {

QTableView& table(WindowFixture& fixture) {
  return *fixture.find<QTableView>("home.table");
}

/// The names that are shown, from top to bottom.
QStringList shown(WindowFixture& fixture) {
  QStringList names;
  const QAbstractItemModel* rows = table(fixture).model();
  for (int row = 0; row < rows->rowCount(); ++row) names << rows->index(row, 1).data().toString();
  return names;
}

campaign::Campaign draft(WindowFixture& fixture, const QString& name, const QStringList& labels = {}) {
  campaign::Campaign campaign;
  campaign.name = name;
  campaign.labels = labels;
  campaign.message = "Hello";
  campaign.audience = campaign::Audience::everybody();
  return fixture.workspace().campaigns.create(campaign).value();
}

void select(WindowFixture& fixture, int row) {
  table(fixture).setFocus();
  table(fixture).selectionModel()->setCurrentIndex(table(fixture).model()->index(row, 1),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void refresh(WindowFixture& fixture, const QString& newest) {
  fixture.find<ui::HomePage>("home")->refresh();
  QTRY_COMPARE(shown(fixture).value(0), newest);
  select(fixture, 0);
}

bool openMenuByKey(WindowFixture& fixture) {
  WindowFixture::press(Qt::Key_Menu);
  auto& menu = fixture.find<ui::HomePage>("home")->campaignActions().menu();
  return QTest::qWaitFor([&menu] { return menu.isVisible(); }, 2000);
}

/// Goes down in the row's menu to an act and chooses it.
bool chooseInMenu(WindowFixture& fixture, items::Act act) {
  auto& actions = fixture.find<ui::HomePage>("home")->campaignActions();
  constexpr int kEnough = 20;
  for (int i = 0; i < kEnough && actions.menu().activeAction() != actions.of(act); ++i) {
    QTest::keyClick(&actions.menu(), Qt::Key_Down);
  }
  if (actions.menu().activeAction() != actions.of(act)) return false;
  QTest::keyClick(&actions.menu(), Qt::Key_Return);
  fixture.window().activateWindow();
  return QTest::qWaitForWindowActive(&fixture.window());
}

}  // namespace

class HomeTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void anEmptyWorkspaceLeadsToATextOnTheSandboxPhone() {
    WindowFixture fixture(WindowFixture::Start::Empty);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QTRY_VERIFY(fixture.find("first")->isVisible());
    QTRY_VERIFY(fixture.find("first.import")->hasFocus());
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.window().findChild<QDialog*>() != nullptr);
    fixture.window().findChild<QDialog*>()->reject();
    fixture.window().activateWindow();
    QVERIFY(app::importDemoPeople(fixture.workspace(), {.profiles = 20}));
    fixture.find<ui::HomePage>("home")->refresh();
    QTRY_VERIFY(!fixture.find("first.import")->isVisible());
    QTRY_VERIFY(fixture.find("first.sandbox")->hasFocus());
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("first.message")->isVisible());
    QTRY_VERIFY(fixture.find("first.send")->hasFocus());
    QTRY_VERIFY(fixture.find("first.send")->isEnabled());
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("first.open")->isVisible(), 15000);
    const auto arrived =
        providers::SandboxRecord::load(app::EmbeddedSandbox::recordFile(fixture.workspace().database.path()));
    QVERIFY(arrived);
    QCOMPARE(arrived->size(), std::size_t{1});
    QVERIFY(arrived->front().body.startsWith(QStringLiteral("Hi ")));
    QVERIFY(fixture.find("first")->isVisible());
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    WindowFixture::press(Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(table(fixture).isVisible());
    QCOMPARE(shown(fixture), QStringList{QStringLiteral("My first campaign")});
  }

  void theMenuKeyOpensTheMenuOfTheRow() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("Menu"));
    refresh(fixture, QStringLiteral("Menu"));
    QVERIFY(openMenuByKey(fixture));
    QVERIFY(chooseInMenu(fixture, items::Act::Archive));
    QTRY_VERIFY(!shown(fixture).contains(QStringLiteral("Menu")));
    auto* filter = fixture.find<QAbstractButton>("home.filter");
    filter->setFocus();
    WindowFixture::press(Qt::Key_Space);
    auto* menu = fixture.find<QMenu>("home.filterMenu");
    QTRY_VERIFY(menu->isVisible());
    QAction* archived = nullptr;
    for (QAction* action : menu->actions()) {
      if (action->isCheckable()) archived = action;
    }
    QVERIFY(archived);
    menu->setActiveAction(archived);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(shown(fixture), QStringList{QStringLiteral("Menu")});
  }

  void anActThatDoesNotApplySaysWhy() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("Draft"));
    refresh(fixture, QStringLiteral("Draft"));
    QAction* stop = fixture.find<ui::HomePage>("home")->campaignActions().of(items::Act::Stop);
    QTRY_VERIFY(!stop->isEnabled());
    QVERIFY(openMenuByKey(fixture));
    QVERIFY2(stop->text().contains(stop->toolTip()), qPrintable(stop->text()));
    QTest::keyClick(&fixture.find<ui::HomePage>("home")->campaignActions().menu(), Qt::Key_Escape);
    QTRY_VERIFY(!stop->text().contains(QLatin1Char('\t')));
  }

  void enterOpensAndCloneIsAnotherDraft() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("Spring"));
    refresh(fixture, QStringLiteral("Spring"));
    QVERIFY(openMenuByKey(fixture));
    QVERIFY(chooseInMenu(fixture, items::Act::Clone));
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    WindowFixture::press(Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(shown(fixture).value(0), QStringLiteral("Spring (copy)"));
    QTRY_VERIFY(fixture.find("composer") == nullptr);
    select(fixture, 1);
    QTRY_VERIFY(table(fixture).hasFocus());
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    QCOMPARE(fixture.find<ui::Composer>("composer")->document().campaign().name, QStringLiteral("Spring"));
  }

  void aDraftIsDeletedAfterAQuestionAndCanBeBroughtBack() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("Gone"), {QStringLiteral("VIP")});
    refresh(fixture, QStringLiteral("Gone"));
    WindowFixture::press(Qt::Key_Delete);
    QTRY_VERIFY(fixture.find("home.question.yes")->hasFocus());
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.find("home.question")->isVisible());
    QVERIFY(shown(fixture).contains(QStringLiteral("Gone")));
    QTRY_VERIFY(table(fixture).hasFocus());
    WindowFixture::press(Qt::Key_Delete);
    QTRY_VERIFY(fixture.find("home.question.yes")->hasFocus());
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(!shown(fixture).contains(QStringLiteral("Gone")));
    QTRY_VERIFY(fixture.find("home.undo")->isVisible());
    fixture.find("home.undo")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(shown(fixture).value(0), QStringLiteral("Gone"));
    QCOMPARE(fixture.workspace().campaigns.list()->front().labels, QStringList{QStringLiteral("VIP")});
  }

  void aDraftIsRenamedInPlace() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("Old"));
    refresh(fixture, QStringLiteral("Old"));
    WindowFixture::press(Qt::Key_F2);
    QTRY_VERIFY(fixture.find<QLineEdit>("home.rename") != nullptr);
    QTRY_VERIFY(fixture.find("home.rename")->hasFocus());
    WindowFixture::type(QStringLiteral("New"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(fixture.workspace().campaigns.list()->front().name, QStringLiteral("New"));
    QVERIFY(fixture.find("composer") == nullptr);
  }

  void severalCampaignsGetALabelAtOnce() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("One"));
    draft(fixture, QStringLiteral("Two"));
    refresh(fixture, QStringLiteral("Two"));
    WindowFixture::press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table(fixture).selectionModel()->selectedRows().size(), 2);
    WindowFixture::press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find("labels.new") != nullptr);
    QTRY_VERIFY(fixture.find("labels.new")->hasFocus());
    WindowFixture::type(QStringLiteral("50%"));
    QVERIFY(!fixture.find("labels.done")->isEnabled());
    WindowFixture::press(Qt::Key_Backspace);
    WindowFixture::press(Qt::Key_Return);
    for (const QString& name : {QStringLiteral("One"), QStringLiteral("Two")}) {
      const auto has = [&fixture, &name] {
        const auto all = fixture.workspace().campaigns.list().value();
        return std::any_of(all.begin(), all.end(), [&name](const auto& each) {
          return each.name == name && each.labels == QStringList{QStringLiteral("50")};
        });
      };
      QTRY_VERIFY(has());
    }
  }

  void aFilterWithANameSurvivesTheWindow() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("Alpha"));
    draft(fixture, QStringLiteral("Beta"));
    refresh(fixture, QStringLiteral("Beta"));
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("alph"));
    QTRY_COMPARE(shown(fixture), QStringList{QStringLiteral("Alpha")});
    QTRY_VERIFY(fixture.find("home.saveFilter")->isVisible());
    fixture.find("home.saveFilter")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("home.filterName")->hasFocus());
    WindowFixture::type(QStringLiteral("Mine"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(fixture.workspace().savedFilters.list()->size(), std::size_t{1});
    fixture.open();
    QTRY_VERIFY(fixture.find<QAbstractButton>("home.saved.1") != nullptr);
    QTRY_VERIFY(shown(fixture).size() > 1);
    fixture.find("home.saved.1")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(shown(fixture), QStringList{QStringLiteral("Alpha")});
    QCOMPARE(fixture.find<QLineEdit>("home.search")->text(), QStringLiteral("alph"));
    fixture.find("home.renameFilter")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("home.filterName")->hasFocus());
    WindowFixture::type(QStringLiteral("Ours"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(fixture.workspace().savedFilters.list()->front().name, QStringLiteral("Ours"));
    QTRY_VERIFY(fixture.find("home.removeFilter")->isVisible());
    fixture.find("home.removeFilter")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.workspace().savedFilters.list()->empty());
  }

  void nothingThatMatchesOffersToClear() {
    WindowFixture fixture;
    draft(fixture, QStringLiteral("Alpha"));
    refresh(fixture, QStringLiteral("Alpha"));
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("zzz"));
    auto* clear = fixture.find<QAbstractButton>("home.nothing.clear");
    QTRY_VERIFY(clear->isVisible());
    clear->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(table(fixture).isVisible());
    QVERIFY(table(fixture).hasFocus());
    QCOMPARE(fixture.find<QLineEdit>("home.search")->text(), QString());
  }

  void aCampaignGoesOutAsAFileAndComesBackByDropping() {
    WindowFixture fixture;
    const auto made = draft(fixture, QStringLiteral("Travelling"), {QStringLiteral("VIP")});
    refresh(fixture, QStringLiteral("Travelling"));
    const QString file = fixture.path("travelling.json");
    fixture.window().findChild<ui::CampaignDesk*>()->exportTo(made.id, file);
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY(fixture.workspace().campaigns.remove(made.id));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    auto* home = fixture.find("home");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(home, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(home, &drop);
    QTRY_COMPARE(fixture.workspace().campaigns.list()->front().name, QStringLiteral("Travelling"));
    QCOMPARE(fixture.workspace().campaigns.list()->front().labels, QStringList{QStringLiteral("VIP")});
  }

  void tenThousandCampaignsFilterAtOnce() {
    WindowFixture fixture;
    const auto made = fixture.workspace().database.execute(
        QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
                       "INSERT INTO campaign (name, state, body, revision, created_at, updated_at) "
                       "SELECT 'Campaign ' || i, 'draft', (SELECT body FROM campaign LIMIT 1), 1, i, i FROM n"));
    QVERIFY(made);
    QElapsedTimer clock;
    clock.start();
    fixture.find<ui::HomePage>("home")->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(table(fixture).model()->rowCount() > 9999, 20000);
    qInfo("10,000 campaigns read and shown after %lld ms", clock.elapsed());
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    qint64 slowest = 0;
    for (const QChar key : QStringLiteral("campaign 77")) {
      clock.restart();
      WindowFixture::type(key);
      QCoreApplication::processEvents();
      slowest = std::max(slowest, clock.nsecsElapsed() / 1000);
    }
    qInfo("slowest keystroke of the search with its painting: %lld us", slowest);
    QVERIFY(table(fixture).model()->rowCount() < 10000);
    clock.restart();
    table(fixture).sortByColumn(1, Qt::AscendingOrder);
    QCoreApplication::processEvents();
    qInfo("sorted by name after %lld ms", clock.elapsed());
    QVERIFY2(slowest < 400'000, "far more than an instant");
  }
};

QTEST_MAIN(HomeTest)
#include "home_test.moc"
