// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"

namespace heliograph::net {

/// A place where secrets rest. A secret is named by its provider (the name a person gave it) and its field in the
/// provider's definition ("auth_token"). Usable from any thread; may block for some seconds, so never from the GUI
/// thread.
class SecretStore {
 public:
  virtual ~SecretStore() = default;

  /// The secret. NotFound: there is none here. Anything else: this place could not be asked.
  [[nodiscard]] virtual Result<QString> read(const QString& provider, const QString& field) const = 0;

  /// Keeps the secret, replacing an older one. Unsupported: this place can only be read.
  [[nodiscard]] virtual Result<> write(const QString& provider, const QString& field, const QString& secret) = 0;

  /// Forgets the secret; fine if there was none. Unsupported: this place can only be read.
  [[nodiscard]] virtual Result<> remove(const QString& provider, const QString& field) = 0;
};

}  // namespace heliograph::net
