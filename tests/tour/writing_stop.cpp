// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QVBoxLayout>

#include "editors/message_editor.h"
#include "editors/token_field.h"
#include "stops.h"
#include "tools.h"
#include "ui/composer/page/editor_look.h"
#include "ui/theme/tokens.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

/// Presses a key in what has the focus of the window, whether or not the window is active.
void pressKey(ui::MainWindow& window, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
  QTest::keyClick(window.focusWidget(), key, modifiers);
}

/// The window with the menu that is open over it.
void shootFixes(ui::MainWindow& window, const Camera& camera, const QString& name) {
  pressKey(window, Qt::Key_Home);
  pressKey(window, Qt::Key_Return, Qt::AltModifier);
  settle(100);
  if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
    camera.shoot(*menu, name);
    menu->close();
  }
  window.activateWindow();
}

void shootFields(const Camera& camera) {
  QWidget form;
  auto* column = new QVBoxLayout(&form);
  for (const QByteArray& value :
       {QByteArray(), QByteArray("newsletter"), QByteArray("{{ Profile.city | default: \"home\" }}-{{ Profile.tier }}"),
        QByteArray("\u0645\u0631\u062d\u0628\u0627 {{ Profile.first_name }} \u062e\u0635\u0645"),
        QByteArray("a value that is much longer than the field is wide, with {{ Profile.first_name }} at its end")}) {
    auto* field = new editors::TokenField;
    field->setTheme(ui::editorLook(ui::Tokens::of(&form)));
    field->setPlaceholderText(QStringLiteral("Value, @ to personalise"));
    field->setValue(value);
    column->addWidget(field);
  }
  form.resize(380, 240);
  form.show();
  settle(100);
  camera.shoot(form, QStringLiteral("39-token-fields"));
}

}  // namespace

void walkWriting(ui::MainWindow& window, const Camera& camera) {
  newDraft(window);
  trigger(window, ui::stepAction(2));
  settle(300);
  writeMessage(
      window,
      "Hi {{ Profile.first_name | default: \"there\" }}, it\u2019s the \u201CAutumn sale\u201D \u2013 today only\u2026 "
      "We recieved your order and wil deliver it to {{ Profile.city | default: \"your door\" }}. Ol\u00E1! ");
  settle(1300);
  camera.shoot(window, QStringLiteral("38-writing-marks"));
  shootFixes(window, camera, QStringLiteral("38-writing-fixes"));
  find<QAction>(window, "message.source").trigger();
  settle(300);
  camera.shoot(window, QStringLiteral("38-writing-marks-source"));
  shootFixes(window, camera, QStringLiteral("38-writing-fixes-source"));
  find<QAction>(window, "message.source").trigger();
  find<QAction>(window, "message.emoji").trigger();
  settle(200);
  camera.shoot(window, QStringLiteral("38-writing-emoji"));
  QTest::keyClicks(window.focusWidget(), QStringLiteral("heart"));
  settle(100);
  camera.shoot(window, QStringLiteral("38-writing-emoji-search"));
  pressKey(window, Qt::Key_Escape);
  writeMessage(
      window,
      "\u0928\u092E\u0938\u094D\u0924\u0947 {{ Profile.first_name | default: \"\u092E\u093F\u0924\u094D\u0930\" }}, "
      "\u0906\u092A\u0915\u0947 \u0936\u0939\u0930 {{ Profile.city | default: \"\u092E\u0947\u0902\" }} "
      "\u092E\u0947\u0902 30 % \u0915\u0940 \u091B\u0942\u091F\u0964\n"
      "\u0645\u0631\u062D\u0628\u0627 {{ Profile.first_name | default: \"\u0635\u062F\u064A\u0642\u0646\u0627\" "
      "}}\u060C "
      "\u062E\u0635\u0645 30\u066A \u0641\u064A {{ Profile.city | default: \"\u0645\u062F\u064A\u0646\u062A\u0643\" }} "
      "\u062D\u062A\u0649 \u0627\u0644\u0623\u062D\u062F.\n"
      "\u05E9\u05DC\u05D5\u05DD {{ Profile.first_name | default: \"\u05D7\u05D1\u05E8\" }}, 30% "
      "\u05D4\u05E0\u05D7\u05D4 GOLD");
  settle(700);
  camera.shoot(window, QStringLiteral("38-writing-scripts"));
  shootFields(camera);
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
