// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <vector>

#include "audience/rules/common_values.h"
#include "audience/rules/person_rules.h"
#include "core/clock.h"

namespace heliograph::audience {

/// What there is among events and devices, for completion while a rule is written. Any thread.
class EventValues final {
 public:
  EventValues(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// How many events of each type there are, by name.
  [[nodiscard]] Result<QHash<QString, qint64>> counts(const CancelToken& cancel = {}) const;
  /// At most `most` values of a property of events, with how many of the newest events have them; none for kinds that
  /// aren't offered and for unknown names.
  [[nodiscard]] Result<std::vector<CommonValue>> of(const QString& event, const QString& property, int most = 50,
                                                    const CancelToken& cancel = {}) const;
  /// The same of devices.
  [[nodiscard]] Result<std::vector<CommonValue>> ofDevices(DeviceRule::Field field, int most = 50,
                                                           const CancelToken& cancel = {}) const;
  [[nodiscard]] Result<bool> hasDevices() const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
