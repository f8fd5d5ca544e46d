// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/people_walk.h"

#include <algorithm>

#include "audience/segment_sql.h"
#include "storage/statement.h"

namespace heliograph::audience {

Result<PeopleWalk> PeopleWalk::begin(const storage::Database& database, std::shared_ptr<const ProfileSchema> schema,
                                     ProfileReading reading, const EvaluationTime& time) {
  PeopleWalk walk(database, std::move(schema), std::move(reading), time);
  HELIOGRAPH_TRY(walk.findPeople());
  HELIOGRAPH_TRY(walk.openPiece());
  return walk;
}

Result<> PeopleWalk::findPeople() {
  const auto compiled = compileSegment(m_reading.segment, *m_database, m_time);
  if (!compiled) return fail(compiled.error());
  if (!compiled->scans) return {};
  storage::Statement select(
      *m_database,
      QStringLiteral("SELECT p.id FROM profile AS p WHERE p.id > ? AND %1 ORDER BY p.id").arg(compiled->condition));
  select.bind(m_reading.after.value);
  for (const QVariant& value : compiled->values) select.bindValue(value);
  m_found.emplace();
  m_reading.segment = Segment::everybody();
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    m_found->push_back(select.id<ProfileId>(0));
  }
}

Result<> PeopleWalk::openPiece() {
  m_reader.reset();
  if (m_found) {
    const auto from = std::upper_bound(m_found->begin(), m_found->end(), m_reading.after);
    const auto size = std::min<std::ptrdiff_t>(m_found->end() - from, m_reading.limit);
    if (size == 0) return {};
    m_reading.only.assign(from, from + size);
  }
  auto reader = ProfileReader::open(*m_database, m_schema, m_reading, m_time);
  if (!reader) return fail(reader.error());
  m_reader.emplace(std::move(*reader));
  m_readOfPiece = 0;
  return {};
}

Result<const ProfileRow*> PeopleWalk::next() {
  while (m_reader) {
    auto person = m_reader->next();
    if (!person) return person;
    if (*person != nullptr) {
      ++m_readOfPiece;
      m_reading.after = (*person)->id;
      return person;
    }
    // Somebody may have been deleted since they were found: such a piece that isn't full isn't the last one.
    if (m_found) {
      m_reading.after = m_reading.only.back();
    } else if (m_readOfPiece < m_reading.limit) {
      break;
    }
    HELIOGRAPH_TRY(openPiece());
  }
  m_reader.reset();
  return nullptr;
}

}  // namespace heliograph::audience
