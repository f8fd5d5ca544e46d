// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/credential_places.h"

#include <QFile>
#include <algorithm>

namespace heliograph::providers {
namespace {

/// What stands between "://" and the path, tokens as a definition writes them.
QString hostIn(const QString& address) {
  const QString rest = address.section(QStringLiteral("://"), 1);
  return rest.section(QLatin1Char('/'), 0, 0);
}

QString asWritten(const TextTemplate& text) {
  QString written;
  for (const TextTemplate::Piece& piece : text.pieces()) {
    written += piece.isToken ? QLatin1Char('{') + piece.text + QLatin1Char('}') : piece.text;
  }
  return written;
}

bool holdsSecretToken(const QStringList& tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const QString& token) { return token.startsWith(QStringLiteral("secrets.")); });
}

bool hasSecretAddress(const RequestSpec& request) {
  return holdsSecretToken(request.target.tokens()) ||
         std::any_of(request.query.begin(), request.query.end(), [](const RequestField& field) {
           return holdsSecretToken(field.value.tokens() + field.json.tokens() + field.xml.tokens());
         });
}

}  // namespace

bool isBuiltIn(const ProviderDefinition& definition) {
  return QFile::exists(QStringLiteral(":/providers/%1.json").arg(definition.id));
}

QStringList credentialHosts(const ProviderDefinition& definition) {
  QStringList hosts{hostIn(asWritten(definition.baseUrl))};
  for (const QString& host : definition.hosts) hosts << hostIn(host);
  hosts << hostIn(asWritten(definition.authentication.tokenUrl));
  hosts.removeAll(QString());
  hosts.removeDuplicates();
  return hosts;
}

bool sendsSecretInAddress(const ProviderDefinition& definition) {
  if (!definition.secretsInAddress) return false;
  bool sends = hasSecretAddress(definition.send.request);
  for (const auto* exchange : {&definition.accountCheck, &definition.senderCheck, &definition.lookUpById,
                               &definition.lookUpByClientId, &definition.lookUpByRecipient, &definition.cancel}) {
    sends = sends || (*exchange && hasSecretAddress((*exchange)->request));
  }
  for (const auto* reports : {&definition.receipts, &definition.inbound}) {
    sends = sends || (*reports && (*reports)->poll && hasSecretAddress((*reports)->poll->request));
  }
  return sends;
}

}  // namespace heliograph::providers
