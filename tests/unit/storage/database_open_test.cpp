// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#include "storage/database.h"
#include "storage/statement.h"

using namespace heliograph;
using namespace heliograph::storage;

namespace {

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(bytes), bytes.size());
}

/// Runs a script on the file without any of our own code.
void runSql(const QString& path, const char* sql) {
  sqlite3* handle = nullptr;
  QCOMPARE(sqlite3_open(path.toUtf8().constData(), &handle), SQLITE_OK);
  QCOMPARE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(handle);
}

/// Whether another program sees SQLite's shared lock on the file.
bool isLockedForOthers(const QString& path) {
  const QByteArray name = QFile::encodeName(path);
  const pid_t child = ::fork();
  if (child == 0) {
    const int file = ::open(name.constData(), O_RDWR);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000002;
    lock.l_len = 510;
    ::_exit(file >= 0 && ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == F_RDLCK ? 1 : 0);
  }
  int status = 0;
  return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

}  // namespace

class DatabaseOpenTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a.heliograph"));
  }

  void aNewWorkspaceIsMadeWithItsFolder() {
    const QString path = m_folder->filePath(QStringLiteral("deep/er/a.heliograph"));
    QVERIFY(Database::open(path));
    QVERIFY(QFile::exists(path));
    QVERIFY(Database::open(path));
  }

  void anEmptyFileBecomesAWorkspace() {
    write(m_path, {});
    QVERIFY(Database::open(m_path));
  }

  void aWorkspaceThatIsNotThereIsNotMadeUnlessAsked() {
    const auto opened = Database::open(m_path, {.create = false});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(m_path));
  }

  void eachThreadHasAConnectionOfItsOwnThatEndsWithIt() {
    const auto database = Database::open(m_path);
    QVERIFY(database);
    const auto here = (*database)->connection();
    QVERIFY(here);
    QString there;
    std::thread([&] { there = (*database)->connection()->connectionName(); }).join();
    QVERIFY(!there.isEmpty() && there != here->connectionName());
    QCOMPARE((*database)->connection()->connectionName(), here->connectionName());
    QVERIFY(!QSqlDatabase::contains(there));
  }

  void aFileThatIsNoWorkspaceIsLeftAsItIs_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a word") << QByteArray("hello");
    QTest::newRow("a table") << QByteArray("identity,phone\na,+919812345678\n").repeated(1000);
    QTest::newRow("a database's first line only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("rubbish behind the first line") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, 'x');
  }
  void aFileThatIsNoWorkspaceIsLeftAsItIs() {
    QFETCH(QByteArray, bytes);
    write(m_path, bytes);
    const auto opened = Database::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
    QCOMPARE(contents(m_path), bytes);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
  }

  void anotherProgramsDatabaseIsLeftAsItIs() {
    runSql(m_path, "CREATE TABLE bookmarks (id); INSERT INTO bookmarks VALUES (1)");
    const QByteArray before = contents(m_path);
    const auto opened = Database::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
    QCOMPARE(contents(m_path), before);
  }

  void aWorkspaceFromTheFutureIsLeftAsItIs() {
    QVERIFY(Database::open(m_path));
    runSql(m_path, "INSERT INTO schema_version VALUES (999, 0); PRAGMA journal_mode=DELETE");
    const QByteArray before = contents(m_path);
    const auto opened = Database::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::TooNew);
    QVERIFY(opened.error().message.contains(QStringLiteral("999")));
    QCOMPARE(contents(m_path), before);
  }

  void aFutureVersionThatStandsInTheWriteAheadLogIsSeen() {
    QVERIFY(Database::open(m_path));
    sqlite3* other = nullptr;
    QCOMPARE(sqlite3_open(m_path.toUtf8().constData(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "INSERT INTO schema_version VALUES (999, 0)", nullptr, nullptr, nullptr), SQLITE_OK);
    const QByteArray before = contents(m_path);
    const QByteArray log = contents(m_path + QStringLiteral("-wal"));
    QVERIFY(!log.isEmpty());
    const auto opened = Database::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::TooNew);
    QCOMPARE(contents(m_path), before);
    QCOMPARE(contents(m_path + QStringLiteral("-wal")), log);
    sqlite3_close(other);
  }

  void openingItAgainLeavesTheLocksOfTheFirstOpening() {
    auto first = Database::open(m_path);
    QVERIFY(first);
    QVERIFY((*first)->execute(QStringLiteral("CREATE TABLE t (n)")));
    QVERIFY(isLockedForOthers(m_path));
    QVERIFY(Database::open(m_path));
    // Without its lock another program would take the first one for gone, and its log for nobody's.
    QVERIFY(isLockedForOthers(m_path));
  }

  void aWorkspaceThatWasCutShortIsSaidToBeDamaged() {
    QVERIFY(Database::open(m_path));
    const QByteArray whole = contents(m_path);
    QVERIFY(whole.size() > 8192);
    write(m_path, whole.left(whole.size() / 2));
    const auto opened = Database::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
    QCOMPARE(contents(m_path), whole.left(whole.size() / 2));
  }

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_path;
};

QTEST_GUILESS_MAIN(DatabaseOpenTest)
#include "database_open_test.moc"
