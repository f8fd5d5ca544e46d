// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/segmented_choice.h"
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

/// The message that reads the event, and what stands for it in a test.
void shootEventValues(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::stepAction(2));
  settle(400);
  writeMessage(window,
               "Hi {{ Profile.first_name | default: \"there\" }}, thanks for your order of {{ Event.Amount | default: "
               "\"today\" }}. More {{ Event.Category | default: \"things\" }} wait for you.");
  settle(900);
  camera.shoot(window, QStringLiteral("30-what-live-event"));
  writeMessage(window, "Thanks for {{ Event.Amout | default: \"it\" }} of {{ Event.Category }}");
  settle(700);
  camera.shoot(window, QStringLiteral("31-what-live-problems"));
  writeMessage(window, "Thanks for {{ Event.Amount | default: \"it\" }}, {{ Event.Category | default: \"friend\" }}");
  settle(400);
  trigger(window, ui::action::test);
  waitUntil([&] { return window.findChild<ui::SegmentedChoice*>(QStringLiteral("test.eventChoice")) != nullptr; },
            "the event's values");
  settle(600);
  auto& dialog = find<QDialog>(window, "test.dialog");
  camera.shoot(dialog, QStringLiteral("51-test-event-defaults"));
  for (auto* choice : find<ui::SegmentedChoice>(dialog, "test.eventChoice").findChildren<QAbstractButton*>()) {
    if (choice->isEnabled()) choice->click();
  }
  settle(600);
  shootDialog(window, camera, "test.dialog", QStringLiteral("51-test-event-sample"));
  trigger(window, ui::stepAction(1));
  settle(400);
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
  shootEventValues(window, camera);
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
