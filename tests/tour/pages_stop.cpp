// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

/// The rule of that number, counted from 0.
QWidget& ruleField(ui::MainWindow& window, const char* name, int number) {
  QList<QWidget*> shown;
  for (QWidget* each : window.findChildren<QWidget*>(QString::fromLatin1(name))) {
    if (each->isVisible()) shown << each;
  }
  if (number >= shown.size()) qFatal("there is no rule %d", number);
  return *shown[number];
}

/// Takes a property out of the menu of a button and writes its value.
void writeRule(ui::MainWindow& window, const char* button, const QString& property, int number, const QString& value) {
  find<QAbstractButton>(window, button).click();
  auto& search = find<QLineEdit>(window, "rules.choices.search");
  QTest::keyClicks(&search, property);
  QTest::keyClick(&search, Qt::Key_Return);
  auto& field = static_cast<QLineEdit&>(ruleField(window, "rule.value", number));
  field.setFocus();
  QTest::keyClicks(&field, value);
  find<QAbstractButton>(window, "rules.add").setFocus();
}

void walkStart(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  settle(400);
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Black Friday reminder"));
  auto& labels = find<QLineEdit>(window, "start.labels");
  labels.setFocus();
  QTest::keyClicks(&labels, QStringLiteral("sale, autumn, loyal customers,"));
  settle(300);
  camera.shoot(window, QStringLiteral("26-start-labels"));
  QTest::keyClicks(&labels, QStringLiteral("50%"));
  QTest::keyClick(&labels, Qt::Key_Return);
  settle(100);
  camera.shoot(window, QStringLiteral("26-start-wrong-label"));
  labels.clear();
}

void walkRules(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::stepAction(1));
  find<QTabBar>(window, "who.tabs").setCurrentIndex(2);
  settle(300);
  camera.shoot(window, QStringLiteral("27-rules-none"));
  writeRule(window, "rules.add", QStringLiteral("City"), 0,
            QStringLiteral("Mumbai, Delhi, Chennai, Pune, Jaipur, Kochi"));
  writeRule(window, "rules.addGroup", QStringLiteral("Tier"), 1, QStringLiteral("Gold"));
  writeRule(window, "rules.addHere", QStringLiteral("Country"), 2, QStringLiteral("US"));
  settle(900);
  camera.shoot(window, QStringLiteral("27-rules-group"));
  auto& value = ruleField(window, "rule.value", 0);
  value.setFocus();
  settle(200);
  camera.shoot(window, QStringLiteral("27-rules-editing"));
  writeRule(window, "rules.add", QStringLiteral("City"), 3, QStringLiteral("London"));
  settle(900);
  camera.shoot(window, QStringLiteral("27-rules-nobody"));
}

void walkPeople(ui::MainWindow& window, const Camera& camera) {
  find<QTabBar>(window, "who.tabs").setCurrentIndex(3);
  find<QAbstractButton>(window, "who.everybody").click();
  settle(700);
  find<QAbstractButton>(window, "reach.unsubscribed").click();
  shootDialog(window, camera, "people.dialog", QStringLiteral("28-people"));
  find<QAbstractButton>(window, "reach.person").click();
  shootDialog(window, camera, "person.dialog", QStringLiteral("28-person"));
}

void walkReach(ui::MainWindow& window, const Camera& camera) {
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setReach(campaign::ReachLimit::only(500));
  settle(900);
  camera.shoot(window, QStringLiteral("29-who-only"));
  document.setReach(campaign::ReachLimit::only(50));
  settle(900);
  camera.shoot(window, QStringLiteral("29-who-too-few"));
  document.setReach(campaign::ReachLimit::only(500));
  document.setWhen(schedule::OnPublish{});
  trigger(window, ui::stepAction(2));
  writeMessage(window, "Hi {{ Profile.first_name | default: \"there\" }}, 30 % off until Sunday: nova.mt/sale");
  settle(900);
  camera.shoot(window, QStringLiteral("29-what-only"));
  trigger(window, ui::stepAction(4));
  settle(900);
  camera.shoot(window, QStringLiteral("29-publish-only"));
  document.setReach({});
}

void walkWhen(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::stepAction(3));
  settle(500);
  find<QAbstractButton>(window, "when.onPublish").click();
  settle(100);
  camera.shoot(window, QStringLiteral("42-when-now"));
  find<QAbstractButton>(window, "when.once").click();
  settle(100);
  camera.shoot(window, QStringLiteral("42-when-once"));
  auto& date = find<QDateEdit>(window, "when.date");
  date.setDate(QDate::currentDate().addDays(-3));
  settle(100);
  camera.shoot(window, QStringLiteral("42-when-past"));
  auto& zone = find<QComboBox>(window, "when.zone");
  zone.setFocus();
  zone.lineEdit()->selectAll();
  QTest::keyClicks(zone.lineEdit(), QStringLiteral("Europe/Berlin"));
  QTest::keyClick(zone.lineEdit(), Qt::Key_Return);
  const QDate spring(QDate::currentDate().year() + 1, 3, 31);
  date.setDate(spring.addDays(-(spring.dayOfWeek() % 7)));
  find<QTimeEdit>(window, "when.time").setTime(QTime(2, 30));
  settle(100);
  camera.shoot(window, QStringLiteral("42-when-skipped-hour"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace

void walkPages(ui::MainWindow& window, const Camera& camera) {
  walkStart(window, camera);
  walkRules(window, camera);
  walkPeople(window, camera);
  walkReach(window, camera);
  walkWhen(window, camera);
}

}  // namespace heliograph::tour
