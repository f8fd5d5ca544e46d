// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/secret_errors.h"

namespace heliograph::net {

Error noSecret(const QString& provider, const QString& field) {
  return {ErrorCode::NotFound,
          QStringLiteral("No %2 is kept for %1. Enter it in the provider's settings.").arg(provider, field),
          {}};
}

Error emptySecret() {
  return {ErrorCode::InvalidInput, QStringLiteral("An empty secret can't be kept. Enter it, or remove it."), {}};
}

Error readOnlyPlace() {
  return {ErrorCode::Unsupported,
          QStringLiteral("Secrets of this kind are set where the program is started, not in it."),
          {}};
}

}  // namespace heliograph::net
