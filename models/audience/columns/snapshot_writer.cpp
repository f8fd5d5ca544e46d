// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/snapshot_writer.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <thread>

#include "audience/columns/column_file_writer.h"
#include "audience/columns/part_writer.h"
#include "core/logging.h"

namespace heliograph::audience {
namespace {

using storage::NativeConnection;

constexpr qint64 kHighestPerson = qint64{1} << 31;
/// Ids may have holes, but bitmaps for nobody would be a waste.
constexpr qint64 kMostIdsAPerson = 8;
constexpr qint64 kFewIds = 1 << 22;

/// What is to be read anew, and what becomes of the rest.
struct BringUpPlan {
  SnapshotIndex index;  ///< without what is to be read
  std::vector<qint64> blocks;
  std::vector<std::pair<qint64, qint64>> events;  ///< type and part
};

bool isOfSame(const SnapshotIndex& index, const SnapshotStamp& stamp) {
  return index.workspace == stamp.workspace && index.file == stamp.file && index.removed == stamp.removed;
}

Result<std::map<qint64, qint64>> changesByBlock(const NativeConnection& connection) {
  auto rows = connection.prepare(QStringLiteral("SELECT block, changes FROM people_block"));
  if (!rows) return fail(rows.error());
  std::map<qint64, qint64> changes;
  while (true) {
    auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return changes;
    changes[rows->integer(0)] = rows->integer(1);
  }
}

/// The highest id of each type's events.
Result<std::map<qint64, qint64>> lastEvents(const NativeConnection& connection) {
  auto types = connection.prepare(QStringLiteral("SELECT id FROM event_type ORDER BY id"));
  if (!types) return fail(types.error());
  std::map<qint64, qint64> last;
  while (true) {
    auto row = types->step();
    if (!row) return fail(row.error());
    if (!*row) return last;
    const qint64 type = types->integer(0);
    auto highest = connection.prepare(QStringLiteral("SELECT coalesce(max(id), 0) FROM event_%1").arg(type));
    if (!highest) return fail(highest.error());
    auto found = highest->step();
    if (!found) return fail(found.error());
    last[type] = highest->integer(0);
  }
}

Result<> planPeople(BringUpPlan& plan, const SnapshotIndex& old, const SnapshotStamp& stamp,
                    const NativeConnection& connection) {
  auto changes = changesByBlock(connection);
  if (!changes) return fail(changes.error());
  const qint64 blocks = stamp.lastPerson == 0 ? 0 : stamp.lastPerson / kPeopleOfPart + 1;
  for (qint64 block = 0; block < blocks; ++block) {
    const auto place = static_cast<std::size_t>(block);
    const qint64 last = std::min(stamp.lastPerson, (block + 1) * kPeopleOfPart - 1);
    const bool same = place < old.people.size() && old.people[place].changes == (*changes)[block] &&
                      old.people[place].lastPerson == last;
    if (same) {
      plan.index.people.push_back(old.people[place]);
    } else {
      plan.blocks.push_back(block);
    }
  }
  return {};
}

Result<> planEvents(BringUpPlan& plan, const SnapshotIndex& old, const NativeConnection& connection) {
  auto lasts = lastEvents(connection);
  if (!lasts) return fail(lasts.error());
  for (const auto& [type, last] : *lasts) {
    for (qint64 part = 0; last > 0 && part <= last / kEventsOfPart; ++part) {
      const qint64 lastOfPart = std::min(last, (part + 1) * kEventsOfPart - 1);
      const auto known = std::find_if(old.eventParts.begin(), old.eventParts.end(), [&](const auto& entry) {
        return entry.type == type && entry.part == part && entry.lastEvent == lastOfPart;
      });
      if (known != old.eventParts.end()) {
        plan.index.eventParts.push_back(*known);
      } else {
        plan.events.emplace_back(type, part);
      }
    }
  }
  return {};
}

Result<> refuseSparse(const NativeConnection& connection, const SnapshotStamp& stamp) {
  const auto refused = [] {
    return fail(ErrorCode::Unsupported, QStringLiteral("The contacts' numbers lie too far apart for a fast copy."));
  };
  if (stamp.lastPerson >= kHighestPerson) return refused();
  if (stamp.lastPerson < kFewIds) return {};
  auto count = connection.prepare(QStringLiteral("SELECT count(*) FROM profile"));
  if (!count) return fail(count.error());
  auto row = count->step();
  if (!row) return fail(row.error());
  if (count->integer(0) < stamp.lastPerson / kMostIdsAPerson) return refused();
  return {};
}

/// Reads what the plan says, by two threads, and adds it to the plan's index.
class PlanWork final {
 public:
  PlanWork(BringUpPlan& plan, const storage::Database& database, const ColumnFolder& folder, CancelToken cancel)
      : m_plan(plan), m_database(database), m_folder(folder), m_cancel(std::move(cancel)) {}

  [[nodiscard]] Result<> run() {
    const std::size_t tasks = m_plan.blocks.size() + m_plan.events.size();
    m_people.resize(m_plan.blocks.size());
    m_events.resize(m_plan.events.size());
    std::thread helper;
    if (tasks > 1) helper = std::thread([this] { work(); });
    work();
    if (helper.joinable()) helper.join();
    if (m_problem) return fail(*m_problem);
    SnapshotIndex& index = m_plan.index;
    index.people.insert(index.people.end(), m_people.begin(), m_people.end());
    index.eventParts.insert(index.eventParts.end(), m_events.begin(), m_events.end());
    std::sort(index.people.begin(), index.people.end(), [](const auto& a, const auto& b) { return a.block < b.block; });
    std::sort(index.eventParts.begin(), index.eventParts.end(),
              [](const auto& a, const auto& b) { return std::pair(a.type, a.part) < std::pair(b.type, b.part); });
    return {};
  }

 private:
  void work() {
    if (auto done = tryWork(); !done) {
      const std::lock_guard lock(m_mutex);
      if (!m_problem) m_problem = done.error();
      m_next = std::numeric_limits<std::size_t>::max() / 2;
    }
  }

  [[nodiscard]] Result<> tryWork() {
    auto connection = NativeConnection::open(m_database, NativeConnection::Mode::Read);
    if (!connection) return fail(connection.error());
    PartWriter writer(std::move(*connection), m_folder, m_plan.index.workspace, m_cancel);
    while (true) {
      const std::size_t task = m_next++;
      if (task < m_people.size()) {
        auto part = writer.writePeople(m_plan.blocks[task]);
        if (!part) return fail(part.error());
        m_people[task] = *part;
      } else if (const std::size_t event = task - m_people.size(); event < m_events.size()) {
        auto part = writer.writeEvents(m_plan.events[event].first, m_plan.events[event].second);
        if (!part) return fail(part.error());
        m_events[event] = *part;
      } else {
        return {};
      }
    }
  }

  BringUpPlan& m_plan;
  const storage::Database& m_database;
  const ColumnFolder& m_folder;
  CancelToken m_cancel;
  std::vector<SnapshotIndex::People> m_people;
  std::vector<SnapshotIndex::Events> m_events;
  std::atomic<std::size_t> m_next = 0;
  std::mutex m_mutex;
  std::optional<Error> m_problem;
};

}  // namespace

qint64 partsBehind(const SnapshotIndex& index, const SnapshotStamp& stamp) {
  if (!isOfSame(index, stamp) || index.events != stamp.events) return std::numeric_limits<qint64>::max();
  const SnapshotStamp now = index.stamp();
  const qint64 added = stamp.lastPerson / kPeopleOfPart - now.lastPerson / kPeopleOfPart;
  return stamp.changes - now.changes + added + (stamp.lastPerson != now.lastPerson ? 1 : 0);
}

Result<std::shared_ptr<const ColumnSnapshot>> SnapshotWriter::bringUp(const ColumnSnapshot* known,
                                                                      const CancelToken& cancel) {
  auto lock = m_folder.lock();
  if (!lock) return fail(lock.error());
  auto connection = NativeConnection::open(m_database, NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  auto stamp = SnapshotStamp::read(*connection, m_database.path());
  if (!stamp) return fail(stamp.error());
  SnapshotIndex old = readIndex(m_folder).value_or(SnapshotIndex{});
  if (old.stamp().lastPerson != stamp->lastPerson) HELIOGRAPH_TRY(refuseSparse(*connection, *stamp));
  if (!isOfSame(old, *stamp)) {
    m_folder.clear();
    old = {};
  }
  BringUpPlan plan;
  plan.index.workspace = stamp->workspace;
  plan.index.file = stamp->file;
  plan.index.removed = stamp->removed;
  plan.index.events = stamp->events;
  HELIOGRAPH_TRY(planPeople(plan, old, *stamp, *connection));
  HELIOGRAPH_TRY(planEvents(plan, old, *connection));
  auto done = PlanWork(plan, m_database, m_folder, cancel).run();
  if (done) done = writeColumnFile(m_folder.indexFile(), {plan.index.toBytes()});
  auto after = SnapshotStamp::read(*connection, m_database.path());
  // Whoever was deleted meanwhile may be in what was just written.
  if (!after || after->removed != stamp->removed) m_folder.clear();
  if (!done) {
    if (after && after->removed == stamp->removed) m_folder.keepOnly(old.fileNames());
    return fail(done.error());
  }
  m_folder.keepOnly(plan.index.fileNames());
  return ColumnSnapshot::open(m_folder, plan.index, known);
}

}  // namespace heliograph::audience
