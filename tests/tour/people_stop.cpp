// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_stop.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include "audience/events/event_catalog.h"
#include "storage/database.h"
#include "tools.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

void insert(const ui::Services& services, const QString& sql) {
  if (auto done = services.database.execute(sql); !done) qFatal("%s", qPrintable(done.error().detail));
}

/// Somebody who did things, has a phone and is on a list.
void addHistory(const ui::Services& services, const QString& id) {
  const audience::EventCatalog catalog(services.database, services.clock);
  const auto charged =
      catalog.findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("amount"), audience::PropertyType::Number},
                                                       {{}, QStringLiteral("item"), audience::PropertyType::Text}});
  const auto viewed = catalog.findOrCreate(QStringLiteral("Product viewed"), {});
  if (!charged || !viewed) qFatal("no events");
  const qint64 now = services.clock.now().toMSecsSinceEpoch();
  for (int i = 0; i < 60; ++i) {
    insert(services,
           QStringLiteral("INSERT INTO %1 (profile_id, at, %2, %3) VALUES (%4, %5, %6, '%7')")
               .arg(audience::eventTable(charged->id),
                    audience::eventColumn(audience::findEventProperty(*charged, QStringLiteral("amount"))->id),
                    audience::eventColumn(audience::findEventProperty(*charged, QStringLiteral("item"))->id), id)
               .arg(now - i * 86'400'000LL * 3)
               .arg(250 + i * 17)
               .arg(i % 2 == 0 ? QStringLiteral("Banarasi silk sari, hand woven") : QStringLiteral("Cotton kurta")));
    insert(services, QStringLiteral("INSERT INTO %1 (profile_id, at) VALUES (%2, %3)")
                         .arg(audience::eventTable(viewed->id), id)
                         .arg(now - i * 86'400'000LL * 2 - 3'000'000));
  }
  insert(services,
         QStringLiteral("INSERT INTO device (profile_id, key, platform, make, model, os_version, app_version, "
                        "push_token, updated_at) VALUES (%1, 'd1', 'Android', 'Samsung', 'SM-A515F', '13', "
                        "'4.2.1', 't', %2)")
             .arg(id)
             .arg(now));
  insert(services, QStringLiteral("INSERT INTO consent (profile_id, channel, given, source, given_at) VALUES (%1, "
                                  "'sms', 1, 'checkout form', %2)")
                       .arg(id)
                       .arg(now));
  insert(services, QStringLiteral("INSERT INTO custom_list (id, name, created_at, updated_at) VALUES (901, 'Diwali "
                                  "early access', 0, 0)"));
  insert(services, QStringLiteral("INSERT INTO custom_list_member (list_id, profile_id) VALUES (901, %1)").arg(id));
  insert(services, QStringLiteral("UPDATE profile SET is_test = 1 WHERE id = %1").arg(id));
}

void showPart(QWidget& page, int part) {
  auto& choice = find<ui::SegmentedChoice>(page, "people.part");
  choice.findChildren<QAbstractButton*>().at(part)->click();
  settle(500);
}

void leaveQuestion(QWidget& page) {
  find<QAbstractButton>(page, "people.question.no").click();
  settle(100);
}

}  // namespace

void walkPeople(ui::Services& services, ui::MainWindow& window, const Camera& camera) {
  static bool added = false;
  if (!std::exchange(added, true)) addHistory(services, QStringLiteral("3"));
  trigger(window, ui::action::people);
  settle(900);
  camera.shoot(window, QStringLiteral("p1-people"));
  auto& page = find<QWidget>(window, "people");
  auto& list = find<QTableView>(page, "people.list");
  list.setCurrentIndex(list.model()->index(2, 0));
  settle(500);
  camera.shoot(window, QStringLiteral("p2-person"));
  showPart(page, 1);
  camera.shoot(window, QStringLiteral("p3-events"));
  showPart(page, 2);
  camera.shoot(window, QStringLiteral("p4-messages"));
  showPart(page, 0);
  find<QAbstractButton>(page, "people.optOut").click();
  settle(200);
  camera.shoot(window, QStringLiteral("p5-unsubscribe"));
  leaveQuestion(page);
  for (int row = 3; row < 8; ++row) {
    list.selectionModel()->select(list.model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  }
  settle(200);
  camera.shoot(window, QStringLiteral("p6-several"));
  list.setFocus();
  QTest::keyClick(&list, Qt::Key_Delete);
  settle(200);
  camera.shoot(window, QStringLiteral("p7-delete"));
  leaveQuestion(page);
  auto& search = find<QLineEdit>(page, "people.search");
  search.setText(QStringLiteral("098"));
  settle(500);
  camera.shoot(window, QStringLiteral("p8-found"));
  search.setText(QStringLiteral("nobody is called so"));
  settle(500);
  camera.shoot(window, QStringLiteral("p9-nobody"));
  search.clear();
  trigger(window, ui::action::campaigns);
  settle(300);
}

}  // namespace heliograph::tour
