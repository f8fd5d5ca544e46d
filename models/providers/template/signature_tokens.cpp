// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/signature_tokens.h"

namespace heliograph::providers {

const QStringList& signatureTokens() {
  static const QStringList tokens{QStringLiteral("Timestamp"),
                                  QStringLiteral("TimestampMs"),
                                  QStringLiteral("TimestampIso"),
                                  QStringLiteral("Nonce"),
                                  QStringLiteral("Method"),
                                  QStringLiteral("Path"),
                                  QStringLiteral("Query"),
                                  QStringLiteral("RequestBody"),
                                  QStringLiteral("RequestBodySha256"),
                                  QStringLiteral("SortedPairs"),
                                  signatureToken};
  return tokens;
}

}  // namespace heliograph::providers
