// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QDialog>

#include "stops.h"
#include "tools.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

void walkLinks(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  settle();
  camera.shoot(window, QStringLiteral("34-start-purpose"));
  trigger(window, ui::stepAction(1));
  settle(400);
  find<QAbstractButton>(window, "who.everybody").click();
  trigger(window, ui::stepAction(2));
  settle(200);
  writeMessage(window,
               "Hi {{ Profile.first_name | default: \"there\" }}, 48 hours before everyone else: 30 % off. "
               "https://nova.example/early-access and http://staging.nova.example/gold until Sunday.");
  settle(900);
  camera.shoot(window, QStringLiteral("34-links"));
  find<QAbstractButton>(window, "what.optOut").click();
  auto& when = find<ui::SegmentedChoice>(window, "what.optOutWhen");
  Q_EMIT when.chosen(1);
  settle(1500);
  camera.shoot(window, QStringLiteral("34-opt-out"));
  find<QAbstractButton>(window, "what.optOut").click();
  find<QAbstractButton>(window, "links.tag").click();
  settle(1200);
  camera.shoot(window, QStringLiteral("34-links-tagged"));
  writeMessage(window,
               "Just for you: https://nova.example/gold?from=sms&city={{ Profile.city | default: \"home\" | "
               "url_encode }}#offers");
  find<QAction>(window, "message.link").trigger();
  shootDialog(window, camera, "link.dialog", QStringLiteral("34-link-dialog"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
