// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>

#include "core/result.h"
#include "storage/database.h"
#include "storage/native_connection.h"

namespace heliograph::delivery {

/// The state of what is known of people: another stamp, other data. Whoever changes people, opt-outs, events or lists,
/// in any program, changes it.
struct AudienceStamp {
  qint64 changes = 0;     ///< the workspace's counts of changes, which only grow, in one sum
  qint64 lastPerson = 0;  ///< the highest id, which new people raise
  qint64 sending = 0;     ///< the last try to send, as who was texted before may get another text

  bool operator==(const AudienceStamp&) const = default;
};

/// Reads stamps; cheap enough for every keystroke. One thread at a time.
class AudienceStampReader final {
 public:
  explicit AudienceStampReader(const storage::Database& database) : m_database(database) {}

  [[nodiscard]] Result<AudienceStamp> read();

 private:
  const storage::Database& m_database;
  std::optional<storage::NativeConnection> m_connection;
};

}  // namespace heliograph::delivery
