// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stops.h"

#include <QAbstractButton>
#include <QFile>
#include <QTemporaryDir>

#include "tools.h"
#include "ui/contacts/import_dialog.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

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

}  // namespace heliograph::tour
