// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people_pager.h"

#include <utility>

#include "audience/columns/segment_engine.h"
#include "audience/profile_reader.h"
#include "audience/profile_repository.h"

namespace heliograph::audience {
namespace {

constexpr qint64 kRowsBetweenLooks = 4096;

}  // namespace

PeoplePager::PeoplePager(const storage::Database& database, const Clock& clock, Segment segment,
                         std::optional<Reachability> wanted, const ReachRules& rules, SegmentEngine* columns,
                         std::optional<QString> country)
    : m_database(database),
      m_clock(clock),
      m_segment(std::move(segment)),
      m_wanted(wanted),
      m_country(country ? std::optional(country->toStdString()) : std::nullopt),
      m_rules(rules),
      m_columns(columns),
      m_check(rules) {}

PeoplePager::~PeoplePager() = default;

/// The columns know all people of one kind at once; of several they don't tell which is whose.
void PeoplePager::lookAtColumns(const CancelToken& cancel) {
  if (std::exchange(m_begun, true) || m_columns == nullptr || !m_wanted) return;
  auto people = m_columns->peopleOf(m_segment, m_rules, m_wanted, EvaluationTime::local(m_clock), cancel, m_country);
  if (people && *people) m_people = std::make_unique<const PeopleBits>(std::move(**people));
}

std::vector<PeoplePager::Found> PeoplePager::findInColumns(int most) {
  std::vector<Found> found;
  for (const ProfileId id : m_people->next(m_after, static_cast<std::size_t>(most))) found.push_back({id, *m_wanted});
  if (!found.empty()) m_after = found.back().id;
  m_ended = static_cast<int>(found.size()) < most;
  return found;
}

Result<std::vector<PeoplePager::Found>> PeoplePager::find(int most, const CancelToken& cancel) {
  std::vector<Found> found;
  if (m_ended) return found;
  lookAtColumns(cancel);
  if (m_people) return findInColumns(most);
  auto schema = ProfileSchema::load(m_database);
  if (!schema) return fail(schema.error());
  ProfileReading reading;
  reading.segment = m_segment;
  reading.after = m_after;
  if (m_rules.withoutSeeds) reading.seeds = ProfileReading::Seeds::Without;
  reading.wanted = QStringList();
  auto reader = ProfileReader::open(m_database, *schema, reading, EvaluationTime::local(m_clock));
  if (!reader) return fail(reader.error());
  for (qint64 looked = 0; static_cast<int>(found.size()) < most; ++looked) {
    if (looked % kRowsBetweenLooks == 0 && cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    }
    auto row = reader->next();
    if (!row) return fail(row.error());
    m_ended = *row == nullptr;
    if (m_ended) break;
    m_after = (*row)->id;
    const auto reachability =
        m_check.next((*row)->id, (*row)->phoneState, (*row)->phone, (*row)->unsubscribed, (*row)->country);
    if (m_country && (*row)->country != *m_country) continue;
    if (!m_wanted || *m_wanted == reachability) found.push_back({(*row)->id, reachability});
  }
  return found;
}

Result<std::vector<PeoplePager::Person>> PeoplePager::next(int most, const CancelToken& cancel) {
  auto found = find(most, cancel);
  if (!found) return fail(found.error());
  const ProfileRepository profiles(m_database, m_clock);
  std::vector<Person> people;
  people.reserve(found->size());
  for (const Found& one : *found) {
    auto profile = profiles.byId(one.id);
    // Somebody may have been deleted since the row was read.
    if (profile) people.push_back({std::move(*profile), one.reachability});
  }
  return people;
}

}  // namespace heliograph::audience
