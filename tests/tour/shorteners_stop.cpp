// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>

#include "stops.h"
#include "support/hostile_server.h"
#include "tools.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

void typeInto(QWidget& page, const char* name, const QString& text) {
  auto& field = find<QLineEdit>(page, name);
  field.setText(text);
  Q_EMIT field.textEdited(text);
}

void chooseKind(QWidget& page, const QString& name) {
  auto& kind = find<QComboBox>(page, "shorteners.kind");
  kind.setCurrentText(name);
  Q_EMIT kind.activated(kind.currentIndex());
}

test::HostileAct shortened() {
  test::HostileAct act;
  act.status = 200;
  act.body = "{\"short_url\":\"https://go.nova.example/4aBcDeF\",\"clicks\":0}";
  return act;
}

}  // namespace

void walkShorteners(ui::MainWindow& window, const Camera& camera) {
  const test::HostileServer server({[](int, const QByteArray&) { return shortened(); }, {}, {}, {}});
  trigger(window, ui::action::shorteners);
  settle(300);
  camera.shoot(window, QStringLiteral("b1-shorteners-first"));
  auto& page = find<QWidget>(window, "shorteners");
  find<QAbstractButton>(page, "shorteners.add").click();
  chooseKind(page, QStringLiteral("Bitly"));
  settle(200);
  camera.shoot(window, QStringLiteral("b2-shorteners-bitly"));
  chooseKind(page, QStringLiteral("Own shortener (HTTP)"));
  static int taken = 0;
  typeInto(page, "shorteners.name", QStringLiteral("Nova Go %1").arg(++taken));
  typeInto(page, "setting.endpoint", server.url().toString());
  settle(200);
  camera.shoot(window, QStringLiteral("b3-shorteners-own"));
  find<QAbstractButton>(page, "shorteners.test").click();
  settle(600);
  if (auto* area = page.findChild<QScrollArea*>()) area->ensureWidgetVisible(&find<QWidget>(page, "shorteners.answer"));
  settle(200);
  camera.shoot(window, QStringLiteral("b4-shorteners-tested"));
  find<QAbstractButton>(page, "shorteners.save").click();
  settle(500);
  camera.shoot(window, QStringLiteral("b5-shorteners-saved"));
  trigger(window, ui::action::newCampaign);
  settle(300);
  trigger(window, ui::stepAction(2));
  writeMessage(window,
               "Hi {{ Profile.first_name | default: \"there\" }}, 48 hours before everyone else: "
               "https://nova.example/early-access/for-members-only and your points: "
               "https://nova.example/points/{{ Profile.identity }}");
  settle(900);
  camera.shoot(window, QStringLiteral("b6-links-unticked"));
  find<QAbstractButton>(window, "links.shorten").click();
  settle(1200);
  camera.shoot(window, QStringLiteral("b7-links-shortened"));
  trigger(window, ui::action::campaigns);
  settle(300);
}

}  // namespace heliograph::tour
