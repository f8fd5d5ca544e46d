// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stops.h"

#include <QAbstractButton>
#include <QTableView>

#include "tools.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

/// The report of the campaign that was published before the walk.
void walkReport(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::campaigns);
  settle(400);
  camera.shoot(window, QStringLiteral("10-home"));
  auto& table = find<QTableView>(window, "home.table");
  for (int row = 0; row < table.model()->rowCount(); ++row) {
    const QString state = table.model()->index(row, 0).data().toString();
    if (state == QStringLiteral("Draft")) continue;
    table.selectRow(row);
    settle();
    find<QAbstractButton>(window, "home.open").click();
    settle(600);
    camera.shoot(window, QStringLiteral("80-report"));
    break;
  }
  trigger(window, ui::action::campaigns);
  settle();
}

}  // namespace heliograph::tour
