// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>

#include "audience/groups/control_groups.h"
#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

void bringIntoView(QWidget& widget) {
  for (QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
    if (auto* area = qobject_cast<QScrollArea*>(parent)) return area->ensureWidgetVisible(&widget, 0, 0);
  }
}

}  // namespace

/// Who is held back, the limits, the seed list, and the control group of all campaigns.
void walkHoldBack(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("With a control group"));
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setAudience(campaign::Audience::everybody());
  trigger(window, ui::stepAction(1));
  settle(600);
  camera.shoot(window, QStringLiteral("140-who-folded"));

  trigger(window, ui::action::controlGroup);
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("group.dialog")) != nullptr; },
            "the group's dialog");
  auto& group = find<QDialog>(window, "group.dialog");
  settle(200);
  find<QCheckBox>(group, "group.on").setChecked(true);
  settle(100);
  camera.shoot(group, QStringLiteral("141-control-group"));
  find<QAbstractButton>(group, "group.save").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("group.dialog")) == nullptr; }, "the group");

  trigger(window, ui::action::seedList);
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("seeds.dialog")) != nullptr; }, "the seed list");
  auto& seeds = find<QDialog>(window, "seeds.dialog");
  settle(200);
  for (const auto& colleague : {QStringLiteral("c-000002"), QStringLiteral("c-000003")}) {
    find<QLineEdit>(seeds, "seeds.person").setText(colleague);
    find<QAbstractButton>(seeds, "seeds.add").click();
    settle(300);
  }
  camera.shoot(seeds, QStringLiteral("142-seed-list"));
  seeds.close();
  settle(200);

  document.setHoldBack(document.campaign().holdBack.withPercent(10));
  document.setSafetyCheck(50);
  auto& hold = find<ui::Fold>(window, "who.holdFold");
  auto& limits = find<ui::Fold>(window, "who.limitFold");
  hold.setOpen(true);
  limits.setOpen(true);
  settle(600);
  bringIntoView(limits);
  settle(200);
  camera.shoot(window, QStringLiteral("143-who-hold-back"));
  hold.setOpen(false);
  limits.setOpen(false);
  settle(200);
  camera.shoot(window, QStringLiteral("144-who-held-folded"));
  document.setMessage("Hi {{ Profile.first_name | default: 'there' }}");
  trigger(window, ui::stepAction(4));
  settle(900);
  camera.shoot(window, QStringLiteral("145-publish-safety-check"));
  document.setSafetyCheck(0);
  settle(900);
  camera.shoot(window, QStringLiteral("146-publish-held-back"));
  trigger(window, ui::action::campaigns);
  settle();
}

}  // namespace heliograph::tour
