// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

#include "audience/columns/column_file.h"
#include "audience/people_block.h"
#include "core/result.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// The ids that one file of people covers: as many as the workspace counts changes for (people_block).
inline constexpr qint64 kPeopleOfPart = qint64{1} << kPeopleBlockBits;
/// The ids that one file of events covers.
inline constexpr qint64 kEventsOfPart = 262144;

/// What the workspace says about its state: another stamp, other people or events.
struct SnapshotStamp {
  quint64 workspace = 0;  ///< tells workspaces apart
  quint64 file = 0;       ///< tells a workspace from another file that was put in its place
  qint64 removed = 0;     ///< people who were ever deleted
  qint64 changes = 0;     ///< of people, all blocks together
  qint64 lastPerson = 0;  ///< the highest id
  qint64 events = 0;      ///< changes of events

  bool operator==(const SnapshotStamp&) const = default;

  /// The stamp of this moment.
  [[nodiscard]] static Result<SnapshotStamp> read(const storage::NativeConnection& connection, const QString& path);
};

/// Which column files make up a snapshot, and which state of the workspace they say.
struct SnapshotIndex {
  struct People {
    qint64 block = 0;       ///< ids from block * kPeopleOfPart on
    qint64 changes = 0;     ///< of that block, as counted when it was read
    qint64 lastPerson = 0;  ///< the highest id of the workspace then, at most the block's last
    quint64 serial = 0;

    bool operator==(const People&) const = default;
  };
  struct Events {
    qint64 type = 0;
    qint64 part = 0;       ///< ids from part * kEventsOfPart on
    qint64 lastEvent = 0;  ///< the highest id of the type then, at most the part's last
    quint64 serial = 0;

    bool operator==(const Events&) const = default;
  };

  quint64 workspace = 0;
  quint64 file = 0;
  qint64 removed = 0;
  qint64 events = 0;
  std::vector<People> people;      ///< by block, from 0, without a gap
  std::vector<Events> eventParts;  ///< by type and part

  bool operator==(const SnapshotIndex&) const = default;

  [[nodiscard]] static QString fileName(const People& part);
  [[nodiscard]] static QString fileName(const Events& part);
  [[nodiscard]] QStringList fileNames() const;
  [[nodiscard]] ColumnFileIdentity identity(quint64 serial) const { return {workspace, serial}; }
  /// The state it says.
  [[nodiscard]] SnapshotStamp stamp() const;

  [[nodiscard]] QByteArray toBytes() const;
  /// Errors: Damaged.
  [[nodiscard]] static Result<SnapshotIndex> fromBytes(const QByteArray& bytes);
};

}  // namespace heliograph::audience
