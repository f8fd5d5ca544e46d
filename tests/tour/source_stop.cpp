// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include "stops.h"
#include "tools.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

void writeSource(ui::MainWindow& window, const QByteArray& source) {
  auto& editor = find<QWidget>(window, "what.source");
  editor.setFocus();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
  QMetaObject::invokeMethod(&editor, "insertSource", Q_ARG(QByteArray, source));
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
  QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

}  // namespace

void walkSource(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Black Friday reminder"));
  trigger(window, ui::stepAction(1));
  settle(400);
  find<QAbstractButton>(window, "who.everybody").click();
  trigger(window, ui::stepAction(2));
  settle(200);
  auto& change = find<QAction>(window, "message.source");
  writeMessage(window,
               "Hi {{ Profile.first_name }}, 30 % off {{ Profile.tier }}\u2019s best \u201Ctoday\u201D. Code GOLD4ALL, "
               "until Sunday, for you and a friend of yours. nova.mt/bf Reply to this text if you have a question.");
  settle(900);
  camera.shoot(window, QStringLiteral("32-what-mends"));
  find<ui::Fold>(window, "what.help").setOpen(true);
  change.trigger();
  writeSource(window,
              "{% comment %}Autumn sale{% endcomment %}Hi {{ Profile.first_name | default: \"there\" }},\n"
              "{% if Profile.city == \"Pune\" %}come by: Laxmi Road 12{% else %}order by {{ \"2026-11-29\" | date: "
              "\"%d %b\" }}{% endif %}.\nCode\u00A0GOLD{{ 4 | plus: 1 }}ALL {{ Profile.frist_name | upcse }}");
  settle(900);
  camera.shoot(window, QStringLiteral("33-what-source"));
  press(Qt::Key_End, Qt::ControlModifier);
  for (const char sign : QByteArray(" {{ Profile.city | da")) QTest::keyClick(QApplication::focusWidget(), sign);
  settle();
  camera.shoot(window, QStringLiteral("34-what-completion"));
  press(Qt::Key_Escape);
  press(Qt::Key_H, Qt::ControlModifier);
  QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("profile"));
  settle();
  camera.shoot(window, QStringLiteral("35-what-find"));
  press(Qt::Key_Escape);
  writeSource(window,
              "\u0645\u0631\u062d\u0628\u0627 {{ Profile.first_name | default: "
              "\"\u0635\u062f\u064a\u0642\u0646\u0627\" }}\u060c 30\u066a");
  settle(700);
  camera.shoot(window, QStringLiteral("36-what-source-arabic"));
  change.trigger();
  writeMessage(window,
               "\u05e9\u05dc\u05d5\u05dd {{ Profile.first_name | default: \"\u05d7\u05d1\u05e8\" }}, 30% "
               "\u05d4\u05e0\u05d7\u05d4");
  settle(700);
  camera.shoot(window, QStringLiteral("37-what-hebrew"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
