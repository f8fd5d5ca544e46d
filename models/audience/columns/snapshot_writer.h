// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "audience/columns/column_snapshot.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Makes a workspace's column files say what the workspace says: reads what has changed since they were written, or
/// everything if they can't be relied on.
class SnapshotWriter final {
 public:
  SnapshotWriter(const storage::Database& database, const ColumnFolder& folder)
      : m_database(database), m_folder(folder) {}

  /// The snapshot as it is then; its other parts are those of `known`. What changes meanwhile is left for the next
  /// time. Blocking, on two threads. Errors: Busy while another program writes, Cancelled, Unsupported for ids beyond
  /// what bitmaps are good for, Io, those of storage.
  [[nodiscard]] Result<std::shared_ptr<const ColumnSnapshot>> bringUp(const ColumnSnapshot* known,
                                                                      const CancelToken& cancel);

 private:
  const storage::Database& m_database;
  ColumnFolder m_folder;
};

/// How many parts would have to be read to bring an index up to a stamp; the most there is if all of them.
[[nodiscard]] qint64 partsBehind(const SnapshotIndex& index, const SnapshotStamp& stamp);

}  // namespace heliograph::audience
