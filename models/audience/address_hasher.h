// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string_view>

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Turns an address into the keyed hash under which opt-outs are kept (HMAC-SHA-256 with the workspace's random key),
/// so that they outlive a deleted person without holding the number.
class AddressHasher final {
 public:
  /// With the workspace's key, which is made at first use.
  [[nodiscard]] static Result<AddressHasher> load(const storage::Database& database);

  /// 32 bytes for an E.164 number (or another channel's address, exactly as sent).
  [[nodiscard]] QByteArray hash(std::string_view address) const;
  [[nodiscard]] QByteArray hash(const QString& address) const;

 private:
  explicit AddressHasher(QByteArray key) : m_key(std::move(key)) {}

  QByteArray m_key;
};

}  // namespace heliograph::audience
