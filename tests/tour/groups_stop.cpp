// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "groups_stop.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <utility>

#include "delivery/test_messages/test_number_repository.h"
#include "delivery/test_messages/test_send_repository.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"
#include "tools.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {
namespace {

ProviderId addProvider(const ui::Services& services, const char* name, const char* type, const QJsonObject& settings) {
  providers::Provider provider;
  provider.name = QString::fromUtf8(name);
  provider.type = QString::fromLatin1(type);
  provider.settings = settings;
  const auto id = services.providers.create(provider);
  if (!id) qFatal("%s", qPrintable(id.error().message));
  return *id;
}

void addTest(const ui::Services& services, ProviderId provider, const char* number, bool accepted, const char* words) {
  const auto typed =
      delivery::TestNumberRepository(services.database, services.clock).remember(QString::fromLatin1(number));
  if (!typed) qFatal("no number");
  delivery::TestRecord record;
  record.provider = provider;
  record.accepted = accepted;
  record.answer = QString::fromUtf8(words);
  record.testNumber = *typed;
  if (!delivery::TestSendRepository(services.database, services.clock).add({}, record)) qFatal("no test");
  if (accepted && !services.providers.recordAccepted(provider)) qFatal("not accepted");
}

void addGroups(const ui::Services& services) {
  const QString from = QStringLiteral("from");
  const QString countries = QStringLiteral("countries");
  const auto twilio =
      addProvider(services, "Twilio main", "twilio",
                  {{QStringLiteral("account_sid"), QString(QStringLiteral("AC")).append(QString(32, QLatin1Char('0')))},
                   {from, QStringLiteral("+15557122661")}});
  const auto row = [](const char* key, const char* value) {
    return QJsonObject{{QStringLiteral("name"), QString::fromLatin1(key)},
                       {QStringLiteral("value"), QString::fromLatin1(value)}};
  };
  const auto byHand = [&](const char* name, const char* codes) {
    return addProvider(services, name, "http",
                       {{QStringLiteral("endpoint"), QStringLiteral("https:/") + QStringLiteral("/sms.example.com")},
                        {QStringLiteral("parameters"), QJsonArray{row("to", "$$To"), row("text", "$$Body")}},
                        {countries, QString::fromLatin1(codes)}});
  };
  const auto india = byHand("MSG91 transactional & promotional", "IN");
  const auto britain = byHand("Nova UK", "GB");
  const auto old = byHand("Old gateway", "IN, GB");
  addTest(services, twilio, "+447700900123", true, "queued");
  addTest(services, india, "+919812345678", false, "211: the template is not approved by the operator");
  const auto both = services.groups.create({{}, QStringLiteral("India and UK"), {twilio, india, britain, old}, false});
  const auto europe = services.groups.create({{}, QStringLiteral("Europe"), {britain, twilio}, false});
  const auto gone = services.groups.create({{}, QStringLiteral("Before the move"), {old}, false});
  if (!both || !europe || !gone || !services.groups.archive(*gone)) qFatal("no groups");
  if (!services.providers.archive(old)) qFatal("not archived");
}

void shootMenu(ui::MainWindow& window, const Camera& camera) {
  const auto cards = window.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^group\\.card\\.")));
  for (QAbstractButton* card : cards) {
    if (!card->isVisible() || !card->accessibleName().startsWith(QStringLiteral("India"))) continue;
    card->click();
    break;
  }
  settle(200);
  camera.shoot(window, QStringLiteral("72-groups-chosen"));
  for (QAbstractButton* card :
       window.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^group\\.card\\.")))) {
    if (!card->isVisible() || !card->isChecked()) continue;
    QTest::keyClick(card, Qt::Key_Menu);
    settle(100);
    if (QWidget* menu = QApplication::activePopupWidget()) {
      camera.shoot(*menu, QStringLiteral("72-groups-menu"));
      menu->close();
    }
    break;
  }
}

}  // namespace

void walkGroups(ui::Services& services, ui::MainWindow& window, const Camera& camera) {
  static bool added = false;
  trigger(window, ui::action::providers);
  settle(400);
  auto& tabs = find<QTabBar>(window, "providers.tabs");
  tabs.setCurrentIndex(1);
  settle(200);
  if (!std::exchange(added, true)) {
    camera.shoot(window, QStringLiteral("72-groups-none"));
    addGroups(services);
    trigger(window, ui::action::providers);
    settle(600);
  }
  camera.shoot(window, QStringLiteral("72-groups"));
  find<QAbstractButton>(window, "providers.add").click();
  settle(100);
  camera.shoot(window, QStringLiteral("72-groups-new"));
  shootMenu(window, camera);
  find<QAbstractButton>(window, "group.simulate").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("simulate")) != nullptr; }, "the rehearsal");
  settle(500);
  auto& rehearsal = find<QDialog>(window, "simulate");
  camera.shoot(rehearsal, QStringLiteral("72-groups-simulate"));
  rehearsal.reject();
  settle(50);
  for (QAbstractButton* test : window.findChildren<QAbstractButton*>(QStringLiteral("group.test.3"))) {
    if (!test->isVisible()) continue;
    test->click();
    shootDialog(window, camera, "test.dialog", QStringLiteral("72-groups-test"));
    break;
  }
  tabs.setCurrentIndex(0);
}

}  // namespace heliograph::tour
