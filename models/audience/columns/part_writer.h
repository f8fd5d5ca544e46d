// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/columns/column_folder.h"
#include "audience/columns/snapshot_index.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// Reads pieces of a workspace and writes them as column files. One thread at a time.
class PartWriter final {
 public:
  PartWriter(storage::NativeConnection connection, const ColumnFolder& folder, quint64 workspace, CancelToken cancel)
      : m_connection(std::move(connection)), m_folder(folder), m_workspace(workspace), m_cancel(std::move(cancel)) {}

  /// The people of a block as they are now. Errors: Cancelled, Io, those of storage.
  [[nodiscard]] Result<SnapshotIndex::People> writePeople(qint64 block);
  /// The events of a part of a type. Errors: as above.
  [[nodiscard]] Result<SnapshotIndex::Events> writeEvents(qint64 type, qint64 part);

 private:
  [[nodiscard]] Result<SnapshotIndex::People> readPeople(qint64 block);
  [[nodiscard]] Result<SnapshotIndex::Events> readEvents(qint64 type, qint64 part);
  [[nodiscard]] Result<> write(const class ColumnFileWriter& file, const QString& name, quint64 serial);
  [[nodiscard]] Result<> stopIfCancelled(qint64 row) const;

  storage::NativeConnection m_connection;
  const ColumnFolder& m_folder;
  quint64 m_workspace;
  CancelToken m_cancel;
};

}  // namespace heliograph::audience
