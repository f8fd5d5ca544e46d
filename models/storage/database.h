// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>
#include <chrono>
#include <memory>

#include "core/result.h"

namespace heliograph::storage {

/// How a workspace file is to be opened.
struct OpenOptions {
  bool create = true;                           ///< make the file and its folder when they are absent
  std::chrono::milliseconds busyTimeout{5000};  ///< how long a statement waits for another program's lock
};

/// A workspace's database. Any thread may use it: each gets a connection of its own, opened at first use and closed
/// with the thread. SQLite in WAL mode with `synchronous=FULL`, `secure_delete` and foreign keys on.
class Database final {
 public:
  /// Opens the file at `path`, and brings its schema up to date (see Migrations). Errors: NotFound, ReadOnly, Busy,
  /// DiskFull, Damaged, TooNew (the file is left as it was).
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path, const OpenOptions& options = {});
  ~Database();
  Q_DISABLE_COPY_MOVE(Database)

  /// The file's absolute path.
  [[nodiscard]] QString path() const { return m_path; }

  [[nodiscard]] const OpenOptions& options() const { return m_options; }

  /// The calling thread's connection. Errors as for open().
  [[nodiscard]] Result<QSqlDatabase> connection() const;

  /// Closes the calling thread's connections, for threads that end: left to the end of the thread itself, they could
  /// outlive the program's last steps. The next use would open others.
  static void closeConnectionsOfThread();

  /// Runs one statement that takes no values and gives no rows (pragma, DDL).
  [[nodiscard]] Result<> execute(const QString& sql) const;

 private:
  Database(QString path, OpenOptions options);

  QString m_path;
  OpenOptions m_options;
  quint64 m_serial;
};

}  // namespace heliograph::storage
