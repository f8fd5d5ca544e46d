// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_stop.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include "campaign/campaign_body.h"
#include "campaign/campaign_repository.h"
#include "storage/statement.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

/// A version as it would lie in the file had it been saved that many minutes ago.
void keep(const ui::Services& services, const campaign::Campaign& version, int minutesAgo, const char* kind) {
  storage::Statement insert(services.database, QStringLiteral("INSERT INTO campaign_revision (campaign_id, revision, "
                                                              "kind, body, saved_at) VALUES (?, 2, ?, ?, ?)"));
  insert.bind(version.id).bind(QString::fromLatin1(kind)).bind(campaign::bodyOf(version));
  const auto kept = insert.bind(services.clock.now().addSecs(-60 * minutesAgo)).run();
  if (!kept) qFatal("no history: %s", qPrintable(kept.error().detail));
}

void makeHistory(const ui::Services& services, campaign::Campaign version) {
  constexpr int kDay = 24 * 60;
  version.name = QStringLiteral("Black Friday");
  version.message = "Hi, our sale begins on Friday.";
  keep(services, version, 3 * kDay, "saved");
  version.labels = QStringList{QStringLiteral("sale")};
  version.message = "Hi {{ Profile.first_name }}, 24 hours before everyone else: 20 % off. Code GOLD, until Sunday.";
  keep(services, version, kDay + 20, "saved");
  version.audience = campaign::Audience::everybody();
  keep(services, version, kDay, "saved");
  version.message += " Reply STOP to opt out.";
  keep(services, version, 64, "stale");
}

ui::Composer& writtenDraft(ui::MainWindow& window) {
  newDraft(window);
  settle();
  QTest::keyClicks(&find<QLineEdit>(window, "start.name"), QStringLiteral("Black Friday reminder"));
  trigger(window, ui::stepAction(2));
  writeMessage(window,
               "Hi {{ Profile.first_name | default: \"there\" }}, 48 hours before everyone else: 30 % off your "
               "favourites. Code GOLD4ALL, until Sunday.");
  auto& composer = find<ui::Composer>(window, "composer");
  composer.autosave().saveNow();
  waitUntil([&] { return composer.autosave().state() == ui::SaveState::Saved; }, "the draft to be saved");
  return composer;
}

void shootDialogs(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::history);
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("history.dialog")) != nullptr; }, "the history");
  settle(300);
  auto& dialog = find<QDialog>(window, "history.dialog");
  camera.shoot(dialog, QStringLiteral("55-history"));
  auto& list = find<QListView>(dialog, "history.list");
  QTest::keyClick(&list, Qt::Key_Down);
  QTest::keyClick(&list, Qt::Key_Down, Qt::ShiftModifier);
  settle(50);
  camera.shoot(dialog, QStringLiteral("56-history-two"));
  dialog.reject();
  settle(50);
}

}  // namespace

void walkHistory(ui::Services& services, ui::MainWindow& window, const Camera& camera) {
  ui::Composer& composer = writtenDraft(window);
  makeHistory(services, composer.document().campaign());
  shootDialogs(window, camera);

  auto theirs = composer.document().campaign();
  theirs.message = "Hi {{ Profile.first_name }}, it begins now: 40 % off.";
  if (!services.campaigns.save(theirs, theirs.revision, QStringLiteral("there"))) qFatal("not saved");
  waitUntil([&] { return composer.autosave().state() == ui::SaveState::Conflict; }, "the conflict");
  settle(600);
  camera.shoot(window, QStringLiteral("57-conflict"));
  composer.autosave().keepMine();
  waitUntil([&] { return composer.autosave().state() == ui::SaveState::Saved; }, "the draft to be saved again");

  find<QAbstractButton>(window, "footer.issues").click();
  settle(100);
  camera.shoot(window, QStringLiteral("58-issues"));
  QTest::keyClick(&find<QListView>(window, "issues.list"), Qt::Key_Escape);
  auto& more = find<QToolButton>(window, "header.more");
  more.menu()->popup(more.mapToGlobal(more.rect().bottomLeft()));
  settle(50);
  camera.shoot(*more.menu(), QStringLiteral("59-more"));
  more.menu()->close();
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
