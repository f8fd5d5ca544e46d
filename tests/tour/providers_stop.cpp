// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stops.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QTabBar>

#include "tools.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

void walkProviders(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::providers);
  settle(400);
  camera.shoot(window, QStringLiteral("70-providers"));
  find<QAbstractButton>(window, "providers.add").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("provider.dialog")) != nullptr; }, "the dialog");
  auto& dialog = find<QDialog>(window, "provider.dialog");
  auto& kind = find<QComboBox>(dialog, "provider.kind");
  for (int i = 0; i < kind.count(); ++i) {
    kind.setCurrentIndex(i);
    Q_EMIT kind.activated(i);
    settle(50);
    camera.shoot(dialog, QStringLiteral("71-provider-kind%1").arg(i));
  }
  dialog.reject();
  settle(50);
  find<QTabBar>(window, "providers.tabs").setCurrentIndex(1);
  settle();
  camera.shoot(window, QStringLiteral("72-groups"));
  find<QTabBar>(window, "providers.tabs").setCurrentIndex(0);
}

}  // namespace heliograph::tour
