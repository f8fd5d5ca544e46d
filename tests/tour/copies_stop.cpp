// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

using Kind = campaign::Variants::Kind;

const QByteArray kFirstCopy("Hi {{ Profile.first_name | default: \"there\" }}, 30 % off until Sunday: nova.mt/sale");

ui::CampaignDocument& copiesDraft(ui::MainWindow& window) {
  return find<ui::Composer>(window, "composer").document();
}

campaign::Variants copiesOf(Kind kind) {
  campaign::Variants variants;
  variants.kind = kind;
  variants.property = QStringLiteral("city");
  const bool byValue = kind == Kind::ByProperty;
  variants.others = {
      {"{{ Profile.first_name | default: \"Hello\" }}, your last chance: everything at 30 % less, today and tomorrow "
       "only, in every shop and at nova.mt/sale. Members are served first, and the first hundred get a bag.",
       30, byValue ? QStringLiteral("Mumbai") : QString()},
      {"Sale! nova.mt/sale", 20, byValue ? QStringLiteral("New Delhi") : QString()}};
  return variants;
}

void shootKind(ui::MainWindow& window, const Camera& camera, Kind kind, int copy, const QString& picture) {
  copiesDraft(window).setVariants(copiesOf(kind));
  copiesDraft(window).showCopy(copy);
  settle(900);
  camera.shoot(window, picture);
}

/// Publishes the A/B test and goes on when it waits for its winner.
void publishTest(ui::MainWindow& window) {
  for (QCheckBox* box : window.findChildren<QCheckBox*>(QStringLiteral("publish.seen"))) {
    if (box->isVisible()) box->click();
  }
  settle();
  find<QAbstractButton>(window, "footer.publish").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("publish.dialog")) != nullptr; }, "the question");
  auto& dialog = find<QDialog>(window, "publish.dialog");
  QString number;
  for (const QChar sign : find<QAbstractButton>(window, "footer.publish").text()) {
    if (sign.isDigit()) number += sign;
  }
  find<QLineEdit>(dialog, "publish.typed").setText(number);
  settle();
  find<QAbstractButton>(dialog, "publish.confirm").click();
  waitUntil(
      [&] {
        const auto* choose = window.findChild<QAbstractButton*>(QStringLiteral("report.chooseWinner"));
        return choose && choose->isVisible();
      },
      "the test to be sent");
  settle(900);
}

}  // namespace

void walkCopies(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Which text works"));
  copiesDraft(window).setAudience(campaign::Audience::everybody());
  copiesDraft(window).setWhen(schedule::OnPublish{});
  trigger(window, ui::stepAction(2));
  copiesDraft(window).setMessage(kFirstCopy);
  settle(500);
  shootKind(window, camera, Kind::Split, 1, QStringLiteral("37-what-split"));
  shootKind(window, camera, Kind::ByProperty, 1, QStringLiteral("37-what-by-property"));
  shootKind(window, camera, Kind::AbTest, 0, QStringLiteral("37-what-ab-test"));
  trigger(window, ui::stepAction(4));
  waitUntil([&] { return find<QAbstractButton>(window, "footer.publish").text().contains(QLatin1Char('1')); },
            "the count");
  settle(900);
  camera.shoot(window, QStringLiteral("59-publish-ab-test"));
  publishTest(window);
  camera.shoot(window, QStringLiteral("59-report-ab-test"));
  find<QAbstractButton>(window, "report.chooseWinner").click();
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("winner.copy1")) != nullptr; }, "the figures");
  settle(200);
  auto& dialog = find<QDialog>(window, "winner");
  camera.shoot(dialog, QStringLiteral("59-winner"));
  find<QAbstractButton>(dialog, "winner.copy1").click();
  settle(1500);
  camera.shoot(window, QStringLiteral("59-report-winner"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
