// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTimeEdit>

#include "delivery/quiet/workspace_quiet.h"
#include "schedule/zone_names.h"
#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

campaign::QuietRule ownHours() {
  campaign::QuietRule rule;
  rule.use = campaign::QuietRule::Use::Own;
  rule.own = {schedule::QuietHours::usual(), "Europe/Berlin"};
  rule.own.hours.setDay(7, {schedule::QuietRange{}});
  rule.own.hours.setDay(6, {{12 * 60, 14 * 60}, {20 * 60, 9 * 60}});
  return rule;
}

/// In the page's own fields, as a person does: what only the draft is told, they don't show.
void chooseOnce(ui::MainWindow& window, const QDate& date, const QTime& time, const QString& zone) {
  find<QAbstractButton>(window, "when.once").click();
  find<QDateEdit>(window, "when.date").setDate(date);
  find<QTimeEdit>(window, "when.time").setTime(time);
  auto& zones = find<QComboBox>(window, "when.zone");
  zones.setFocus();
  zones.lineEdit()->selectAll();
  QTest::keyClicks(zones.lineEdit(), zone);
  QTest::keyClick(zones.lineEdit(), Qt::Key_Return);
  settle();
}

}  // namespace

void walkQuiet(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::campaigns);
  settle(400);
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Night owls"));
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setAudience(campaign::Audience::everybody());
  document.setMessage("Good morning: nova.mt/owls");
  trigger(window, ui::stepAction(3));
  settle(600);
  chooseOnce(window, QDate(2031, 11, 28), QTime(20, 30), QStringLiteral("Europe/Berlin"));
  find<ui::Fold>(window, "when.advanced").setOpen(true);
  settle(600);
  camera.shoot(window, QStringLiteral("45-when-quiet-none"));
  find<QAbstractButton>(window, "when.quiet.workspace").click();
  settle(400);
  find<QAbstractButton>(window, "quiet.on").click();
  settle(400);
  camera.shoot(find<QDialog>(window, "quiet.dialog"), QStringLiteral("45-workspace-quiet-hours"));
  find<QDialog>(window, "quiet.dialog").close();
  settle();
  document.setQuiet(ownHours());
  document.undoStack().undo();
  document.undoStack().redo();
  settle(1500);
  camera.shoot(window, QStringLiteral("45-when-quiet-own"));
  trigger(window, ui::stepAction(4));
  settle(1500);
  camera.shoot(window, QStringLiteral("55-publish-quiet-hours"));
  document.setQuiet({});
  document.undoStack().undo();
  document.undoStack().redo();
  trigger(window, ui::stepAction(3));
  settle(600);
  chooseOnce(window, QDate::currentDate().addDays(3), QTime(18, 0), QString::fromUtf8(schedule::localZone()));
  find<QAbstractButton>(window, "when.keep").click();
  settle(1500);
  camera.shoot(window, QStringLiteral("45-when-kept-by-provider"));
  trigger(window, ui::stepAction(4));
  settle(1500);
  camera.shoot(window, QStringLiteral("55-publish-kept-by-provider"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
