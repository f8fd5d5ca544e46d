// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/credential_file_secret_store.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include "net/secret_errors.h"
#include "net/secret_name.h"

namespace heliograph::net {
namespace {

// systemd allows more; no provider's secret comes near.
constexpr qint64 maxBytes = 64 * 1024;

Result<QByteArray> contents(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io, QStringLiteral("The credential file %1 can't be read. Check who owns it.").arg(path),
                file.errorString());
  }
  const QByteArray bytes = file.read(maxBytes + 1);
  if (bytes.size() > maxBytes) {
    return fail(ErrorCode::LimitExceeded, QStringLiteral("The credential file %1 is too long for a secret.").arg(path));
  }
  return bytes;
}

}  // namespace

CredentialFileSecretStore::CredentialFileSecretStore(QString folder) : m_folder(std::move(folder)) {}

QString CredentialFileSecretStore::fileName(const QString& provider, const QString& field) {
  return plainName(provider + QLatin1Char('_') + field).toLower();
}

Result<QString> CredentialFileSecretStore::read(const QString& provider, const QString& field) const {
  const QString path = QDir(m_folder).filePath(fileName(provider, field));
  if (m_folder.isEmpty() || !QFile::exists(path)) {
    return fail(noSecret(provider, field));
  }
  auto bytes = contents(path);
  if (!bytes) {
    return fail(std::move(bytes.error()));
  }
  if (bytes->endsWith('\n')) {
    bytes->chop(bytes->endsWith("\r\n") ? 2 : 1);
  }
  QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
  const QString secret = decoder(*bytes);
  if (decoder.hasError()) {
    return fail(ErrorCode::Damaged, QStringLiteral("The credential file %1 is not UTF-8 text.").arg(path));
  }
  return secret.isEmpty() ? Result<QString>(fail(noSecret(provider, field))) : secret;
}

Result<> CredentialFileSecretStore::write(const QString& /*provider*/, const QString& /*field*/,
                                          const QString& /*secret*/) {
  return fail(readOnlyPlace());
}

Result<> CredentialFileSecretStore::remove(const QString& /*provider*/, const QString& /*field*/) {
  return fail(readOnlyPlace());
}

}  // namespace heliograph::net
