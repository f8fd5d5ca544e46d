// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/setup_mark.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace heliograph::providers {

QString setupMark(const ReadyProvider& provider) {
  constexpr int kBytes = 4;
  QJsonObject secrets;
  for (auto it = provider.secrets.begin(); it != provider.secrets.end(); ++it) secrets.insert(it.key(), it.value());
  const QJsonObject all{{QStringLiteral("type"), provider.provider.type},
                        {QStringLiteral("base_url"), provider.provider.baseUrl},
                        {QStringLiteral("settings"), provider.provider.settings},
                        {QStringLiteral("secrets"), secrets}};
  const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
  return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).left(kBytes).toHex());
}

}  // namespace heliograph::providers
