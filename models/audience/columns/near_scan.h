// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/columns/column_snapshot.h"
#include "audience/property.h"
#include "audience/rules/person_rules.h"
#include "core/background.h"
#include "core/result.h"

namespace heliograph::audience {

/// Who lives near one of several places; see NearTest. Errors: Damaged, Cancelled, Unsupported for what is left to the
/// statement.
class NearScan final {
 public:
  NearScan(const ColumnSnapshot& snapshot, const std::vector<Property>& properties, const CancelToken& cancel)
      : m_snapshot(snapshot), m_properties(properties), m_cancel(cancel) {}

  [[nodiscard]] Result<PeopleBits> run(const NearRule& rule) const;

 private:
  const ColumnSnapshot& m_snapshot;
  const std::vector<Property>& m_properties;
  const CancelToken& m_cancel;
};

}  // namespace heliograph::audience
