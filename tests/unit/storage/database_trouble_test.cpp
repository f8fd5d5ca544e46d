// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <thread>

#include "storage/database.h"
#include "storage/statement.h"
#include "storage/transaction.h"

using namespace heliograph;
using namespace heliograph::storage;
using std::chrono::milliseconds;

namespace {

/// Works as an ordinary user while it lives: for root no file is read-only.
class OrdinaryUser final {
 public:
  OrdinaryUser() { m_done = ::geteuid() != 0 || ::seteuid(65534) == 0; }
  ~OrdinaryUser() {
    if (::getuid() == 0) m_done = ::seteuid(0) == 0;
  }
  Q_DISABLE_COPY_MOVE(OrdinaryUser)
  [[nodiscard]] bool worked() const { return m_done; }

 private:
  bool m_done;
};

/// Another program that holds the workspace's write lock while it lives.
class OtherProgram final {
 public:
  explicit OtherProgram(const QString& path) {
    sqlite3_open(path.toUtf8().constData(), &m_handle);
    sqlite3_exec(m_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  }
  ~OtherProgram() { sqlite3_close(m_handle); }
  Q_DISABLE_COPY_MOVE(OtherProgram)

 private:
  sqlite3* m_handle = nullptr;
};

}  // namespace

class DatabaseTroubleTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a.heliograph"));
    auto opened = Database::open(m_path, {.busyTimeout = milliseconds(50)});
    QVERIFY(opened);
    m_database = std::move(*opened);
    QVERIFY(m_database->execute(QStringLiteral("CREATE TABLE t (a)")));
  }
  void cleanup() {
    m_database.reset();
    QFile::setPermissions(m_folder->path(), everything | QFileDevice::ExeOwner);
  }

  void aLockedWorkspaceIsBusyAndUnharmed() {
    {
      const OtherProgram other(m_path);
      const auto written = m_database->execute(QStringLiteral("INSERT INTO t VALUES (1)"));
      QVERIFY(!written);
      QCOMPARE(written.error().code, ErrorCode::Busy);
      QCOMPARE(rows(), 0);
    }
    QVERIFY(m_database->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    QCOMPARE(rows(), 1);
  }

  void aLockedWorkspaceIsWaitedForAsLongAsAsked() {
    m_database.reset();
    auto patient = Database::open(m_path, {.busyTimeout = milliseconds(5000)});
    QVERIFY(patient);
    auto other = std::make_unique<OtherProgram>(m_path);
    std::thread release([&] { other.reset(); });
    QVERIFY((*patient)->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    release.join();
  }

  void aWorkspaceOpensWhileAnotherProgramWrites() {
    const OtherProgram other(m_path);
    QVERIFY(Database::open(m_path, {.busyTimeout = milliseconds(50)}));
  }

  void aFullDiskUndoesTheWholeTransaction() {
    QVERIFY(m_database->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    Statement pages(*m_database, QStringLiteral("PRAGMA page_count"));
    QVERIFY(pages.next().value());
    const QString limit = QString::number(pages.integer(0) + 4);
    pages.reset();
    QVERIFY(m_database->execute(QStringLiteral("PRAGMA max_page_count=") + limit));
    {
      auto transaction = Transaction::begin(*m_database);
      QVERIFY(transaction);
      QVERIFY(m_database->execute(QStringLiteral("INSERT INTO t VALUES (2)")));
      const auto filled = m_database->execute(QStringLiteral("INSERT INTO t VALUES (randomblob(1000000))"));
      QVERIFY(!filled);
      QCOMPARE(filled.error().code, ErrorCode::DiskFull);
    }
    QCOMPARE(rows(), 1);
    QVERIFY(m_database->execute(QStringLiteral("INSERT INTO t VALUES (3)")));
  }

  void aFileThatMayNotGrowLeavesTheWorkspaceWhole() {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit tight{512 * 1024, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto filled = m_database->execute(QStringLiteral("INSERT INTO t VALUES (randomblob(2000000))"));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
    QVERIFY(!filled);
    QVERIFY(filled.error().code == ErrorCode::Io || filled.error().code == ErrorCode::DiskFull);
    QCOMPARE(rows(), 0);
    QVERIFY(m_database->execute(QStringLiteral("INSERT INTO t VALUES (3)")));
    Statement check(*m_database, QStringLiteral("PRAGMA integrity_check"));
    QVERIFY(check.next().value());
    QCOMPARE(check.text(0), QStringLiteral("ok"));
  }

  void aFileThatMayNotBeWrittenIsSaidToBeReadOnly() {
    m_database.reset();
    QVERIFY(QFile::setPermissions(m_folder->path(), everything));
    QVERIFY(QFile::setPermissions(m_path, QFileDevice::Permissions(0x4444)));
    const OrdinaryUser user;
    QVERIFY(user.worked());
    const auto opened = Database::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ReadOnly);
    QVERIFY(opened.error().message.contains(m_path));
  }

  void aFolderThatMayNotBeWrittenIsSaidToBeReadOnly() {
    m_database.reset();
    QVERIFY(QFile::setPermissions(m_path, QFileDevice::Permissions(0x6666)));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::Permissions(0x5555)));
    const OrdinaryUser user;
    QVERIFY(user.worked());
    const auto opened = Database::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ReadOnly);
    QVERIFY2(opened.error().message.contains(m_folder->path()), qPrintable(opened.error().message));
  }

  void aNewWorkspaceInAFolderThatMayNotBeWrittenIsRefused() {
    m_database.reset();
    QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::Permissions(0x5555)));
    const OrdinaryUser user;
    QVERIFY(user.worked());
    const auto opened = Database::open(m_folder->filePath(QStringLiteral("new.heliograph")));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ReadOnly);
  }

 private:
  static constexpr QFileDevice::Permissions everything{0x7777};

  qint64 rows() {
    Statement count(*m_database, QStringLiteral("SELECT count(*) FROM t"));
    return count.next() ? count.integer(0) : -1;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_path;
  std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(DatabaseTroubleTest)
#include "database_trouble_test.moc"
