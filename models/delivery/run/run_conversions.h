// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "audience/rules/goal.h"
#include "core/result.h"
#include "delivery/outbox/run.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// People, and what came of them.
struct ConversionFigures {
  qint64 people = 0;  ///< whose message was accepted, or who were held back
  qint64 converted = 0;
  double revenue = 0;  ///< 0 if the goal has none

  bool operator==(const ConversionFigures&) const = default;

  [[nodiscard]] CopyShare share() const { return {people, converted}; }
  [[nodiscard]] double revenueEach() const { return people > 0 ? revenue / static_cast<double>(people) : 0; }
};

/// How far a run reached its goal up to now.
struct RunConversions {
  audience::Goal goal;
  ConversionFigures sent;
  std::vector<ConversionFigures> copies;  ///< of each copy, in their order; one for a single message
  std::optional<ConversionFigures>
      heldBack;  ///< people of control groups, from the run's start on; none: there are none

  bool operator==(const RunConversions&) const = default;
};

/// Counts the conversions of a run in one pass over the goal's events; nothing if its campaign has no goal. An event
/// that nobody ever did gives zeros. Any thread; as long as there are events to read. Errors: InvalidInput if the goal
/// asks for a property that the event doesn't have any more.
[[nodiscard]] Result<std::optional<RunConversions>> countConversions(const storage::Database& database, const Run& run);

}  // namespace heliograph::delivery
