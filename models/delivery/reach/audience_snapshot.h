// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "audience/columns/segment_engine.h"
#include "audience/profile_schema.h"
#include "audience/segment_sql.h"
#include "core/background.h"
#include "core/result.h"
#include "delivery/reach/audience_block.h"
#include "delivery/reach/audience_stamp.h"
#include "delivery/reach/qualification.h"

namespace heliograph::delivery {

/// Which people a snapshot has, and what of them.
struct SnapshotKey {
  audience::SegmentSql people;  ///< the condition that they meet, with its values
  std::vector<audience::Property> properties;
  std::vector<std::size_t> slots;  ///< kept of each person; sorted
  bool textedBefore = false;       ///< it is known who was texted before
  AudienceStamp stamp;             ///< `sending` is 0 when that isn't known
  audience::ControlGroups groups;  ///< who is held back
  audience::CountryReach countries;
  audience::ProfileReading::Seeds seeds = audience::ProfileReading::Seeds::Among;
  QDateTime at;

  /// Whether people of `this` can be taken for those of `wanted`: the same people, and at least as much known of each.
  /// Rules that look at the time of day are good for a minute.
  [[nodiscard]] bool serves(const SnapshotKey& wanted) const;
};

/// The people of one audience in memory, with the verdict of every stage that doesn't depend on the text. Their values
/// are read from the column snapshot if it says what the workspace says; else a thread of its own reads them from the
/// database, and what has arrived can be used while the rest is still on its way. Threads share it.
class AudienceSnapshot final {
 public:
  /// Begins to read. `input` says whose people; its message is not looked at. Larger audiences than `mostBytes` end
  /// with the problem LimitExceeded. `columns` may be null.
  AudienceSnapshot(const storage::Database& database, audience::SegmentEngine* columns, const QualificationInput& input,
                   SnapshotKey key, std::size_t mostBytes);
  /// Gives up reading.
  ~AudienceSnapshot();
  Q_DISABLE_COPY_MOVE(AudienceSnapshot)

  [[nodiscard]] const SnapshotKey& key() const { return m_key; }
  /// Block `index`, waiting for it if need be; null when there are not so many, reading failed or was cancelled.
  [[nodiscard]] std::shared_ptr<const AudienceBlock> block(std::size_t index, const CancelToken& cancel) const;
  /// Blocks there are, once everybody was read; nothing before.
  [[nodiscard]] std::optional<std::size_t> blocks() const;
  /// People read so far.
  [[nodiscard]] qint64 people() const;
  /// Why reading ended too early. Errors: those of storage, LimitExceeded.
  [[nodiscard]] Result<> problem() const;
  /// What it takes in memory.
  [[nodiscard]] std::size_t bytes() const;
  /// Whether the people are read from the columns; known when the first of them have arrived.
  [[nodiscard]] bool isFromColumns() const { return m_fromColumns; }

 private:
  void load(const storage::Database& database, audience::SegmentEngine* columns, const QualificationInput& input);
  /// Nothing if the columns can't tell.
  [[nodiscard]] std::optional<Result<>> readColumns(audience::SegmentEngine& columns, const QualificationInput& input);
  [[nodiscard]] Result<> readPeople(const storage::Database& database, const QualificationInput& input);
  void publish(std::shared_ptr<AudienceBlock> block);

  SnapshotKey m_key;
  std::size_t m_mostBytes;
  CancelToken m_cancel;
  mutable std::mutex m_mutex;
  mutable std::condition_variable m_arrived;
  std::vector<std::shared_ptr<const AudienceBlock>> m_blocks;
  qint64 m_people = 0;
  std::size_t m_bytes = 0;
  bool m_ended = false;
  std::atomic<bool> m_fromColumns = false;
  Result<> m_problem;
  std::thread m_thread;
};

}  // namespace heliograph::delivery
