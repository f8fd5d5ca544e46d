// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

#include "campaign/campaign_repository.h"
#include "delivery/delivery_service.h"
#include "ui/contacts/import_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/gallery.h"
#include "ui/window/main_window.h"
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
       "today!"},
  };
  return all;
}

template <class Widget>
Widget& find(QWidget& within, const char* name) {
  auto* found = within.findChild<Widget*>(QString::fromLatin1(name));
  if (!found) qFatal("no widget is called %s", name);
  return *found;
}

void trigger(ui::MainWindow& window, const QString& name) {
  QAction* action = window.actions().find(name);
  if (!action || !action->isEnabled()) qFatal("the action %s can't be used", qPrintable(name));
  action->trigger();
}

/// Shoots the dialog of that name and closes it.
void shootDialog(ui::MainWindow& window, const Camera& camera, const char* name, const QString& picture) {
  waitUntil([&] { return window.findChild<QDialog*>(QString::fromLatin1(name)) != nullptr; }, name);
  settle();
  auto& dialog = find<QDialog>(window, name);
  camera.shoot(dialog, picture);
  dialog.reject();
  settle(50);
}

void writeMessage(ui::MainWindow& window, const QByteArray& source) {
  auto& editor = find<QTextEdit>(window, "what.message");
  editor.setFocus();
  editor.selectAll();
  QMetaObject::invokeMethod(&editor, "insertSource", Q_ARG(QByteArray, source));
}

void walkComposer(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::newCampaign);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("composer")) != nullptr; }, "the composer");
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
  tabs.setCurrentIndex(1);
  find<QAbstractButton>(window, "rules.add").click();
  find<QAbstractButton>(window, "rules.add").click();
  settle();
  camera.shoot(window, QStringLiteral("23-who-rules"));
  tabs.setCurrentIndex(2);
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

void walkImport(ui::MainWindow& window, const Camera& camera) {
  QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("people.csv")));
  if (!file.open(QIODevice::WriteOnly)) qFatal("no file to import");
  file.write(
      "identity,phone,First name,City,Spent,Member since\n"
      "a1,+919812345678,Ananya,Mumbai,1200,2024-03-01\n"
      "a2,+34612345678,José,Sevilla,80,2025-01-15\n"
      "a3,not a number,Kofi,Accra,3,2023-11-30\n");
  file.close();
  trigger(window, ui::action::importContacts);
  waitUntil([&] { return window.findChild<ui::ImportDialog*>() != nullptr; }, "the import");
  auto& dialog = *window.findChild<ui::ImportDialog*>();
  settle(50);
  camera.shoot(dialog, QStringLiteral("60-import-file"));
  dialog.openFile(file.fileName());
  settle(400);
  camera.shoot(dialog, QStringLiteral("61-import-columns"));
  find<QAbstractButton>(dialog, "import.next").click();
  settle(600);
  camera.shoot(dialog, QStringLiteral("62-import-counts"));
  dialog.reject();
  settle(50);
}

void walkProviders(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::providers);
  settle(400);
  camera.shoot(window, QStringLiteral("70-providers"));
  find<QAbstractButton>(window, "providers.add").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("provider.dialog")) != nullptr; }, "the dialog");
  auto& dialog = find<QDialog>(window, "provider.dialog");
  auto& kind = find<QComboBox>(dialog, "provider.kind");
  for (int i = 0; i < kind.count(); ++i) {
    kind.setCurrentIndex(i);
    Q_EMIT kind.activated(i);
    settle(50);
    camera.shoot(dialog, QStringLiteral("71-provider-kind%1").arg(i));
  }
  dialog.reject();
  settle(50);
  find<QTabBar>(window, "providers.tabs").setCurrentIndex(1);
  settle();
  camera.shoot(window, QStringLiteral("72-groups"));
  find<QTabBar>(window, "providers.tabs").setCurrentIndex(0);
}

/// The report of the campaign that was published before the walk.
void walkReport(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::campaigns);
  settle(400);
  camera.shoot(window, QStringLiteral("10-home"));
  auto& table = find<QTableView>(window, "home.table");
  for (int row = 0; row < table.model()->rowCount(); ++row) {
    const QString state = table.model()->index(row, 0).data().toString();
    if (state == QStringLiteral("Draft")) continue;
    table.selectRow(row);
    settle();
    find<QAbstractButton>(window, "home.open").click();
    settle(600);
    camera.shoot(window, QStringLiteral("80-report"));
    break;
  }
  trigger(window, ui::action::campaigns);
  settle();
}

void walkSandbox(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::sandbox);
  settle(500);
  auto& dialog = find<QDialog>(window, "sandbox.window");
  camera.shoot(dialog, QStringLiteral("90-sandbox"));
  dialog.hide();
}

}  // namespace

void walkAll(ui::Services& services, QSettings& settings, Camera& camera) {
  ui::MainWindow window(services, settings);
  window.show();
  services.delivery.start();
  settle(400);
  for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
    services.theme.setChoice(choice);
    for (const QSize size : {QSize(1280, 800), QSize(1000, 700)}) {
      window.resize(size);
      camera.setSetting(QStringLiteral("%1-%2").arg(size.width()).arg(ui::Theme::choiceName(choice)));
      settle(100);
      walkReport(window, camera);
      walkComposer(window, camera);
      walkImport(window, camera);
      walkProviders(window, camera);
      walkSandbox(window, camera);
    }
    ui::Gallery gallery;
    gallery.resize(1280, 2200);
    gallery.show();
    settle(100);
    camera.shoot(gallery, QStringLiteral("99-gallery"));
  }
  services.delivery.stop();
}

}  // namespace heliograph::tour
