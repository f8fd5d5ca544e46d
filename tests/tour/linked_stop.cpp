// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>

#include "stops.h"
#include "support/linked_server.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

void fillIn(QWidget& page, const char* name, const QString& text) {
  auto& field = find<QLineEdit>(page, name);
  field.setText(text);
  Q_EMIT field.textEdited(text);
}

void addShop(QWidget& page, const test::LinkedServer& server) {
  fillIn(page, "linked.name", QStringLiteral("Shop"));
  fillIn(page, "linked.url", server.url() + QStringLiteral("/people/{{who}}/offers?city={{city}}"));
  find<QComboBox>(page, "linked.auth").setCurrentIndex(0);
  find<QAbstractButton>(page, "linked.private").click();
  fillIn(page, "linked.parameter.who", QStringLiteral("C-1042"));
  fillIn(page, "linked.parameter.city", QStringLiteral("Pune"));
  find<QAbstractButton>(page, "linked.test").click();
  settle(600);
  find<QAbstractButton>(page, "linked.fill").click();
}

}  // namespace

void walkLinked(ui::MainWindow& window, const Camera& camera) {
  const test::LinkedServer server([](const QByteArray&) {
    return test::LinkedServer::json(
        "{\"offer\":\"30 % off "
        "Darjeeling\",\"points\":1250,\"items\":[{\"name\":\"Tea\",\"price\":4.5},{\"name\":\"Jam\","
        "\"price\":3}],\"valid until\":\"2026-12-01\"}");
  });
  trigger(window, ui::action::linked);
  settle(300);
  camera.shoot(window, QStringLiteral("a1-linked-first"));
  auto& page = find<QWidget>(window, "linked");
  find<QAbstractButton>(page, "linked.add").click();
  settle();
  addShop(page, server);
  settle(200);
  camera.shoot(window, QStringLiteral("a2-linked-tested"));
  if (auto* area = page.findChild<QScrollArea*>()) area->ensureWidgetVisible(&find<QWidget>(page, "linked.answer"));
  settle(200);
  camera.shoot(window, QStringLiteral("a3-linked-answer"));
  find<QAbstractButton>(page, "linked.save").click();
  settle(500);
  newDraft(window);
  trigger(window, ui::stepAction(2));
  writeMessage(window, "Hi {{ Profile.first_name | default: \"there\" }}, {{ Linked.Shop.offer }} until Sunday.");
  settle(900);
  camera.shoot(window, QStringLiteral("a4-linked-unmapped"));
  auto& choice = find<QComboBox>(window, "what.linked.Shop.who");
  choice.setCurrentIndex(2);
  Q_EMIT choice.activated(2);
  settle(900);
  camera.shoot(window, QStringLiteral("a5-linked-mapped"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
