// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace heliograph::providers {

/// A provider's secrets by field name, read for this run only.
using SecretValues = QHash<QString, QString>;

/// Under this name the token of a provider with OAuth 2.0 stands among its secrets, once it is there.
inline const QString oauthTokenName = QStringLiteral("oauth.token");

/// Stands for a secret while a request is only made to be looked at; nothing in it is escaped anywhere. What is signed
/// with it says it again in the signature's place.
inline const QString secretStandIn = QStringLiteral("HeliographHidesThisSecret");

}  // namespace heliograph::providers
