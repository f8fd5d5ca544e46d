// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "audience/rules/common_values.h"
#include "core/clock.h"

namespace heliograph::audience {

class SegmentEngine;

/// The values of a property that most people have, for completion while a rule is written. Any thread.
class PropertyValues final {
 public:
  PropertyValues(const storage::Database& database, const Clock& clock, SegmentEngine* columns = nullptr)
      : m_database(database), m_clock(clock), m_columns(columns) {}

  /// At most `most` values of a property or built-in field of texts or numbers, the most common first; none for other
  /// kinds and for unknown names. Where nearly everybody has a value of their own only the first of them are looked at.
  /// Errors: Cancelled.
  [[nodiscard]] Result<std::vector<CommonValue>> of(const QString& property, int most = 50,
                                                    const CancelToken& cancel = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
  SegmentEngine* m_columns;
};

}  // namespace heliograph::audience
