// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workspace_probe.h"

#include <sqlite3.h>

#include <QFileInfo>
#include <memory>

#include "storage/sqlite_error.h"

namespace heliograph::storage {
namespace {

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

tl::unexpected<Error> notAWorkspace(const QString& path) {
  return fail(ErrorCode::Damaged,
              QStringLiteral("“%1” is damaged or isn't a Heliograph workspace. It was left as it is. "
                             "Restore it from a backup, or open another file.")
                  .arg(path));
}

/// The first column of the first row, or -1 when there is none.
Result<int> firstInteger(sqlite3* handle, const char* sql) {
  sqlite3_stmt* prepared = nullptr;
  int code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared, &sqlite3_finalize);
  if (code == SQLITE_OK) code = sqlite3_step(prepared);
  if (code == SQLITE_ROW) return sqlite3_column_int(prepared, 0);
  if (code == SQLITE_DONE) return -1;
  return fail(sqliteError(code, QString::fromLatin1(sql)));
}

Result<int> readVersion(sqlite3* handle, const QString& path) {
  auto tables = firstInteger(handle, "SELECT count(*) FROM sqlite_master");
  if (!tables || *tables == 0) return tables;
  auto versioned = firstInteger(handle, "SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'");
  if (!versioned) return versioned;
  if (*versioned == 0) return notAWorkspace(path);
  return firstInteger(handle, "SELECT coalesce(max(version), 0) FROM schema_version");
}

Result<> checkWritable(const QString& path) {
  // Read-write, SQLite falls back to reading by itself when the file can't be written.
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const Handle handle(opened, &sqlite3_close);
  if (code != SQLITE_OK) return fail(sqliteError(code, QStringLiteral("open")));
  if (sqlite3_db_readonly(opened, "main") == 1) {
    return fail(ErrorCode::ReadOnly,
                QStringLiteral("“%1” can't be written. Give yourself the right to write it, or copy "
                               "it to another place and open the copy.")
                    .arg(path));
  }
  return {};
}

}  // namespace

// Only SQLite itself may open the file: closing any other handle on it would drop the locks of this program's other
// connections (POSIX advisory locks belong to the process), and what they write then could be lost.
Result<int> probeWorkspace(const QString& path, int newest, std::chrono::milliseconds busyTimeout) {
  const QFileInfo info(path);
  if (!info.exists() || info.size() == 0) return 0;
  HELIOGRAPH_TRY(checkWritable(path));

  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READONLY, nullptr);
  const Handle handle(opened, &sqlite3_close);
  if (code != SQLITE_OK) return fail(sqliteError(code, QStringLiteral("open")));
  sqlite3_busy_timeout(opened, static_cast<int>(busyTimeout.count()));
  auto version = readVersion(opened, path);
  if (!version && version.error().code == ErrorCode::Damaged) return notAWorkspace(path);
  if (version && *version > newest) {
    return fail(ErrorCode::TooNew,
                QStringLiteral("This workspace was written by a newer Heliograph (format %1, this one knows up to %2). "
                               "Update Heliograph to open it. The file was left untouched.")
                    .arg(*version)
                    .arg(newest));
  }
  return version;
}

}  // namespace heliograph::storage
