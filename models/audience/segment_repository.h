// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "audience/segment.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// A segment with a name.
struct SavedSegment {
  SegmentId id;
  QString name;
  Segment segment;
  QDateTime updatedAt;
};

/// The same rules, as to the saved segment of that name by its new one.
[[nodiscard]] Segment withSegmentRenamed(Segment segment, const QString& from, const QString& to);

/// The saved segments of a workspace.
class SegmentRepository final {
 public:
  SegmentRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All, sorted by name.
  [[nodiscard]] Result<std::vector<SavedSegment>> list() const;
  /// Saves under a name: a new one, or in place of the one of that name. InvalidInput for a blank name,
  /// and for rules by which it would be a part of itself.
  [[nodiscard]] Result<SegmentId> save(const QString& name, const Segment& segment) const;
  /// Gives it another name, also in the saved segments whose rules speak of it. Errors: NotFound; Conflict when another
  /// has that name; InvalidInput for a blank one.
  [[nodiscard]] Result<> rename(SegmentId id, const QString& name) const;
  /// The same within a transaction that is open. Gives the old name.
  [[nodiscard]] Result<QString> renameWithin(SegmentId id, const QString& name) const;
  /// Saves a copy under a free name like "VIPs (copy)". Errors: NotFound, Damaged.
  [[nodiscard]] Result<SegmentId> duplicate(SegmentId id) const;
  /// Errors: NotFound, Damaged.
  [[nodiscard]] Result<SavedSegment> find(const QString& name) const;
  [[nodiscard]] Result<SavedSegment> byId(SegmentId id) const;
  /// Errors: NotFound.
  [[nodiscard]] Result<> remove(SegmentId id) const;

 private:
  [[nodiscard]] Result<> checkCircle(const QString& name, const Segment& segment) const;
  [[nodiscard]] Result<> renameInRules(const QString& from, const QString& to) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
