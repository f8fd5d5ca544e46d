// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::delivery {

/// The SQL of "the provider of the question mark has turned row `o` of the outbox away for good".
[[nodiscard]] inline QString turnedAwaySql() {
  return QStringLiteral(
      "EXISTS (SELECT 1 FROM attempt a WHERE a.outbox_id = o.id AND a.provider_id = ? AND a.outcome = "
      "'next_provider')");
}

}  // namespace heliograph::delivery
