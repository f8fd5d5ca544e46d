// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stops.h"

#include <QAbstractButton>
#include <QComboBox>
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
      "a2,34612345678,José,Sevilla,80,2025-01-15\n"
      "a3,4.47911123456E+11,Rosa,Leeds,80,2025-01-15\n"
      "a4,4.47911123457E+11,Omar,Hull,80,2025-01-15\n"
      "a5,4.47911E+11,Iris,Bath,80,2025-01-15\n"
      "a6,7911123458,Amir,York,80,2025-01-15\n"
      "a7,7911123459,Yara,York,80,2025-01-15\n"
      "a8,07911 123460 / 07911 123461,Noor,Deal,80,2025-01-15\n"
      "a1,+919812345678,Ananya,Pune,1200,2024-03-01\n"
      ",+447911123462,Nobody,Ryde,1,2024-03-01\n"
      "b1,not a number,Kofi,Accra,3,2023-11-30\n");
  file.close();
  trigger(window, ui::action::importContacts);
  waitUntil([&] { return window.findChild<ui::ImportDialog*>() != nullptr; }, "the import");
  auto& dialog = *window.findChild<ui::ImportDialog*>();
  settle(50);
  camera.shoot(dialog, QStringLiteral("60-import-file"));
  dialog.openFile(file.fileName());
  settle(400);
  auto& region = find<QComboBox>(dialog, "import.region");
  region.setCurrentIndex(region.findData(QStringLiteral("GB")));
  camera.shoot(dialog, QStringLiteral("61-import-columns"));
  find<QAbstractButton>(dialog, "import.next").click();
  settle(600);
  camera.shoot(dialog, QStringLiteral("62-import-counts"));
  dialog.resize(dialog.width(), dialog.height() * 2);
  settle(50);
  camera.shoot(dialog, QStringLiteral("63-import-counts-whole"));
  dialog.reject();
  settle(50);
}

}  // namespace heliograph::tour
