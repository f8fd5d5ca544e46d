// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

void walkPalette(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::palette);
  settle();
  camera.shoot(window, QStringLiteral("92-palette"));
  QTest::keyClicks(&find<QLineEdit>(window, "palette.search"), QStringLiteral("ca"));
  settle();
  camera.shoot(window, QStringLiteral("93-palette-found"));
  QTest::keyClick(&find<QLineEdit>(window, "palette.search"), Qt::Key_Escape);
  trigger(window, ui::action::shortcuts);
  shootDialog(window, camera, "shortcuts", QStringLiteral("94-shortcuts"));
}

}  // namespace heliograph::tour
