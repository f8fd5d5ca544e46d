// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <optional>

namespace heliograph::net {

enum class KeyringVerb { Read, Write, Remove };

struct KeyringQuestion {
  KeyringVerb verb = KeyringVerb::Read;
  QString service;
  QString key;
  QString secret;  ///< Write
};

struct KeyringAnswer {
  int error = 0;  ///< QKeychain::Error
  QString words;  ///< the keyring's own
  QString secret;
};

/// Asks the desktop's keyring and blocks until it answers, at most `limit`: nothing then. From any thread.
[[nodiscard]] std::optional<KeyringAnswer> askKeyring(const KeyringQuestion& question, std::chrono::milliseconds limit);

}  // namespace heliograph::net
