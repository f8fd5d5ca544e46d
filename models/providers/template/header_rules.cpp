// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/header_rules.h"

#include <QRegularExpression>
#include <QStringList>

namespace heliograph::providers {

bool isSettableHeader(const QString& name) {
  static const QRegularExpression token(QStringLiteral("\\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\\z"));
  static const QStringList ours{QStringLiteral("host"),       QStringLiteral("content-length"),
                                QStringLiteral("connection"), QStringLiteral("transfer-encoding"),
                                QStringLiteral("expect"),     QStringLiteral("upgrade")};
  return token.match(name).hasMatch() && !ours.contains(name.toLower());
}

bool soundsSecret(const QString& name) {
  static const QRegularExpression secret(
      QStringLiteral("authorization|cookie|pass(word|wd)|secret|token|(api|auth|access)[-_ ]?key"),
      QRegularExpression::CaseInsensitiveOption);
  return secret.match(name).hasMatch();
}

}  // namespace heliograph::providers
