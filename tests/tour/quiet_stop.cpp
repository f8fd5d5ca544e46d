// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

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
  document.setWhen(schedule::Once{{QDate(2031, 11, 28), QTime(20, 30), "Europe/Berlin"}});
  trigger(window, ui::stepAction(3));
  settle(600);
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
  schedule::Once kept{{QDate::currentDate().addDays(3), QTime(18, 0), schedule::localZone()}};
  kept.heldByProvider = true;
  document.setWhen(kept);
  trigger(window, ui::stepAction(3));
  settle(1500);
  camera.shoot(window, QStringLiteral("45-when-kept-by-provider"));
  trigger(window, ui::stepAction(4));
  settle(1500);
  camera.shoot(window, QStringLiteral("55-publish-kept-by-provider"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
