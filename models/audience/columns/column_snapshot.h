// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "audience/columns/column_folder.h"
#include "audience/columns/column_part.h"
#include "audience/columns/people_bits.h"
#include "audience/columns/same_address.h"
#include "audience/columns/snapshot_index.h"
#include "core/ids.h"

namespace heliograph::audience {

/// What delivery asks of people first.
struct PeopleFacts {
  PeopleBits everybody;
  PeopleBits unsubscribed;
  PeopleBits noPhone;
  PeopleBits sendable;  ///< the number can be sent to, whether they unsubscribed or not
  SameAddress same;
};

/// A workspace's people and events as columns in mapped files: a cache, derived from the workspace, never the truth.
/// A person's id is their place in a bitmap. Any thread.
class ColumnSnapshot final {
 public:
  using Parts = std::vector<std::shared_ptr<const ColumnPart>>;

  /// What lies in the folder. Parts that `known` has are taken from there. Errors: NotFound, Damaged.
  [[nodiscard]] static Result<std::shared_ptr<const ColumnSnapshot>> open(const ColumnFolder& folder,
                                                                          const ColumnSnapshot* known = nullptr);
  /// The snapshot of an index. Errors: as above.
  [[nodiscard]] static Result<std::shared_ptr<const ColumnSnapshot>> open(const ColumnFolder& folder,
                                                                          const SnapshotIndex& index,
                                                                          const ColumnSnapshot* known = nullptr);
  Q_DISABLE_COPY_MOVE(ColumnSnapshot)

  [[nodiscard]] const SnapshotIndex& index() const { return m_index; }
  /// Ids are below this.
  [[nodiscard]] std::size_t limit() const { return m_people.size() * static_cast<std::size_t>(kPeopleOfPart); }
  /// Each for kPeopleOfPart ids; the row is the id's rest.
  [[nodiscard]] const Parts& people() const { return m_people; }
  /// Of a type of event; none if nobody did it.
  [[nodiscard]] const Parts& events(EventTypeId type) const;
  /// Made at first use. Errors: Damaged.
  [[nodiscard]] Result<const PeopleFacts*> facts() const;

 private:
  ColumnSnapshot() = default;
  [[nodiscard]] Result<PeopleFacts> readFacts(const ColumnSnapshot* known) const;
  [[nodiscard]] Result<SameAddress::Numbers> numbers() const;
  [[nodiscard]] bool hasFacts() const;

  SnapshotIndex m_index;
  Parts m_people;
  std::map<qint64, Parts> m_events;
  mutable std::mutex m_mutex;
  mutable std::optional<PeopleFacts> m_facts;
};

/// The index in the folder. Errors: NotFound, Damaged.
[[nodiscard]] Result<SnapshotIndex> readIndex(const ColumnFolder& folder);

}  // namespace heliograph::audience
