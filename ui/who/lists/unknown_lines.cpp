// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/lists/unknown_lines.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include "audience/import_preview.h"

namespace heliograph::ui {

namespace {

constexpr qsizetype kFirstUnknown = 5;
constexpr qsizetype kIdentityColumn = 1;

}  // namespace

QStringList firstUnknown(const QString& file, const storage::Database& database) {
  QStringList first;
  const auto preview = audience::previewImport(file, database);
  if (!preview) return first;
  for (const QStringList& row : preview->rows) {
    if (first.size() < kFirstUnknown && !row.value(kIdentityColumn).isEmpty()) first << row[kIdentityColumn];
  }
  return first;
}

QString unknownWords(const audience::ListImportReport& report, const QStringList& first) {
  const auto words = [](const char* text) { return QCoreApplication::translate("heliograph::ui::ListsTab", text); };
  const qint64 left = report.unknown + report.rejected;
  QString said = left == 1 ? words("1 row names nobody in your contacts")
                           : words("%1 rows name nobody in your contacts").arg(QLocale().toString(left));
  if (!first.isEmpty()) {
    said += QStringLiteral(": ") + first.join(QStringLiteral(", "));
    if (left > first.size()) said += QStringLiteral(" …");
  }
  return said + QStringLiteral(". ") +
         words("All of them are in %1.").arg(QDir::toNativeSeparators(report.unknownFile));
}

}  // namespace heliograph::ui
