// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/person_event_scan.h"

#include <algorithm>

#include "audience/columns/fixed_column.h"

namespace heliograph::audience {
namespace {

/// Adds those that one part has; the part's ids count from `firstId`.
Result<> addEventIds(const ColumnFile& file, qint64 firstId, const std::vector<ProfileId>& people,
                     std::vector<qint64>& ids) {
  const auto owners = rowSection<std::uint32_t>(file, FixedColumn::byPerson, SectionKind::Persons);
  if (!owners) return fail(owners.error());
  for (const ProfileId person : people) {
    const auto [first, last] = std::equal_range(owners->begin(), owners->end(), person.value);
    if (first == last) continue;
    const auto places = rowSection<std::uint32_t>(file, FixedColumn::byPerson, SectionKind::Places);
    if (!places) return fail(places.error());
    for (auto owner = first; owner != last; ++owner) {
      ids.push_back(firstId + (*places)[static_cast<std::size_t>(owner - owners->begin())]);
    }
  }
  return {};
}

}  // namespace

Result<std::vector<EventIds>> eventIdsOf(const ColumnSnapshot& snapshot, const std::vector<ProfileId>& people,
                                         const CancelToken& cancel) {
  std::vector<EventIds> found;
  std::size_t ofType = 0;
  for (const SnapshotIndex::Events& entry : snapshot.index().eventParts) {
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    const EventTypeId type{entry.type};
    ofType = found.empty() || found.back().type != type ? 0 : ofType + 1;
    if (ofType == 0) found.push_back({type, {}});
    const ColumnFile& file = snapshot.events(type)[ofType]->file();
    HELIOGRAPH_TRY(addEventIds(file, entry.part * kEventsOfPart, people, found.back().ids));
  }
  std::erase_if(found, [](const EventIds& events) { return events.ids.empty(); });
  for (EventIds& events : found) std::sort(events.ids.begin(), events.ids.end());
  return found;
}

}  // namespace heliograph::audience
