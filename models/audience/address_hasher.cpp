// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/address_hasher.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include "storage/statement.h"

namespace heliograph::audience {
namespace {

constexpr int keyWords = 8;

QByteArray newKey() {
  quint32 words[keyWords];
  QRandomGenerator::system()->fillRange(words);
  return QByteArray(reinterpret_cast<const char*>(words), sizeof words);
}

}  // namespace

Result<AddressHasher> AddressHasher::load(const storage::Database& database) {
  storage::Statement find(database, QStringLiteral("SELECT value FROM workspace WHERE name = 'address_key'"));
  auto row = find.next();
  if (!row) return fail(row.error());
  if (*row) return AddressHasher(find.bytes(0));

  // Another program may make one at the same time: the first stays, and both read it back.
  storage::Statement add(database,
                         QStringLiteral("INSERT OR IGNORE INTO workspace (name, value) VALUES ('address_key', ?)"));
  add.bind(newKey());
  HELIOGRAPH_TRY(add.run());
  find.reset();
  row = find.next();
  if (!row) return fail(row.error());
  return AddressHasher(find.bytes(0));
}

QByteArray AddressHasher::hash(std::string_view address) const {
  return QMessageAuthenticationCode::hash(
      QByteArray::fromRawData(address.data(), static_cast<qsizetype>(address.size())), m_key,
      QCryptographicHash::Sha256);
}

QByteArray AddressHasher::hash(const QString& address) const {
  const QByteArray utf8 = address.toUtf8();
  return hash(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

}  // namespace heliograph::audience
