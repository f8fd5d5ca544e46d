// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "audience/people/people_search.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// Names, identities and numbers of everybody, kept in memory so that any part of them is found among a million people
/// in milliseconds (about 60 bytes a person). Never on disk. Any thread: whoever searches sees what is read so far.
///
/// It may be behind the workspace; whoever shows people reads their rows, and refreshes it now and then.
class PeopleIndex final {
 public:
  PeopleIndex(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}
  Q_DISABLE_COPY_MOVE(PeopleIndex)

  /// Reads whoever is new or was changed since. Gives whether anything is different now; a second caller waits for the
  /// first. Errors: Cancelled, those of storage.
  [[nodiscard]] Result<bool> refresh(const CancelToken& cancel = {});
  /// Everybody was read once.
  [[nodiscard]] bool isComplete() const;
  /// How many people it knows.
  [[nodiscard]] qint64 size() const;

  /// People with higher ids than `after`, in order, at most `most`. Errors: Cancelled.
  [[nodiscard]] Result<std::vector<ProfileId>> find(const PeopleSearch& search, ProfileId after, std::size_t most,
                                                    const CancelToken& cancel = {}) const;

 private:
  /// The people of a block of ids, in order, each a line: name, identity, number.
  struct Chunk {
    qint64 changes = 0;  ///< of the block when it was read
    qint64 upTo = 0;     ///< the highest id that it could hold then
    std::vector<std::int64_t> ids;
    std::vector<std::uint32_t> ends;
    std::string lines;
  };
  using Chunks = std::map<qint64, std::shared_ptr<const Chunk>>;
  /// What tells whether all of it is to be read again.
  struct Stand {
    QString columns;  ///< that name people
    qint64 removed = -1;
    bool operator==(const Stand&) const = default;
  };

  Result<Stand> readStand() const;
  Result<std::map<qint64, qint64>> readChanges() const;
  Result<std::shared_ptr<Chunk>> readChunk(const storage::NativeConnection& connection, qint64 block) const;
  Result<bool> readBlocks(Chunks& known, bool publishEach, const CancelToken& cancel);
  void publish(Chunks chunks, bool complete);
  [[nodiscard]] Chunks chunks() const;
  static void search(const Chunk& chunk, const PeopleSearch::Way& way, std::int64_t after, std::size_t most,
                     std::vector<std::int64_t>& found);

  const storage::Database& m_database;
  const Clock& m_clock;
  std::mutex m_refreshing;
  Stand m_stand;  ///< of whoever refreshes
  mutable std::mutex m_mutex;
  Chunks m_chunks;
  bool m_complete = false;
};

}  // namespace heliograph::audience
