// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

using audience::EventRule;
using audience::SegmentGroup;
using audience::SegmentOperator;
using audience::SegmentPart;
using audience::SegmentRule;
using audience::TimeWindow;

TimeWindow lastDays(int days) {
  TimeWindow window;
  window.kind = TimeWindow::Kind::InLast;
  window.count = days;
  return window;
}

TimeWindow daysBetween(const char* from, const char* until) {
  TimeWindow window;
  window.kind = TimeWindow::Kind::Between;
  window.from = QString::fromLatin1(from);
  window.until = QString::fromLatin1(until);
  return window;
}

EventRule bought() {
  EventRule rule;
  rule.event = QStringLiteral("Charged");
  rule.values = {2};
  rule.within = lastDays(30);
  rule.where = {{QStringLiteral("Amount"), SegmentOperator::Greater, {1000}}};
  return rule;
}

SegmentRule isOneOfThese(const QString& property, const QStringList& values) {
  return {property, SegmentOperator::Equals, QJsonArray::fromStringList(values)};
}

/// The drawing the page is made after.
SegmentGroup drawn() {
  EventRule left;
  left.event = QStringLiteral("Unsubscribed from store news");
  left.did = false;
  const SegmentGroup either{SegmentGroup::Join::Any,
                            {{left}, {isOneOfThese(QStringLiteral("tier"), {QStringLiteral("Platinum")})}}};
  return {SegmentGroup::Join::All,
          {{bought()},
           {isOneOfThese(QStringLiteral("city"),
                         {QStringLiteral("Mumbai"), QStringLiteral("Pune"), QStringLiteral("Delhi"),
                          QStringLiteral("Chennai"), QStringLiteral("Jaipur"), QStringLiteral("Kochi")})},
           {either}}};
}

/// One of every kind, one of them switched off.
SegmentGroup everyKind() {
  EventRule spent = bought();
  spent.measure = EventRule::Measure::Sum;
  spent.property = QStringLiteral("Amount");
  spent.op = SegmentOperator::LessOrEqual;
  spent.values = {5000};
  spent.where.push_back(isOneOfThese(QStringLiteral("Category"), {QStringLiteral("Shoes"), QStringLiteral("Bags")}));
  EventRule first;
  first.event = QStringLiteral("Product viewed");
  first.measure = EventRule::Measure::FirstTime;
  first.within = daysBetween("2026-01-01", "2026-06-30");
  audience::SameValueRule same;
  same.events = {{QStringLiteral("Product viewed"), QStringLiteral("Category"), true, lastDays(7), {}},
                 {QStringLiteral("Charged"), QStringLiteral("Category"), false, {}, {}}};
  audience::NearRule near;
  near.radius = 25;
  near.places = {{QStringLiteral("Pune"), 18.51957, 73.85535}, {QStringLiteral("Mumbai"), 19.07283, 72.88261}};
  audience::MemberRule member{audience::MemberRule::Of::Segment, QStringLiteral("Gold and Platinum"), false};
  audience::CampaignRule received{audience::CampaignRule::By::Campaign, QStringLiteral("Diwali early access")};
  SegmentPart off{isOneOfThese(QStringLiteral("tier"), {QStringLiteral("Gold")}), true};
  const SegmentGroup except{
      SegmentGroup::Join::All, {{bought()}, {isOneOfThese(QStringLiteral("tier"), {QStringLiteral("Silver")})}}, true};
  return {SegmentGroup::Join::Any, {{except}, {spent}, {first}, {same}, {near}, {member}, {received}, off}};
}

void show(ui::MainWindow& window, const SegmentGroup& rules) {
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setAudience(campaign::Audience::rules({rules}));
  // As if it was opened so: the page shows what it didn't change itself only when it is loaded.
  trigger(window, ui::action::undo);
  trigger(window, ui::action::redo);
  settle(1200);
}

}  // namespace

void walkRuleKinds(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  settle(300);
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Black Friday reminder"));
  trigger(window, ui::stepAction(1));
  settle(600);
  show(window, drawn());
  camera.shoot(window, QStringLiteral("30-rules"));
  find<QAbstractButton>(window, "rules.add").click();
  settle(200);
  camera.shoot(window, QStringLiteral("30-rules-choices"));
  auto& search = find<QLineEdit>(window, "rules.choices.search");
  QTest::keyClicks(&search, QStringLiteral("product"));
  settle(100);
  camera.shoot(window, QStringLiteral("30-rules-choices-found"));
  QTest::keyClick(&search, Qt::Key_Escape);
  show(window, everyKind());
  camera.shoot(window, QStringLiteral("31-rules-kinds"));
  find<QTabBar>(window, "who.tabs").setCurrentIndex(0);
  settle(600);
  camera.shoot(window, QStringLiteral("32-segments"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
