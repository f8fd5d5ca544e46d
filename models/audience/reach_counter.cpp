// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/reach_counter.h"

#include <QElapsedTimer>
#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "audience/columns/segment_engine.h"
#include "audience/profile_reader.h"
#include "audience/reachability.h"

namespace heliograph::audience {
namespace {

void add(Reach& reach, Reachability reachability) {
  ++reach.qualified;
  switch (reachability) {
    case Reachability::Reachable:
      ++reach.reachable;
      break;
    case Reachability::Unsubscribed:
      ++reach.unsubscribed;
      break;
    case Reachability::NoPhone:
      ++reach.noPhone;
      break;
    case Reachability::InvalidPhone:
      ++reach.invalidPhone;
      break;
    case Reachability::DuplicatePhone:
      ++reach.duplicatePhone;
      break;
    case Reachability::HeldBack:
      ++reach.heldBack;
      break;
    case Reachability::HeldBackByWorkspace:
      ++reach.heldBackByWorkspace;
      break;
    case Reachability::NoProvider:
      ++reach.noProvider;
      break;
  }
}

/// Tells each of a segment's people, in the order of their ids, by the rules of a campaign.
Result<> eachPerson(const storage::Database& database, const Clock& clock, const Segment& segment,
                    const ReachRules& rules, const CancelToken& cancel,
                    const std::function<void(const ProfileRow&, Reachability)>& tell) {
  static constexpr qint64 rowsBetweenLooks = 4096;
  auto schema = ProfileSchema::load(database);
  if (!schema) return fail(schema.error());
  ProfileReading reading;
  reading.segment = segment;
  if (rules.withoutSeeds) reading.seeds = ProfileReading::Seeds::Without;
  reading.wanted = QStringList();
  auto reader = ProfileReader::open(database, *schema, reading, EvaluationTime::local(clock));
  if (!reader) return fail(reader.error());
  ReachabilityCheck check(rules);
  for (qint64 looked = 0;; ++looked) {
    if (looked % rowsBetweenLooks == 0 && cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    }
    auto row = reader->next();
    if (!row) return fail(row.error());
    if (*row == nullptr) return {};
    const ProfileRow& one = **row;
    tell(one, check.next(one.id, one.phoneState, one.phone, one.unsubscribed, one.country));
  }
}

}  // namespace

Result<Reach> ReachCounter::count(const Segment& segment, const CancelToken& cancel, const ReachRules& rules) const {
  if (m_columns != nullptr) {
    if (auto reach = m_columns->reach(segment, rules, EvaluationTime::local(m_clock), cancel)) return *reach;
  }
  QElapsedTimer timer;
  timer.start();
  Reach reach;
  HELIOGRAPH_TRY(eachPerson(m_database, m_clock, segment, rules, cancel,
                            [&](const ProfileRow&, Reachability reachability) { add(reach, reachability); }));
  reach.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  return reach;
}

Result<std::vector<CountryCount>> ReachCounter::countries(const Segment& segment, const CancelToken& cancel,
                                                          const ReachRules& rules) const {
  if (m_columns != nullptr) {
    if (auto counts = m_columns->countries(segment, rules, EvaluationTime::local(m_clock), cancel)) return *counts;
  }
  std::map<std::string, qint64, std::less<>> people;
  const auto count = [&](const ProfileRow& person, Reachability reachability) {
    if (reachability != Reachability::Reachable && reachability != Reachability::NoProvider) return;
    const auto known = people.find(person.country);
    if (known == people.end()) {
      people.emplace(std::string(person.country), 1);
    } else {
      ++known->second;
    }
  };
  HELIOGRAPH_TRY(eachPerson(m_database, m_clock, segment, rules, cancel, count));
  std::vector<CountryCount> counts;
  for (const auto& [country, number] : people) counts.push_back({QString::fromStdString(country), number});
  std::stable_sort(counts.begin(), counts.end(),
                   [](const CountryCount& a, const CountryCount& b) { return a.people > b.people; });
  return counts;
}

}  // namespace heliograph::audience
