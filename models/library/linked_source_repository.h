// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "library/linked_answer.h"
#include "library/linked_content.h"
#include "library/linked_source.h"
#include "library/linked_template.h"
#include "storage/database.h"

namespace heliograph::library {

/// The sources of linked content of a workspace, and the answers that were kept of their tests. Any thread.
class LinkedSourceRepository final {
 public:
  /// Kept answers of one source; older ones go.
  static constexpr int mostAnswers = 20;

  LinkedSourceRepository(const storage::Database& database, const Clock& clock)
      : m_database(database), m_clock(clock) {}

  /// All, by name.
  [[nodiscard]] Result<std::vector<LinkedSource>> list() const;
  /// Error: NotFound.
  [[nodiscard]] Result<LinkedSource> byName(const QString& name) const;
  /// Error: NotFound.
  [[nodiscard]] Result<LinkedSource> byId(LinkedSourceId id) const;

  /// Stores a new one, or one that is there (by its id); its name stays. Errors: InvalidInput (see
  /// checkLinkedSource()), Conflict (the name is taken, or would change), NotFound.
  [[nodiscard]] Result<LinkedSourceId> save(const LinkedSource& source) const;
  /// With its answers. Error: NotFound.
  [[nodiscard]] Result<> remove(LinkedSourceId id) const;

  /// Keeps what a test gave for these parameters. Must hold no secret.
  [[nodiscard]] Result<> keepAnswer(LinkedSourceId id, const LinkedValues& parameters,
                                    const LinkedAnswer& answer) const;
  /// The answer that was kept last; nothing if there is none.
  [[nodiscard]] Result<std::optional<LinkedAnswer>> lastAnswer(LinkedSourceId id) const;

  /// What a message that reads these sources gets from the answers that were kept last; sources that don't exist or
  /// have no such answer are left out. Never asks anybody.
  [[nodiscard]] Result<std::shared_ptr<const LinkedRoot>> storedContent(const QStringList& sources) const;

 private:
  [[nodiscard]] Result<LinkedSourceId> insert(const LinkedSource& source) const;
  [[nodiscard]] Result<LinkedSourceId> update(const LinkedSource& source) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::library
