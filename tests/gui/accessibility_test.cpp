// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QListView>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTabBar>
#include <functional>

#include "campaign/campaign_repository.h"
#include "delivery/check/publisher.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

/// What takes the keyboard or acts, but has no name to be spoken, by class and object name.
QStringList namelessIn(QAccessibleInterface* spoken) {
  QStringList found;
  if (spoken == nullptr || !spoken->isValid()) return found;
  const QAccessible::State state = spoken->state();
  if (state.invisible) return found;
  const auto* widget = qobject_cast<QWidget*>(spoken->object());
  // Parts that Qt puts inside its own controls are spoken as the control.
  const bool isInner =
      widget != nullptr && (qobject_cast<const QScrollBar*>(widget) != nullptr ||
                            widget->objectName().startsWith(QLatin1String("qt_")) || widget->focusProxy() != nullptr);
  const bool acts = widget != nullptr && state.focusable && widget->focusPolicy() != Qt::NoFocus;
  if (acts && !isInner && spoken->text(QAccessible::Name).isEmpty()) {
    found << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
  }
  // Rows of lists are spoken by their texts.
  const QAccessible::Role role = spoken->role();
  if (role == QAccessible::Table || role == QAccessible::List || role == QAccessible::Tree) return found;
  for (int i = 0; i < spoken->childCount(); ++i) found += namelessIn(spoken->child(i));
  return found;
}

QStringList namelessIn(QWidget& widget) {
  return namelessIn(QAccessible::queryAccessibleInterface(&widget));
}

}  // namespace

class AccessibilityTest final : public QObject {
  Q_OBJECT

 private:
  /// Triggers an action and looks at the window, or at the dialog of that name, when it is there.
  void walk(WindowFixture& fixture, const QString& action, const char* dialog = nullptr) {
    QAction* found = fixture.window().actions().find(action);
    QVERIFY2(found != nullptr && found->isEnabled(), qPrintable(action));
    found->trigger();
    if (dialog == nullptr) {
      QTest::qWait(150);
      return check(fixture.window(), action);
    }
    QTRY_VERIFY2(fixture.find<QDialog>(dialog) != nullptr, dialog);
    QTest::qWait(150);
    auto* open = fixture.find<QDialog>(dialog);
    check(*open, QString::fromLatin1(dialog));
    open->reject();
    QTest::qWait(20);
  }
  static void check(QWidget& widget, const QString& where) {
    const QStringList nameless = namelessIn(widget);
    QVERIFY2(nameless.isEmpty(), qPrintable(where + QStringLiteral(": ") + nameless.join(QStringLiteral(", "))));
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theStepsOfTheComposerAndTheirDialogs() {
    WindowFixture fixture;
    walk(fixture, ui::action::newCampaign);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    for (int step = 0; step < 5; ++step) walk(fixture, ui::stepAction(step));
    walk(fixture, ui::stepAction(1));
    auto* tabs = fixture.find<QTabBar>("who.tabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
      tabs->setCurrentIndex(tab);
      QTest::qWait(50);
      check(fixture.window(), tabs->tabText(tab));
    }
    walk(fixture, ui::action::test, "test.dialog");
    walk(fixture, ui::action::history, "history.dialog");
  }

  void theOtherPagesAndDialogs() {
    WindowFixture fixture;
    walk(fixture, ui::action::campaigns);
    walk(fixture, ui::action::providers);
    auto* tabs = fixture.find<QTabBar>("providers.tabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
      tabs->setCurrentIndex(tab);
      QTest::qWait(50);
      check(fixture.window(), tabs->tabText(tab));
    }
    walk(fixture, ui::action::addProvider, "provider.dialog");
    walk(fixture, ui::action::importContacts, "import.dialog");
    walk(fixture, ui::action::sandbox, "sandbox.window");
    walk(fixture, ui::action::shortcuts, "shortcuts");
    walk(fixture, ui::action::palette);
  }

  void theReport() {
    WindowFixture fixture;
    const app::Workspace& workspace = fixture.workspace();
    auto campaign = workspace.campaigns.clone(workspace.campaigns.list()->front().id);
    QVERIFY(campaign);
    campaign->when = schedule::OnPublish{};
    const auto revision = workspace.campaigns.save(*campaign, campaign->revision);
    const auto people = workspace.publisher.check(*campaign);
    QVERIFY(revision && people);
    QVERIFY(workspace.publisher.publish(campaign->id, *revision, people->sendable));
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    walk(fixture, ui::action::palette);
    WindowFixture::type(campaign->name);
    const auto* found = fixture.find<QListView>("palette.list");
    QTRY_COMPARE(found->model()->index(0, 0).data().toString(), campaign->name);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(fixture.find("report") != nullptr);
    QTest::qWait(200);
    check(fixture.window(), QStringLiteral("report"));
  }

  void theFirstSteps() {
    WindowFixture fixture(WindowFixture::Start::Empty);
    QTest::qWait(200);
    check(fixture.window(), QStringLiteral("first steps"));
  }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
