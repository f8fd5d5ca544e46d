// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QTemporaryFile>
#include <QThread>
#include <QThreadStorage>
#include <atomic>
#include <unordered_map>

#include "storage/connection_settings.h"
#include "storage/migrations.h"
#include "storage/sql_functions.h"
#include "storage/sqlite_error.h"
#include "storage/workspace_probe.h"

namespace heliograph::storage {
namespace {

/// The calling thread's connections by database; closes them when the thread ends.
class ThreadConnections {
 public:
  ~ThreadConnections() { dropAll(); }
  void dropAll() {
    for (const auto& [serial, name] : m_names) close(name);
    m_names.clear();
  }
  QString find(quint64 serial) const {
    const auto it = m_names.find(serial);
    return it == m_names.end() ? QString() : it->second;
  }
  void add(quint64 serial, const QString& name) { m_names[serial] = name; }
  void drop(quint64 serial) {
    if (const auto it = m_names.find(serial); it != m_names.end()) {
      close(it->second);
      m_names.erase(it);
    }
  }

 private:
  static void close(const QString& name) {
    { QSqlDatabase::database(name, false).close(); }
    QSqlDatabase::removeDatabase(name);
  }
  std::unordered_map<quint64, QString> m_names;
};

ThreadConnections& threadConnections() {
  // Qt's storage, not thread_local: it is emptied before whoever waits for the thread goes on, and so while the driver
  // is still there. Never destroyed, as threads may end after main() has.
  static auto* const storage = new QThreadStorage<ThreadConnections*>;
  if (!storage->hasLocalData()) storage->setLocalData(new ThreadConnections);
  return *storage->localData();
}

Result<> configure(const QSqlDatabase& connection) {
  // Qt's driver and this program share the system's SQLite, so that the handle means the same to both.
  registerSqlFunctions(*static_cast<sqlite3* const*>(connection.driver()->handle().constData()));
  for (const QString& pragma : connectionPragmas()) {
    QSqlQuery query(connection);
    if (!query.exec(pragma)) return fail(sqliteError(query.lastError(), pragma));
  }
  return {};
}

Result<> prepareFolder(const QFileInfo& file, const OpenOptions& options) {
  if (file.exists()) return {};
  if (!options.create) {
    return fail(ErrorCode::NotFound,
                QStringLiteral("There is no workspace at “%1”. Check the path, or make one with an import.")
                    .arg(file.filePath()));
  }
  if (!QDir().mkpath(file.absolutePath())) {
    return fail(ErrorCode::ReadOnly, QStringLiteral("The folder “%1” can't be made. Choose another place, or give "
                                                    "yourself the right to write there.")
                                         .arg(file.absolutePath()));
  }
  return {};
}

/// SQLite only says that it can't open the file when in truth its folder refuses the files beside it.
Error withFolder(Error error, const QFileInfo& file) {
  const bool unclear = error.code == ErrorCode::Io || error.code == ErrorCode::ReadOnly;
  if (unclear && !QTemporaryFile(file.absolutePath() + QStringLiteral("/.heliograph-XXXXXX")).open()) {
    error.code = ErrorCode::ReadOnly;
    error.message = QStringLiteral(
                        "The folder “%1” can't be written. Give yourself the right to write there, or move "
                        "the workspace to another place.")
                        .arg(file.absolutePath());
  }
  return error;
}

std::atomic<quint64> nextSerial{1};

}  // namespace

Database::Database(QString path, OpenOptions options)
    : m_path(std::move(path)), m_options(options), m_serial(nextSerial.fetch_add(1)) {}

Database::~Database() {
  threadConnections().drop(m_serial);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, const OpenOptions& options) {
  const QFileInfo file(path);
  HELIOGRAPH_TRY(prepareFolder(file, options));
  const auto prepare = [&]() -> Result<std::unique_ptr<Database>> {
    // Nothing that writes, not even the journal mode, before it is sure that the file is a workspace of ours.
    auto version = probeWorkspace(file.absoluteFilePath(), newestSchemaVersion(), options.busyTimeout);
    if (!version) return fail(version.error());
    std::unique_ptr<Database> database(new Database(file.absoluteFilePath(), options));
    HELIOGRAPH_TRY(database->execute(QStringLiteral("PRAGMA journal_mode=WAL")));
    HELIOGRAPH_TRY(migrate(*database));
    return database;
  };
  auto opened = prepare();
  if (!opened) return fail(withFolder(opened.error(), file));
  return opened;
}

Result<QSqlDatabase> Database::connection() const {
  ThreadConnections& connections = threadConnections();
  if (const QString name = connections.find(m_serial); !name.isEmpty()) return QSqlDatabase::database(name, false);

  const QString name = QStringLiteral("heliograph-%1-%2")
                           .arg(m_serial)
                           .arg(reinterpret_cast<quintptr>(QThread::currentThreadId()), 0, 16);
  QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
  connection.setDatabaseName(m_path);
  connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(m_options.busyTimeout.count()));
  connections.add(m_serial, name);
  const auto failed = [&](Error error) {
    connection = QSqlDatabase();
    connections.drop(m_serial);
    return fail(std::move(error));
  };
  if (!connection.open()) return failed(sqliteError(connection.lastError(), QStringLiteral("open")));
  if (auto configured = configure(connection); !configured) return failed(configured.error());
  return connection;
}

void Database::closeConnectionsOfThread() {
  threadConnections().dropAll();
}

Result<> Database::execute(const QString& sql) const {
  auto conn = connection();
  if (!conn) return fail(conn.error());
  QSqlQuery query(*conn);
  if (!query.exec(sql)) return fail(sqliteError(query.lastError(), sql));
  return {};
}

}  // namespace heliograph::storage
