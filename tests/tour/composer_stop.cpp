// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stops.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>

#include "tools.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

struct Text {
  QString name;
  QByteArray source;
};

/// What a message can be made of.
const QList<Text>& texts() {
  static const QList<Text> all{
      {QStringLiteral("latin"),
       "Hi {{ Profile.first_name | default: \"there\" }}, 48 hours before everyone else: 30 % off your "
       "favourites. "
       "Code GOLD4ALL, until Sunday. It\u2019s yours."},
      {QStringLiteral("devanagari"),
       "\u0928\u092e\u0938\u094d\u0924\u0947 {{ Profile.first_name | default: \"\u092e\u093f\u0924\u094d\u0930\" "
       "}}, "
       "\u0906\u092a\u0915\u0947 \u0932\u093f\u090f 30 % \u0915\u0940 \u091b\u0942\u091f\u0964"},
      {QStringLiteral("arabic"),
       "\u0645\u0631\u062d\u0628\u0627 {{ Profile.first_name | default: \"\u0635\u062f\u064a\u0642\u0646\u0627\" "
       "}}\u060c "
       "\u062e\u0635\u0645 30\u066a \u062d\u062a\u0649 \u064a\u0648\u0645 \u0627\u0644\u0623\u062d\u062f."},
      {QStringLiteral("emoji"),
       "Hi {{ Profile.first_name }} \U0001F389 the sale is on \U0001F6CD\uFE0F \U0001F469\u200D\U0001F467 only "
       "today! 1\uFE0F\u20E3 \u2764\uFE0F\u200D\U0001F525 \U0001F3F3\uFE0F\u200D\U0001F308 \u260E\uFE0F \u00A9\uFE0F"},
  };
  return all;
}

void scrollTo(QWidget& widget) {
  for (QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
    if (auto* area = qobject_cast<QScrollArea*>(parent)) return area->ensureWidgetVisible(&widget, 0, 0);
  }
}

/// What everybody gets, opened, with a message that has something in every section; then its people on the phone.
void shootEverybody(ui::MainWindow& window, const Camera& camera) {
  writeMessage(window,
               "Hi {{ Profile.first_name }}, it\u2019s back in {{ Profile.city | default: \"town\" }}: 30 % off "
               "your favourites for 48 hours, only with {{ Profile.points }} points, until Sunday.");
  settle(700);
  auto& fold = find<ui::Fold>(window, "everybody.fold");
  fold.setOpen(true);
  settle(300);
  scrollTo(fold);
  settle(200);
  camera.shoot(window, QStringLiteral("35-what-everybody"));
  for (auto* row : window.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^everybody\\.missing")))) {
    row->click();
    break;
  }
  settle(500);
  camera.shoot(window, QStringLiteral("36-what-everybody-person"));
  QTest::keyClick(window.focusWidget(), Qt::Key_2);
  settle(200);
  camera.shoot(window, QStringLiteral("37-what-everybody-number"));
  QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
  fold.setOpen(false);
}

}  // namespace

void walkComposer(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  settle();
  camera.shoot(window, QStringLiteral("20-start-empty"));
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Black Friday reminder"));
  QTest::keyClicks(&find<QLineEdit>(window, "start.labels"), QStringLiteral("sale, autumn"));
  settle();
  camera.shoot(window, QStringLiteral("21-start"));

  trigger(window, ui::stepAction(1));
  settle(400);
  camera.shoot(window, QStringLiteral("22-who-saved"));
  auto& tabs = find<QTabBar>(window, "who.tabs");
  tabs.setCurrentIndex(2);
  for (const QString& property : {QStringLiteral("city"), QStringLiteral("tier")}) {
    find<QAbstractButton>(window, "rules.add").click();
    auto& search = find<QLineEdit>(window, "rules.choices.search");
    QTest::keyClicks(&search, property);
    QTest::keyClick(&search, Qt::Key_Return);
  }
  settle();
  camera.shoot(window, QStringLiteral("23-who-rules"));
  tabs.setCurrentIndex(3);
  settle(50);
  camera.shoot(window, QStringLiteral("24-who-everybody"));
  find<QAbstractButton>(window, "who.everybody").click();
  settle(600);
  camera.shoot(window, QStringLiteral("25-who-chosen"));

  trigger(window, ui::stepAction(2));
  for (const Text& text : texts()) {
    writeMessage(window, text.source);
    settle(700);
    camera.shoot(window, QStringLiteral("30-what-") + text.name);
  }
  shootEverybody(window, camera);
  Q_EMIT find<QLabel>(window, "outcome.text").linkActivated(QStringLiteral("changed"));
  settle(300);
  if (auto* people = window.findChild<QWidget*>(QStringLiteral("outcome.people"))) {
    camera.shoot(*people, QStringLiteral("32-outcome-people"));
    people->close();
  }
  writeMessage(window, "Hi {{ Profile.nobody_knows }} and {% if %}");
  settle(500);
  camera.shoot(window, QStringLiteral("31-what-problems"));
  writeMessage(window, texts().front().source);

  trigger(window, ui::stepAction(3));
  settle();
  camera.shoot(window, QStringLiteral("40-when"));
  find<QAbstractButton>(window, "when.once").click();
  settle();
  camera.shoot(window, QStringLiteral("41-when-once"));

  trigger(window, ui::stepAction(4));
  settle(900);
  camera.shoot(window, QStringLiteral("50-publish"));
  trigger(window, ui::action::test);
  shootDialog(window, camera, "test.dialog", QStringLiteral("51-test"));
  auto& publish = find<QAbstractButton>(window, "footer.publish");
  if (publish.isEnabled()) {
    publish.click();
    shootDialog(window, camera, "publish.dialog", QStringLiteral("52-publish-dialog"));
  }
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
