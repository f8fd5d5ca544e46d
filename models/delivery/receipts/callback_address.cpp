// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/callback_address.h"

#include <QMessageAuthenticationCode>

#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

const QString kCallbackKey = QStringLiteral("callback_key");
constexpr qsizetype kTokenLength = 32;

Result<QByteArray> readCallbackKey(const storage::Database& database) {
  storage::Statement find(database, QStringLiteral("SELECT value FROM workspace WHERE name = ?"));
  auto row = find.bind(kCallbackKey).next();
  if (!row) return fail(row.error());
  return *row ? find.bytes(0) : QByteArray();
}

}  // namespace

Result<QString> callbackPath(const storage::Database& database, ProviderId provider) {
  auto key = readCallbackKey(database);
  if (key && key->isEmpty()) {
    storage::Statement make(database,
                            QStringLiteral("INSERT OR IGNORE INTO workspace (name, value) VALUES (?, randomblob(32))"));
    HELIOGRAPH_TRY(make.bind(kCallbackKey).run());
    key = readCallbackKey(database);
  }
  if (!key) return fail(key.error());
  const QByteArray what = "callback:" + QByteArray::number(provider.value);
  const QByteArray token = QMessageAuthenticationCode::hash(what, *key, QCryptographicHash::Sha256).toHex();
  return QStringLiteral("/callback/%1/%2").arg(provider.value).arg(QString::fromLatin1(token.left(kTokenLength)));
}

}  // namespace heliograph::delivery
