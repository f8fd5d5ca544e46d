// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "audience/columns/column_snapshot.h"
#include "audience/rules/segment_catalog.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/database.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// What a segment is evaluated on: the snapshot and the names of one state of the workspace.
struct SnapshotGround {
  std::shared_ptr<const ColumnSnapshot> snapshot;
  std::shared_ptr<const SegmentCatalog> catalog;
  qint64 state = 0;        ///< grows whenever anything was written to the workspace by whomever
  quint64 generation = 0;  ///< another one, another snapshot
};

/// Finds the column snapshot of a workspace, sees whether it still says what the workspace says, and brings it up. Any
/// thread.
class SnapshotKeeper final {
 public:
  explicit SnapshotKeeper(const storage::Database& database);
  ~SnapshotKeeper();
  Q_DISABLE_COPY_MOVE(SnapshotKeeper)

  /// Nothing while there is no snapshot that says what the workspace says; it is then brought up if somebody keeps it
  /// up. What lags behind by little is brought up at once.
  [[nodiscard]] std::optional<SnapshotGround> ground();
  /// Brings it up on the calling thread. Errors: see SnapshotWriter.
  [[nodiscard]] Result<> bringUp(const CancelToken& cancel);
  /// A thread of this object brings it up from now on.
  void keepUp();
  /// What was read can't be relied on.
  void throwAway();

 private:
  [[nodiscard]] Result<> look();
  void use(std::shared_ptr<const ColumnSnapshot> snapshot);
  [[nodiscard]] Result<> bringUpLocked(const CancelToken& cancel);
  [[nodiscard]] bool isCurrent() const;
  [[nodiscard]] bool useFolder();
  void ask();
  void keep();
  [[nodiscard]] bool isBehind();

  const storage::Database& m_database;
  ColumnFolder m_folder;
  std::mutex m_mutex;
  std::optional<storage::NativeConnection> m_connection;
  qint64 m_version = -1;  ///< SQLite's count of what others wrote
  qint64 m_state = 0;
  quint64 m_generation = 0;
  SnapshotStamp m_stamp;
  std::shared_ptr<const SegmentCatalog> m_catalog;
  std::shared_ptr<const ColumnSnapshot> m_snapshot;

  std::mutex m_writing;  ///< held while this program brings it up

  std::mutex m_askMutex;
  std::condition_variable m_asked;
  bool m_wanted = false;
  CancelToken m_end;
  std::thread m_thread;
};

}  // namespace heliograph::audience
