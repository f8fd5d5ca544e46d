// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/people_index.h"

#include <QStringList>
#include <algorithm>
#include <functional>
#include <optional>

#include "audience/display_name.h"
#include "audience/people_block.h"
#include "audience/property_repository.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

/// While the index is made, whoever searches gets what there is after each so many blocks.
constexpr qint64 kBlocksBetweenPublishing = 16;
constexpr char kFieldEnd = '\x1f';

tl::unexpected<Error> searchCancelled() {
  return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
}

}  // namespace

Result<PeopleIndex::Stand> PeopleIndex::readStand() const {
  auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  QStringList names;
  for (const Property& property : *properties) names << property.name;
  Stand stand;
  for (const QString& name : nameProperties(names)) {
    stand.columns += QStringLiteral(", ") + propertyColumn(findProperty(*properties, name)->id);
  }
  storage::Statement removed(m_database, QStringLiteral("SELECT value FROM workspace WHERE name = 'people_removed'"));
  auto row = removed.next();
  if (!row) return fail(row.error());
  stand.removed = *row ? removed.integer(0) : 0;
  return stand;
}

Result<std::map<qint64, qint64>> PeopleIndex::readChanges() const {
  storage::Statement select(m_database, QStringLiteral("SELECT block, changes FROM people_block"));
  std::map<qint64, qint64> changes;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return changes;
    changes[select.integer(0)] = select.integer(1);
  }
}

Result<bool> PeopleIndex::refresh(const CancelToken& cancel) {
  const std::lock_guard alone(m_refreshing);
  auto stand = readStand();
  if (!stand) return fail(stand.error());
  Chunks known = *stand == m_stand ? chunks() : Chunks{};
  const bool anew = *stand != m_stand;
  m_stand = *stand;
  // At first whoever searches gets what there is; later they keep the old until the new is whole.
  auto changed = readBlocks(known, !isComplete(), cancel);
  if (!changed) {
    m_stand = {};
    return fail(changed.error());
  }
  if (anew || *changed) publish(std::move(known), true);
  return anew || *changed;
}

Result<bool> PeopleIndex::readBlocks(Chunks& known, bool publishEach, const CancelToken& cancel) {
  auto changes = readChanges();
  if (!changes) return fail(changes.error());
  storage::Statement last(m_database, QStringLiteral("SELECT max(id) FROM profile"));
  auto row = last.next();
  if (!row) return fail(row.error());
  const qint64 highest = *row ? last.integer(0) : 0;
  bool changed = false;
  std::optional<storage::NativeConnection> connection;
  for (qint64 block = 0; block <= highest >> kPeopleBlockBits; ++block) {
    if (cancel.isCancelled()) return searchCancelled();
    const auto found = known.find(block);
    // New people come behind all others: a block that wasn't the last one when it was read has got none since.
    const qint64 upTo = std::min(highest, ((block + 1) << kPeopleBlockBits) - 1);
    if (found != known.end() && found->second->changes == (*changes)[block] && found->second->upTo == upTo) continue;
    if (!connection) {
      auto opened = storage::NativeConnection::open(m_database, storage::NativeConnection::Mode::Read);
      if (!opened) return fail(opened.error());
      connection.emplace(std::move(*opened));
    }
    auto chunk = readChunk(*connection, block);
    if (!chunk) return fail(chunk.error());
    (*chunk)->changes = (*changes)[block];
    (*chunk)->upTo = upTo;
    known[block] = std::move(*chunk);
    changed = true;
    if (publishEach && block % kBlocksBetweenPublishing == 0) publish(known, false);
  }
  return changed;
}

Result<std::shared_ptr<PeopleIndex::Chunk>> PeopleIndex::readChunk(const storage::NativeConnection& connection,
                                                                   qint64 block) const {
  auto select = connection.prepare(
      QStringLiteral("SELECT id, identity, phone%1 FROM profile WHERE id >= ? AND id < ? ORDER BY id")
          .arg(m_stand.columns));
  if (!select) return fail(select.error());
  select->bind(1, std::int64_t{block << kPeopleBlockBits});
  select->bind(2, std::int64_t{(block + 1) << kPeopleBlockBits});
  const int names = static_cast<int>(m_stand.columns.count(u','));
  auto chunk = std::make_shared<Chunk>();
  std::string& lines = chunk->lines;
  while (true) {
    auto row = select->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    chunk->ids.push_back(select->integer(0));
    for (int name = 0; name < names; ++name) {
      if (name > 0) lines += ' ';
      lines += searchable(select->text(3 + name));
    }
    lines += kFieldEnd;
    lines += searchable(select->text(1));
    lines += kFieldEnd;
    lines += searchableNumber(select->text(2));
    lines += '\n';
    chunk->ends.push_back(static_cast<std::uint32_t>(lines.size()));
  }
  lines.shrink_to_fit();
  return chunk;
}

void PeopleIndex::publish(Chunks chunks, bool complete) {
  const std::lock_guard lock(m_mutex);
  m_chunks = std::move(chunks);
  m_complete = complete;
}

PeopleIndex::Chunks PeopleIndex::chunks() const {
  const std::lock_guard lock(m_mutex);
  return m_chunks;
}

bool PeopleIndex::isComplete() const {
  const std::lock_guard lock(m_mutex);
  return m_complete;
}

qint64 PeopleIndex::size() const {
  qint64 people = 0;
  for (const auto& [block, chunk] : chunks()) people += static_cast<qint64>(chunk->ids.size());
  return people;
}

void PeopleIndex::search(const Chunk& chunk, const PeopleSearch::Way& way, std::int64_t after, std::size_t most,
                         std::vector<std::int64_t>& found) {
  const char* begin = chunk.lines.data();
  const char* end = begin + chunk.lines.size();
  auto line = static_cast<std::size_t>(std::upper_bound(chunk.ids.begin(), chunk.ids.end(), after) - chunk.ids.begin());
  const char* at = line == 0 ? begin : begin + chunk.ends[line - 1];
  const std::boyer_moore_horspool_searcher searcher(way.longest.begin(), way.longest.end());
  while (at < end && found.size() < most) {
    const char* hit = std::search(at, end, searcher);
    if (hit == end) return;
    line = static_cast<std::size_t>(std::upper_bound(chunk.ends.begin() + static_cast<std::ptrdiff_t>(line),
                                                     chunk.ends.end(), static_cast<std::uint32_t>(hit - begin)) -
                                    chunk.ends.begin());
    const std::size_t from = line == 0 ? 0 : chunk.ends[line - 1];
    const std::string_view text(begin + from, chunk.ends[line] - from);
    const bool all = std::all_of(way.others.begin(), way.others.end(),
                                 [text](const std::string& word) { return text.find(word) != std::string_view::npos; });
    if (all) found.push_back(chunk.ids[line]);
    at = begin + chunk.ends[line++];
  }
}

Result<std::vector<ProfileId>> PeopleIndex::find(const PeopleSearch& search, ProfileId after, std::size_t most,
                                                 const CancelToken& cancel) const {
  std::vector<ProfileId> people;
  for (const auto& [block, chunk] : chunks()) {
    if (cancel.isCancelled()) return searchCancelled();
    if (people.size() >= most) break;
    if (chunk->ids.empty() || chunk->ids.back() <= after.value) continue;
    std::vector<std::int64_t> found;
    for (const PeopleSearch::Way& way : search.ways()) {
      std::vector<std::int64_t> byWay;
      PeopleIndex::search(*chunk, way, after.value, most - people.size(), byWay);
      found.insert(found.end(), byWay.begin(), byWay.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (std::size_t i = 0; i < found.size() && people.size() < most; ++i) people.push_back(ProfileId{found[i]});
  }
  return people;
}

}  // namespace heliograph::audience
