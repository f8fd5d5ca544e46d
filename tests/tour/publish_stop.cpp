// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

/// What the sample's own campaign says, which was sent a moment ago.
const QByteArray kSentBefore("Hi {{ Profile.first_name }}, early access starts now: nova.mt/diwali");

ui::CampaignDocument& draft(ui::MainWindow& window) {
  return find<ui::Composer>(window, "composer").document();
}

void openPublish(ui::MainWindow& window) {
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Diwali, once more"));
  draft(window).setAudience(campaign::Audience::everybody());
  trigger(window, ui::stepAction(4));
  settle(900);
}

/// Types the number that the open dialog asks for.
QDialog& typeNumber(ui::MainWindow& window) {
  find<QAbstractButton>(window, "footer.publish").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("publish.dialog")) != nullptr; }, "the question");
  auto& dialog = find<QDialog>(window, "publish.dialog");
  QString number;
  for (const QChar sign : find<QAbstractButton>(window, "footer.publish").text()) {
    if (sign.isDigit()) number += sign;
  }
  find<QLineEdit>(dialog, "publish.typed").setText(number);
  settle();
  return dialog;
}

}  // namespace

void walkPublish(ui::MainWindow& window, const Camera& camera) {
  openPublish(window);
  camera.shoot(window, QStringLiteral("53-publish-blocked"));

  draft(window).setMessage(kSentBefore);
  draft(window).setWhen(schedule::OnPublish{});
  draft(window).setRelease(campaign::Release::firstThenAsk(campaign::Release::usual));
  trigger(window, ui::stepAction(3));
  trigger(window, ui::stepAction(4));
  waitUntil([&] { return window.findChild<QCheckBox*>(QStringLiteral("publish.seen")) != nullptr; }, "a warning");
  settle(900);
  find<ui::Fold>(window, "publish.fine").setOpen(true);
  settle();
  camera.shoot(window, QStringLiteral("54-publish-warnings"));
  const auto boxes = window.findChildren<QCheckBox*>(QStringLiteral("publish.seen"));
  for (QCheckBox* box : boxes) {
    if (box->isVisible()) box->click();
  }
  settle();

  QDialog& dialog = typeNumber(window);
  find<QLineEdit>(dialog, "publish.typed").setText(QStringLiteral("12,000"));
  settle(50);
  camera.shoot(dialog, QStringLiteral("55-publish-wrong"));
  dialog.reject();
  settle(50);
  QDialog& again = typeNumber(window);
  camera.shoot(again, QStringLiteral("56-publish-typed"));
  find<QAbstractButton>(again, "publish.confirm").click();
  settle(20);
  camera.shoot(again, QStringLiteral("57-publish-countdown"));
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("report")) != nullptr; }, "the report");
  waitUntil(
      [&] {
        const auto buttons = window.findChildren<QAbstractButton*>();
        return std::any_of(buttons.begin(), buttons.end(), [](const QAbstractButton* button) {
          return button->isVisible() && button->text() == QStringLiteral("Send the rest");
        });
      },
      "the first to be sent");
  settle(600);
  camera.shoot(window, QStringLiteral("58-report-first-sent"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
