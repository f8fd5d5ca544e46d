// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Opt-outs by address (channel 'sms'), kept apart from profiles.
class SuppressionRepository final {
 public:
  SuppressionRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Whether the E.164 number must not be texted.
  [[nodiscard]] Result<bool> isSuppressed(const QString& address) const;
  /// Adds an opt-out; one that is there already keeps its source and date. `source` is 'import', 'person', 'provider'
  /// or 'reply'; `reason` a short code or the provider's code.
  [[nodiscard]] Result<> add(const QString& address, const QString& source, const QString& reason) const;
  /// Takes an opt-out back (only ever because a person asked for it).
  [[nodiscard]] Result<> lift(const QString& address) const;
  [[nodiscard]] Result<qint64> count() const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
