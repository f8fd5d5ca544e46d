// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection_settings.h"

namespace heliograph::storage {

const QStringList& connectionPragmas() {
  static const QStringList pragmas{
      QStringLiteral("PRAGMA synchronous=FULL"),  QStringLiteral("PRAGMA foreign_keys=ON"),
      QStringLiteral("PRAGMA secure_delete=ON"),  QStringLiteral("PRAGMA temp_store=MEMORY"),
      QStringLiteral("PRAGMA cache_size=-16384"),
  };
  return pragmas;
}

}  // namespace heliograph::storage
