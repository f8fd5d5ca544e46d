// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

audience::Goal sampleGoal() {
  return {QStringLiteral("Charged"),
          {{QStringLiteral("Amount"), audience::SegmentOperator::Greater, {1000}}},
          3,
          audience::TimeUnit::Days,
          QStringLiteral("Amount")};
}

/// The report with conversions of the campaign that was published before the walk.
void shootConversions(ui::MainWindow& window, const Camera& camera) {
  auto& table = find<QTableView>(window, "home.table");
  for (int row = 0; row < table.model()->rowCount(); ++row) {
    bool isIt = false;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
      isIt |= table.model()->index(row, column).data().toString() == QStringLiteral("Diwali early access");
    }
    if (!isIt) continue;
    table.selectRow(row);
    settle();
    find<QAbstractButton>(window, "home.open").click();
    waitUntil(
        [&] {
          const auto* goal = window.findChild<QWidget*>(QStringLiteral("report.goal"));
          return goal && goal->isVisible();
        },
        "the conversions");
    settle(400);
    auto& scroll = find<QScrollArea>(window, "report.scroll");
    scroll.ensureWidgetVisible(&find<QWidget>(window, "report.goal"));
    settle(200);
    camera.shoot(window, QStringLiteral("82-report-goal"));
    break;
  }
  trigger(window, ui::action::campaigns);
  settle();
}

}  // namespace

void walkGoal(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::campaigns);
  settle(400);
  shootConversions(window, camera);
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Winter coats"));
  find<ui::Fold>(window, "start.goalFold").setOpen(true);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("goal.event")) != nullptr; }, "the events");
  settle();
  camera.shoot(window, QStringLiteral("21-start-goal-none"));
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setGoal(sampleGoal());
  document.undoStack().undo();
  document.undoStack().redo();
  settle(400);
  camera.shoot(window, QStringLiteral("21-start-goal"));
  document.setAudience(campaign::Audience::everybody());
  trigger(window, ui::stepAction(2));
  document.setMessage("Winter coats are in: nova.mt/coats");
  campaign::Variants variants;
  variants.kind = campaign::Variants::Kind::AbTest;
  variants.others = {{"{{ Profile.first_name | default: \"Hello\" }}, your winter coat waits: nova.mt/coats"}};
  variants.winner.by = campaign::WinnerRule::By::Conversions;
  document.setVariants(variants);
  settle(900);
  camera.shoot(window, QStringLiteral("38-what-winner-by-conversions"));
  document.setGoal({});
  settle(900);
  camera.shoot(window, QStringLiteral("38-what-winner-without-goal"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
