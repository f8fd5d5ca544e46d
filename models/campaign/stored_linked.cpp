// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/stored_linked.h"

#include "library/linked_source_repository.h"

namespace heliograph::campaign {

Result<message::MessagePlan> withStoredLinked(const storage::Database& database, const Clock& clock,
                                              const message::MessagePlan& plan) {
  const QStringList sources = plan.linkedSources();
  if (sources.isEmpty()) return plan;
  const auto stored = library::LinkedSourceRepository(database, clock).storedContent(sources);
  if (!stored) return fail(stored.error());
  return plan.withLinked(std::shared_ptr<const liquid::Value>(*stored, (*stored)->value()));
}

}  // namespace heliograph::campaign
