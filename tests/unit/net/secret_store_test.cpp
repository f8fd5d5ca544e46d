// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/secret_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "net/chain_secret_store.h"
#include "net/credential_file_secret_store.h"
#include "net/environment_secret_store.h"
#include "net/keyring_secret_store.h"
#include "net/memory_secret_store.h"

using heliograph::Error;
using heliograph::ErrorCode;
using heliograph::fail;
using heliograph::Result;
using heliograph::net::ChainSecretStore;
using heliograph::net::CredentialFileSecretStore;
using heliograph::net::EnvironmentSecretStore;
using heliograph::net::KeyringSecretStore;
using heliograph::net::MemorySecretStore;
using heliograph::net::SecretStore;

namespace {

const QString provider = QStringLiteral("Acme SMS");
const QString field = QStringLiteral("auth_token");

void writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

/// A place that can't be asked, like a locked keyring.
class BrokenStore final : public SecretStore {
 public:
  [[nodiscard]] Result<QString> read(const QString&, const QString&) const override { return fail(error()); }
  [[nodiscard]] Result<> write(const QString&, const QString&, const QString&) override { return fail(error()); }
  [[nodiscard]] Result<> remove(const QString&, const QString&) override { return fail(error()); }

 private:
  static Error error() { return {ErrorCode::Io, QStringLiteral("locked"), {}}; }
};

}  // namespace

class SecretStoreTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void memoryKeepsAndForgets() {
    MemorySecretStore store;
    QCOMPARE(store.read(provider, field).error().code, ErrorCode::NotFound);
    QVERIFY(store.write(provider, field, QStringLiteral("s3cret")));
    QCOMPARE(*store.read(provider, field), QStringLiteral("s3cret"));
    QVERIFY(store.remove(provider, field));
    QVERIFY(store.remove(provider, field));
    QCOMPARE(store.read(provider, field).error().code, ErrorCode::NotFound);
  }

  void anEmptySecretIsRefused() {
    MemorySecretStore store;
    QCOMPARE(store.write(provider, field, {}).error().code, ErrorCode::InvalidInput);
  }

  void theEnvironmentIsReadByName() {
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HELIOGRAPH_SECRET_ACME_SMS_AUTH_TOKEN"), QStringLiteral("s3cret"));
    environment.insert(QStringLiteral("HELIOGRAPH_SECRET_ACME_SMS_EMPTY"), {});
    EnvironmentSecretStore store(environment);
    QCOMPARE(*store.read(provider, field), QStringLiteral("s3cret"));
    QCOMPARE(store.read(provider, QStringLiteral("empty")).error().code, ErrorCode::NotFound);
    QCOMPARE(store.read(provider, QStringLiteral("other")).error().code, ErrorCode::NotFound);
    QCOMPARE(store.write(provider, field, QStringLiteral("x")).error().code, ErrorCode::Unsupported);
  }

  void aCredentialFileIsReadByName_data() {
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("secret");
    QTest::newRow("bare") << QByteArray("s3cret") << QStringLiteral("s3cret");
    QTest::newRow("a line") << QByteArray("s3cret\n") << QStringLiteral("s3cret");
    QTest::newRow("a DOS line") << QByteArray("s3cret\r\n") << QStringLiteral("s3cret");
    QTest::newRow("two lines") << QByteArray("s3\ncret\n") << QStringLiteral("s3\ncret");
    QTest::newRow("blanks around") << QByteArray(" s3cret ") << QStringLiteral(" s3cret ");
    QTest::newRow("accents") << QByteArray(
                                    "s\xc3\xa9"
                                    "cret")
                             << QStringLiteral("s\u00e9cret");
  }
  void aCredentialFileIsReadByName() {
    QFETCH(QByteArray, contents);
    QFETCH(QString, secret);
    QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("acme_sms_auth_token")), contents);
    const CredentialFileSecretStore store(folder.path());
    QCOMPARE(*store.read(provider, field), secret);
  }

  void aCredentialFileThatIsAbsentIsNotFound() {
    QTemporaryDir folder;
    QCOMPARE(CredentialFileSecretStore(folder.path()).read(provider, field).error().code, ErrorCode::NotFound);
    QCOMPARE(CredentialFileSecretStore(QString()).read(provider, field).error().code, ErrorCode::NotFound);
  }

  void aCredentialFileThatCannotBeReadIsAFailure() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("acme_sms_auth_token"));
    writeFile(path, "\xff\xfe");
    QCOMPARE(CredentialFileSecretStore(folder.path()).read(provider, field).error().code, ErrorCode::Damaged);
    writeFile(path, QByteArray(100000, 'x'));
    QCOMPARE(CredentialFileSecretStore(folder.path()).read(provider, field).error().code, ErrorCode::LimitExceeded);
    QVERIFY(QFile::remove(path));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("acme_sms_auth_token")));
    QCOMPARE(CredentialFileSecretStore(folder.path()).read(provider, field).error().code, ErrorCode::Io);
  }

  void aNameNeverLeavesTheFolder() {
    QCOMPARE(CredentialFileSecretStore::fileName(QStringLiteral("../../etc/pass"), QStringLiteral("wd")),
             QStringLiteral("______etc_pass_wd"));
  }

  void theChainAsksInOrder() {
    auto first = std::make_shared<MemorySecretStore>();
    auto second = std::make_shared<MemorySecretStore>();
    const ChainSecretStore chain({first, second}, second);
    QCOMPARE(chain.read(provider, field).error().code, ErrorCode::NotFound);
    QVERIFY(second->write(provider, field, QStringLiteral("second")));
    QCOMPARE(*chain.read(provider, field), QStringLiteral("second"));
    QVERIFY(first->write(provider, field, QStringLiteral("first")));
    QCOMPARE(*chain.read(provider, field), QStringLiteral("first"));
  }

  void aPlaceThatFailsIsPassedOverButNotForgotten() {
    auto broken = std::make_shared<BrokenStore>();
    auto memory = std::make_shared<MemorySecretStore>();
    const ChainSecretStore chain({broken, memory}, memory);
    QCOMPARE(chain.read(provider, field).error().code, ErrorCode::Io);
    QVERIFY(memory->write(provider, field, QStringLiteral("s3cret")));
    QCOMPARE(*chain.read(provider, field), QStringLiteral("s3cret"));
  }

  void theChainWritesToItsKeeperOnly() {
    auto session = std::make_shared<MemorySecretStore>();
    auto keeper = std::make_shared<MemorySecretStore>();
    QVERIFY(session->write(provider, field, QStringLiteral("old")));
    ChainSecretStore chain({session, keeper, std::make_shared<EnvironmentSecretStore>(QProcessEnvironment())}, keeper);
    QVERIFY(chain.write(provider, field, QStringLiteral("new")));
    QCOMPARE(*chain.read(provider, field), QStringLiteral("new"));
    QCOMPARE(session->read(provider, field).error().code, ErrorCode::NotFound);
    QVERIFY(chain.remove(provider, field));
    QCOMPARE(chain.read(provider, field).error().code, ErrorCode::NotFound);
  }

  void aKeeperThatFailsLeavesTheRestAlone() {
    auto session = std::make_shared<MemorySecretStore>();
    auto keeper = std::make_shared<BrokenStore>();
    QVERIFY(session->write(provider, field, QStringLiteral("old")));
    ChainSecretStore chain({session, keeper}, keeper);
    QCOMPARE(chain.write(provider, field, QStringLiteral("new")).error().code, ErrorCode::Io);
    QCOMPARE(*chain.read(provider, field), QStringLiteral("old"));
  }

  void withoutASessionBusTheKeyringFailsAtOnce() {
#if !defined(Q_OS_LINUX)
    QSKIP("only where the keyring is reached over D-Bus");
#endif
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", "/nowhere");
    KeyringSecretStore store;
    QCOMPARE(store.read(provider, field).error().code, ErrorCode::Io);
    QCOMPARE(store.write(provider, field, QStringLiteral("x")).error().code, ErrorCode::Io);
  }
};

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "secret_store_test.moc"
