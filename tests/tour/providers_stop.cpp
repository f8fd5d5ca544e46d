// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stops.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryFile>
#include <QTest>
#include <QUrl>

#include "tools.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

/// Prices as a person would take them from a spreadsheet: the file is dropped onto the page.
void dropPrices(QWidget& tab) {
  QTemporaryFile file(QDir::tempPath() + QStringLiteral("/heliograph-tour-XXXXXX.csv"));
  if (!file.open()) qFatal("no file for the prices");
  file.write(
      "prefix,country,price,currency\r\n,,0.08,EUR\r\n91,IN,0.0455,EUR\r\n49,DE,0.075,EUR\r\n4915,,0.0691,EUR\r\n"
      "44,GB,0.04,GBP\r\n1,US,0.0083,USD\r\n1,CA,0.0079,USD\r\n55,BR,0.0612,USD\r\n");
  file.close();
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(file.fileName())});
  QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&tab, &enter);
  QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&tab, &drop);
  settle(300);
}

void walkPrices(ui::MainWindow& window, const Camera& camera) {
  find<QTabBar>(window, "providers.tabs").setCurrentIndex(2);
  settle(300);
  camera.shoot(window, QStringLiteral("73-prices-first"));
  auto& table = find<QTableView>(window, "prices.table");
  dropPrices(find<QWidget>(window, "prices"));
  camera.shoot(window, QStringLiteral("74-prices"));
  table.setFocus();
  table.setCurrentIndex(table.model()->index(1, 3));
  table.edit(table.currentIndex());
  settle();
  camera.shoot(window, QStringLiteral("75-prices-editing"));
  if (auto* editor = table.viewport()->findChild<QLineEdit*>()) QTest::keyClick(editor, Qt::Key_Escape);
}

/// Opens what is folded under Advanced, and scrolls to its end.
void openAdvanced(QDialog& dialog) {
  find<ui::Fold>(dialog, "settings.advanced").setOpen(true);
  settle(200);
  QScrollBar* bar = find<QScrollArea>(dialog, "provider.form").verticalScrollBar();
  bar->setValue(bar->maximum());
  settle(50);
}

/// What a curl command fills in, and what would be sent.
void shootByHand(QDialog& dialog, const Camera& camera) {
  auto& kind = find<QComboBox>(dialog, "provider.kind");
  for (int i = 0; i < kind.count(); ++i) {
    kind.setCurrentIndex(i);
    Q_EMIT kind.activated(i);
    if (dialog.findChild<QWidget*>(QStringLiteral("setting.endpoint"))) break;
  }
  find<ui::Fold>(dialog, "provider.curl").setOpen(true);
  find<QPlainTextEdit>(dialog, "curl.text")
      .setPlainText(QStringLiteral("curl https://api.example.com/v1/sms -H 'Authorization: Bearer s3cr3tt0k3n' --json "
                                   "'{\"to\":\"+15551231234\",\"text\":\"Hello you\",\"from\":\"NOVA\"}'"));
  settle(200);
  camera.shoot(dialog, QStringLiteral("71-provider-curl"));
  find<QAbstractButton>(dialog, "curl.fill").click();
  settle(300);
  camera.shoot(dialog, QStringLiteral("71-provider-request"));
  openAdvanced(dialog);
  camera.shoot(dialog, QStringLiteral("71-provider-request-advanced"));
  find<QPlainTextEdit>(dialog, "curl.text")
      .setPlainText(QStringLiteral("curl 'https://sms.example.in/send?apikey=t0ps3cr3t&to=919812345678&text=Hello'"));
  find<QAbstractButton>(dialog, "curl.fill").click();
  settle(300);
  find<QScrollArea>(dialog, "provider.form").verticalScrollBar()->setValue(0);
  settle(50);
  camera.shoot(dialog, QStringLiteral("71-provider-key-in-address"));
}

}  // namespace

void walkProviders(ui::MainWindow& window, const Camera& camera) {
  trigger(window, ui::action::providers);
  settle(400);
  camera.shoot(window, QStringLiteral("70-providers"));
  const auto sides = find<QWidget>(window, "providers.side").findChildren<QAbstractButton*>();
  sides.back()->click();
  settle(300);
  camera.shoot(window, QStringLiteral("76-provider-stats"));
  sides.front()->click();
  find<QAbstractButton>(window, "providers.add").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("provider.dialog")) != nullptr; }, "the dialog");
  auto& dialog = find<QDialog>(window, "provider.dialog");
  auto& kind = find<QComboBox>(dialog, "provider.kind");
  for (int i = 0; i < kind.count(); ++i) {
    kind.setCurrentIndex(i);
    Q_EMIT kind.activated(i);
    settle(50);
    camera.shoot(dialog, QStringLiteral("71-provider-kind%1").arg(i));
    if (kind.currentText().startsWith(QStringLiteral("Twilio"))) {
      openAdvanced(dialog);
      camera.shoot(dialog, QStringLiteral("71-provider-advanced"));
    }
  }
  shootByHand(dialog, camera);
  dialog.reject();
  settle(50);
  walkPrices(window, camera);
  find<QTabBar>(window, "providers.tabs").setCurrentIndex(0);
}

}  // namespace heliograph::tour
