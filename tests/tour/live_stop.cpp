// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

audience::LiveSegment abandoned() {
  audience::Inaction inaction;
  inaction.did = {QStringLiteral("Product viewed"), {}};
  inaction.didNot = {QStringLiteral("Charged"), {}};
  return {inaction,
          {{audience::SegmentGroup::Join::All,
            {{audience::SegmentRule{
                QStringLiteral("country"), audience::SegmentOperator::Equals, {QStringLiteral("IN")}}}}}}};
}

void showAudience(ui::CampaignDocument& document, const audience::LiveSegment& live) {
  document.setAudience(campaign::Audience::asTheyAct(live));
  document.undoStack().undo();
  document.undoStack().redo();
}

void waitForEstimate(const ui::MainWindow& window) {
  waitUntil(
      [&] {
        const auto* words = window.findChild<QLabel*>(QStringLiteral("live.estimate"));
        return words != nullptr && words->text().contains(QStringLiteral("14"));
      },
      "the estimate");
  settle(400);
}

}  // namespace

void walkLive(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::campaigns);
  settle(400);
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Still interested?"));
  settle(400);
  camera.shoot(window, QStringLiteral("22-start-ways"));
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setAudience(campaign::Audience::asTheyAct({}));
  trigger(window, ui::stepAction(1));
  settle(800);
  camera.shoot(window, QStringLiteral("27-who-live-nothing-chosen"));
  showAudience(document, {audience::SingleAction{{QStringLiteral("Charged"), {}}, false}, {}});
  waitForEstimate(window);
  camera.shoot(window, QStringLiteral("27-who-live-action"));
  showAudience(document, abandoned());
  settle(400);
  find<ui::Fold>(window, "live.filter").setOpen(true);
  waitForEstimate(window);
  camera.shoot(window, QStringLiteral("27-who-live-inaction"));
  find<ui::Fold>(window, "live.filter").setOpen(false);
  document.setLiveLimit(campaign::LiveLimit::perDay(5));
  find<ui::Fold>(window, "who.limitFold").setOpen(true);
  settle(400);
  camera.shoot(window, QStringLiteral("27-who-live-limit"));
  find<ui::Fold>(window, "who.limitFold").setOpen(false);
  audience::OnADate birthday;
  birthday.property = QStringLiteral("birthday");
  birthday.everyYear = true;
  showAudience(document, {birthday, {}});
  settle(800);
  camera.shoot(window, QStringLiteral("27-who-live-date"));
  trigger(window, ui::stepAction(3));
  settle(400);
  camera.shoot(window, QStringLiteral("42-when-live"));
  trigger(window, ui::stepAction(4));
  settle(800);
  camera.shoot(window, QStringLiteral("52-publish-live"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
