// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLineEdit>
#include <QStandardPaths>

#include "campaign/campaign_repository.h"
#include "ui/composer/composer.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

/// A second program over the same workspace and with the same settings. It opens where the first one is.
class SecondWindow final {
 public:
  explicit SecondWindow(WindowFixture& first)
      : m_settings(first.path("settings.ini"), QSettings::IniFormat), m_theme(*qApp) {
    auto opened = app::Workspace::open(first.path("window.heliograph"));
    if (!opened) qFatal("no workspace: %s", qPrintable(opened.error().message));
    m_workspace = std::move(*opened);
    m_services = std::make_unique<ui::Services>(app::servicesOf(*m_workspace, m_theme));
    m_window = std::make_unique<ui::MainWindow>(*m_services, m_settings);
    m_window->show();
  }

  [[nodiscard]] ui::Composer* composer() const {
    return m_window->findChild<ui::Composer*>(QStringLiteral("composer"));
  }
  template <class Widget = QWidget>
  [[nodiscard]] Widget* find(const char* name) const {
    return m_window->findChild<Widget*>(QString::fromLatin1(name));
  }

 private:
  QSettings m_settings;
  ui::Theme m_theme;
  std::unique_ptr<app::Workspace> m_workspace;
  std::unique_ptr<ui::Services> m_services;
  std::unique_ptr<ui::MainWindow> m_window;
};

}  // namespace

class TwoWindowsTest final : public QObject {
  Q_OBJECT

 private:
  ui::Composer& newCampaign(WindowFixture& fixture) {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("the window is not active");
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    if (!QTest::qWaitFor([&] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
    return *fixture.find<ui::Composer>("composer");
  }
  static campaign::Campaign stored(WindowFixture& fixture, const ui::Composer& composer) {
    return *fixture.workspace().campaigns.load(const_cast<ui::Composer&>(composer).document().campaign().id);
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void eachWindowIsToldOfTheOther() {
    WindowFixture fixture;
    newCampaign(fixture);
    QVERIFY(!fixture.find("composer.saveBanner")->isVisible());
    {
      SecondWindow second(fixture);
      QTRY_VERIFY(second.composer() != nullptr);
      QTRY_VERIFY_WITH_TIMEOUT(fixture.find("composer.saveBanner")->isVisible(), 10000);
      QTRY_VERIFY_WITH_TIMEOUT(second.find("composer.saveBanner")->isVisible(), 10000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.find("composer.saveBanner")->isVisible(), 10000);
  }

  void anUntouchedWindowShowsWhatTheOtherSaves() {
    WindowFixture fixture;
    newCampaign(fixture);
    SecondWindow second(fixture);
    QTRY_VERIFY(second.composer() != nullptr);
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.find<QLineEdit>("start.name")->setFocus();
    WindowFixture::type(QStringLiteral("Mine"));
    QTRY_COMPARE_WITH_TIMEOUT(second.find<QLineEdit>("start.name")->text(), QStringLiteral("Mine"), 4000);
    QCOMPARE(second.composer()->autosave().state(), ui::SaveState::Saved);
  }

  void bothVersionsAreKeptAndThePersonDecides() {
    WindowFixture fixture;
    ui::Composer& first = newCampaign(fixture);
    SecondWindow second(fixture);
    QTRY_VERIFY(second.composer() != nullptr);
    first.document().setName(QStringLiteral("Mine"));
    second.composer()->document().setName(QStringLiteral("Theirs"));
    const auto conflicted = [&] {
      return (first.autosave().state() == ui::SaveState::Conflict) +
             (second.composer()->autosave().state() == ui::SaveState::Conflict);
    };
    QTRY_COMPARE_WITH_TIMEOUT(conflicted(), 1, 4000);
    const bool firstLost = first.autosave().state() == ui::SaveState::Conflict;
    const QString won = firstLost ? QStringLiteral("Theirs") : QStringLiteral("Mine");
    const QString lost = firstLost ? QStringLiteral("Mine") : QStringLiteral("Theirs");
    QCOMPARE(stored(fixture, first).name, won);
    auto* keepMine =
        firstLost ? fixture.find<QAbstractButton>("banner.keepMine") : second.find<QAbstractButton>("banner.keepMine");
    QTRY_VERIFY(keepMine->isVisible());
    keepMine->click();
    QTRY_COMPARE(stored(fixture, first).name, lost);
    // Now the other one is told, and takes it.
    auto* takeTheirs = firstLost ? second.find<QAbstractButton>("banner.takeTheirs")
                                 : fixture.find<QAbstractButton>("banner.takeTheirs");
    QTRY_VERIFY_WITH_TIMEOUT(takeTheirs->isVisible(), 4000);
    takeTheirs->click();
    QTRY_COMPARE(first.document().campaign().name, lost);
    QTRY_COMPARE(second.composer()->document().campaign().name, lost);
    const auto kept = fixture.workspace().campaigns.revisions(first.document().campaign().id);
    QVERIFY(std::any_of(kept->begin(), kept->end(), [&](const auto& one) { return one.campaign.name == won; }));
  }

  void theWindowComesBackWhereItWas() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Kept"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(fixture, *fixture.find<ui::Composer>("composer")).name, QStringLiteral("Kept"),
                              1000);
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    fixture.vanish();
    fixture.open();
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    QCOMPARE(fixture.find<ui::Composer>("composer")->currentStep(), 2);
    QCOMPARE(fixture.find<QLineEdit>("start.name")->text(), QStringLiteral("Kept"));
  }
};

QTEST_MAIN(TwoWindowsTest)
#include "two_windows_test.moc"
