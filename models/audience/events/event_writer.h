// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "audience/events/earlier_opt_outs.h"
#include "audience/events/event_batch.h"
#include "audience/events/event_keys.h"
#include "audience/events/import_transaction.h"
#include "core/clock.h"

namespace heliograph::audience {

/// What became of the events of a file.
struct EventCounts {
  qint64 created = 0;
  qint64 duplicates = 0;  ///< events whose id is there already, or a file's that was taken before
  qint64 newPeople = 0;   ///< identities that nobody had, who are people with nothing but an identity now
};

/// Writes batches of events in transactions of half a second, each with how far the file is, over a connection of
/// its own. What isn't committed when it goes is undone.
class EventWriter final {
 public:
  /// `fingerprint`: of the file, see importFingerprint().
  [[nodiscard]] static Result<std::unique_ptr<EventWriter>> open(const storage::Database& database, const Clock& clock,
                                                                 const QByteArray& fingerprint);
  Q_DISABLE_COPY_MOVE(EventWriter)

  /// Writes what isn't in yet. Errors: those of EventCatalog and of storage; Conflict if another program gave one of
  /// the properties another type at the same time.
  [[nodiscard]] Result<> write(const EventBatch& batch);
  /// How far an earlier import of the file has come.
  [[nodiscard]] const ImportPosition& earlier() const { return m_transaction->earlier(); }
  /// Makes what was written last.
  [[nodiscard]] Result<> commit() { return m_transaction->isOpen() ? commit(false) : Result<>(); }
  /// Commits the last, and that the file is in.
  [[nodiscard]] Result<> finish();
  [[nodiscard]] const EventCounts& counts() const { return m_counts; }

 private:
  struct Target {
    std::unique_ptr<storage::NativeStatement> insert;
    std::size_t properties = 0;
  };
  struct KnownIdentity {
    std::uint64_t hash = 0;
    std::int64_t person = 0;
  };

  EventWriter(const storage::Database& database, const Clock& clock, std::unique_ptr<ImportTransaction> transaction);
  Result<> prepare();
  Result<> commit(bool done);
  Result<> grow(const EventBatch::GrownType& type);
  Result<> take(const EventBatch& batch, const EventBatch::Event& event);
  [[nodiscard]] Result<std::int64_t> personOf(const EventBatch::Event& event);
  [[nodiscard]] Result<std::int64_t> findOrAddPerson(std::string_view identity);
  Result<> insert(const EventBatch& batch, const EventBatch::Event& event, std::int64_t person);

  const storage::Database& m_database;
  const Clock& m_clock;
  std::unique_ptr<ImportTransaction> m_transaction;
  std::unique_ptr<EventKeys> m_keys;
  std::unique_ptr<storage::NativeStatement> m_findPerson;
  std::unique_ptr<storage::NativeStatement> m_addPerson;
  std::unique_ptr<EarlierOptOuts> m_optOuts;
  std::vector<Target> m_targets;  ///< by the parser's numbers of types
  std::vector<KnownIdentity> m_identities;
  qint64 m_records = 0;  ///< of the file, that were taken
  qint64 m_created = 0;  ///< in this import, of m_counts
  EventCounts m_counts;
  qint64 m_eventsSinceCommit = 0;
};

}  // namespace heliograph::audience
