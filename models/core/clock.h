// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace heliograph {

/// The time as everything in the program sees it; tests pass one they can set.
class Clock {
 public:
  virtual ~Clock() = default;

  /// The present instant in UTC.
  [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The computer's clock.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

}  // namespace heliograph
