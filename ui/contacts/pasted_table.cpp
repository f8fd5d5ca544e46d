// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/pasted_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace heliograph::ui {

Result<QString> PastedTable::write(const QString& text) {
  if (text.trimmed().isEmpty()) {
    return fail(ErrorCode::InvalidInput,
                QCoreApplication::translate("heliograph::ui",
                                            "There is no table on the clipboard. Select cells in the "
                                            "spreadsheet, copy them, then paste here."));
  }
  QFile file(m_folder.filePath(QStringLiteral("pasted.csv")));
  const QByteArray bytes = text.toUtf8();
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush()) return file.fileName();
  return fail(ErrorCode::Io,
              QCoreApplication::translate("heliograph::ui",
                                          "What was pasted can't be kept for the import. Check that "
                                          "the disk has space."),
              file.errorString());
}

QString PastedTable::rejectsFile() {
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  return folder.filePath(QStringLiteral("pasted-contacts.rejects.csv"));
}

}  // namespace heliograph::ui
