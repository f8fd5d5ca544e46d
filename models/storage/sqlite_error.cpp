// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_error.h"

#include <sqlite3.h>

namespace heliograph::storage {

Error sqliteError(const QSqlError& error, const QString& statement) {
  bool known = false;
  const int code = error.nativeErrorCode().toInt(&known);
  return sqliteError(known ? code : SQLITE_ERROR, statement);
}

Error sqliteError(int resultCode, const QString& statement) {
  const QString detail = QStringLiteral("SQLite %1 (%2) in: %3")
                             .arg(QString::number(resultCode), QString::fromUtf8(sqlite3_errstr(resultCode)),
                                  statement.simplified().left(200));
  const bool full = resultCode == SQLITE_IOERR_SHMSIZE;
  switch (full ? SQLITE_FULL : resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::Busy,
              QStringLiteral("The workspace is in use by another program and stayed locked for several seconds. Wait "
                             "until the other one is done, then try again. Nothing was changed."),
              detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {ErrorCode::ReadOnly,
              QStringLiteral("The workspace can't be written. Give yourself the right to write the file and its "
                             "folder, or copy the workspace to another place. Nothing was changed."),
              detail};
    case SQLITE_FULL:
      return {ErrorCode::DiskFull,
              QStringLiteral("The disk is full. Make room, then try again. What was saved before is unharmed."),
              detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::Damaged,
              QStringLiteral("The workspace file is damaged or isn't a workspace. It was left as it is. Restore it "
                             "from a backup, or open another one."),
              detail};
    case SQLITE_CANTOPEN:
      return {ErrorCode::Io,
              QStringLiteral("The workspace file can't be opened. Check that it exists and that you may read it."),
              detail};
    case SQLITE_IOERR:
      return {ErrorCode::Io, QStringLiteral("Reading or writing the workspace failed. Check the disk, then try again."),
              detail};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::Conflict, QStringLiteral("That is there already, or depends on something that is gone."),
              detail};
    case SQLITE_INTERRUPT:
      return {ErrorCode::Cancelled, QStringLiteral("Cancelled."), detail};
    default:
      return {ErrorCode::Internal, QStringLiteral("The workspace could not do that. Details are in the log."), detail};
  }
}

}  // namespace heliograph::storage
