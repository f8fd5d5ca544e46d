// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql_script.h"

#include <sqlite3.h>

namespace heliograph::storage {

QStringList splitSqlScript(const QString& script) {
  QStringList statements;
  QString current;
  for (const QString& line : script.split(QLatin1Char('\n'))) {
    if (line.trimmed().startsWith(QLatin1String("--"))) continue;
    current += line + QLatin1Char('\n');
    if (current.trimmed().isEmpty()) continue;
    // sqlite3_complete knows quotes, comments and the bodies of triggers.
    if (line.contains(QLatin1Char(';')) && sqlite3_complete(current.toUtf8().constData()) != 0) {
      statements << current.trimmed();
      current.clear();
    }
  }
  if (!current.trimmed().isEmpty()) statements << current.trimmed();
  return statements;
}

}  // namespace heliograph::storage
