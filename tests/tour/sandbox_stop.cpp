// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stops.h"

#include <QDialog>

#include "tools.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

void walkSandbox(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::sandbox);
  settle(500);
  auto& dialog = find<QDialog>(window, "sandbox.window");
  camera.shoot(dialog, QStringLiteral("90-sandbox"));
  dialog.hide();
}

}  // namespace heliograph::tour
