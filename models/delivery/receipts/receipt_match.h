// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "audience/address_hasher.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// By what a provider names a message.
struct MessageName {
  ProviderId provider;
  QString messageId;       ///< the provider's; may be empty
  QString clientId;        ///< ours; may be empty
  QByteArray addressHash;  ///< of the number, where an id stands for several messages; may be empty
};

/// The row that is meant.
struct MatchedRow {
  OutboxId row;
  bool isLastTry = false;  ///< the receipt is about the row's last try
  QString address;         ///< empty: the person was deleted
};

/// Finds messages by the ids of their tries.
class ReceiptMatch final {
 public:
  ReceiptMatch(const storage::Database& database, const audience::AddressHasher& hasher)
      : m_database(database), m_hasher(hasher) {}

  /// Nothing if nobody here knows the ids, or if they stand for several messages and the number for none of them.
  [[nodiscard]] Result<std::optional<MatchedRow>> find(const MessageName& name) const;

 private:
  const storage::Database& m_database;
  const audience::AddressHasher& m_hasher;
};

}  // namespace heliograph::delivery
