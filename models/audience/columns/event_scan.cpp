// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/event_scan.h"

#include <cmath>

#include "audience/columns/fixed_column.h"

namespace heliograph::audience {
namespace {

using Measure = EventRule::Measure;

/// What a measure is compared with; nothing if the statement would refuse it.
std::optional<std::vector<double>> comparedNumbers(const EventRule& rule) {
  if (!measureSuits(rule.op)) return std::nullopt;
  const SegmentRule asRule{QString(), rule.op, rule.values};
  const auto test = ValueTest::of(asRule, PropertyType::Number, EvaluationTime{});
  return test ? std::optional(test->numbers) : std::nullopt;
}

/// A number in millionths, as ExactSum rounds it; nothing for one so large that only that can add it.
std::optional<std::int64_t> millionthsOf(double value) {
  static constexpr double most = 1e9;
  if (!(std::abs(value) < most)) return std::nullopt;
  const double scaled = value * 1e6;
  const auto whole = static_cast<std::int64_t>(scaled);
  const double rest = scaled - static_cast<double>(whole);
  return whole + (rest >= 0.5 ? 1 : rest <= -0.5 ? -1 : 0);
}

/// Everybody of a bitmap for whom `passes(person)` is true.
template <class Passes>
PeopleBits peopleWho(std::size_t limit, Passes passes) {
  PeopleBits people(limit);
  for (std::size_t word = 0; word < people.wordCount(); ++word) {
    std::uint64_t bits = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) bits |= std::uint64_t{passes(word * 64 + bit)} << bit;
    people.words()[word] = bits;
  }
  return people;
}

}  // namespace

tl::unexpected<Error> leftToStatement() {
  return fail(ErrorCode::Unsupported, QStringLiteral("Only the workspace itself can tell."));
}

Result<EventQuery> EventQuery::of(const EventType& type, const TimeWindow& within,
                                  const std::vector<SegmentRule>& where, const EvaluationTime& time) {
  EventQuery query;
  query.type = type.id;
  const auto range = instantRange(within, time);
  if (!range) return leftToStatement();
  if (range->from) query.from = *range->from;
  if (range->until) query.until = *range->until;
  for (const SegmentRule& rule : where) {
    const EventProperty* property = findEventProperty(type, rule.property);
    if (property == nullptr) return leftToStatement();
    auto test = ValueTest::of(rule, property->type, time);
    if (!test) return leftToStatement();
    query.where.push_back({property->id.value, std::move(*test)});
  }
  return query;
}

Result<> EventQuery::narrow(const ColumnSnapshot& snapshot) {
  std::int64_t first = std::numeric_limits<std::int64_t>::max();
  std::int64_t last = std::numeric_limits<std::int64_t>::min();
  for (const auto& part : snapshot.events(type)) {
    auto rows = part->events(snapshot.limit());
    if (!rows) return fail(rows.error());
    if ((*rows)->at.empty()) continue;
    first = std::min(first, (*rows)->at.front());
    last = std::max(last, (*rows)->at.back());
  }
  if (first > last) return {};
  if (from < first) from = first;
  if (until > last) until = last + 1;
  return {};
}

Result<EventMatches> EventMatches::of(const EventQuery& query, const ColumnPart& part, std::size_t limit) {
  auto rows = part.events(limit);
  if (!rows) return fail(rows.error());
  EventMatches matches;
  matches.m_rows = *rows;
  const auto at = matches.m_rows->at;
  const auto place = [&at](std::int64_t time) {
    return static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), time) - at.begin());
  };
  matches.m_first = place(query.from);
  matches.m_last = std::max(matches.m_first, place(query.until));
  if (query.where.empty() || matches.m_first == matches.m_last) return matches;
  matches.m_firstOfWords = matches.m_first / 64 * 64;
  matches.m_words.assign((matches.m_last - matches.m_firstOfWords + 63) / 64, ~std::uint64_t{0});
  std::vector<std::uint64_t> words(matches.m_words.size());
  for (const EventQuery::Condition& condition : query.where) {
    auto column = part.column(condition.column, condition.test.type);
    if (!column) return fail(column.error());
    const auto scan = ColumnScan::of(**column, condition.test);
    if (!scan) return leftToStatement();
    scan->run(matches.m_firstOfWords, words);
    for (std::size_t i = 0; i < words.size(); ++i) matches.m_words[i] &= words[i];
  }
  return matches;
}

template <class Visit>
Result<> EventScan::forEachPart(const EventQuery& query, Visit visit) const {
  for (const auto& part : m_snapshot.events(query.type)) {
    if (m_cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    auto matches = EventMatches::of(query, *part, m_snapshot.limit());
    if (!matches) return fail(matches.error());
    HELIOGRAPH_TRY(visit(*part, *matches));
  }
  return {};
}

Result<PeopleBits> EventScan::run(const EventRule& rule, const EventType& type) const {
  const bool ever = rule.did && (rule.measure == Measure::FirstTime || rule.measure == Measure::LastTime);
  auto query = EventQuery::of(type, ever ? TimeWindow{} : rule.within, rule.where, m_time);
  if (!query) return fail(query.error());
  if (!rule.did) {
    auto facts = m_snapshot.facts();
    if (!facts) return fail(facts.error());
    auto did = whoDid(*query);
    if (!did) return did;
    PeopleBits others = (*facts)->everybody;
    return others -= *did;
  }
  switch (rule.measure) {
    case Measure::Count:
      return byCount(rule, *query);
    case Measure::Sum:
    case Measure::Average:
      return bySum(rule, type, *query);
    case Measure::FirstTime:
    case Measure::LastTime:
      break;
  }
  return byTime(rule, *query);
}

Result<PeopleBits> EventScan::whoDid(const EventQuery& query) const {
  PeopleBits people(m_snapshot.limit());
  HELIOGRAPH_TRY(forEachPart(query, [&](const ColumnPart&, const EventMatches& matches) -> Result<> {
    const auto persons = matches.rows().persons;
    matches.forEach([&](std::size_t row) { people.add(persons[row]); });
    return {};
  }));
  return people;
}

Result<PeopleBits> EventScan::byCount(const EventRule& rule, const EventQuery& query) const {
  const auto numbers = comparedNumbers(rule);
  if (!numbers) return leftToStatement();
  const bool atLeastOne = rule.op == SegmentOperator::GreaterOrEqual && numbers->front() > 0 && numbers->front() <= 1;
  if (atLeastOne) return whoDid(query);
  std::vector<std::uint32_t> counts(m_snapshot.limit());
  HELIOGRAPH_TRY(forEachPart(query, [&](const ColumnPart&, const EventMatches& matches) -> Result<> {
    const auto persons = matches.rows().persons;
    matches.forEach([&](std::size_t row) { ++counts[persons[row]]; });
    return {};
  }));
  const std::uint32_t least = rule.includeNever ? 0 : 1;
  return peopleWho(m_snapshot.limit(), [&](std::size_t person) {
    return counts[person] >= least && passesNumber(rule.op, *numbers, counts[person]);
  });
}

Result<PeopleBits> EventScan::bySum(const EventRule& rule, const EventType& type, const EventQuery& query) const {
  const auto numbers = comparedNumbers(rule);
  const EventProperty* property = findEventProperty(type, rule.property);
  if (!numbers || property == nullptr || property->type != PropertyType::Number) return leftToStatement();
  std::vector<std::int64_t> sums(m_snapshot.limit());  // millionths
  bool tooLarge = false;
  std::vector<std::uint32_t> counts(m_snapshot.limit());
  HELIOGRAPH_TRY(forEachPart(query, [&](const ColumnPart& part, const EventMatches& matches) -> Result<> {
    auto column = part.column(property->id.value, PropertyType::Number);
    if (!column) return fail(column.error());
    if ((*column)->isStrange) return leftToStatement();
    const auto persons = matches.rows().persons;
    const auto values = (*column)->numbers;  // one that is missing is 0
    matches.forEach([&](std::size_t row) {
      ++counts[persons[row]];
      if (values.empty()) return;
      const auto value = millionthsOf(values[row]);
      std::int64_t& sum = sums[persons[row]];
      tooLarge |= !value || __builtin_add_overflow(sum, *value, &sum);
    });
    return {};
  }));
  if (tooLarge) return leftToStatement();
  const bool average = rule.measure == Measure::Average;
  const std::uint32_t least = rule.includeNever ? 0 : 1;
  return peopleWho(m_snapshot.limit(), [&](std::size_t person) {
    if (counts[person] < least) return false;
    const auto sum = static_cast<double>(sums[person]);
    const double shared = average && counts[person] > 0 ? 1e6 * static_cast<double>(counts[person]) : 1e6;
    return passesNumber(rule.op, *numbers, sum / shared);
  });
}

Result<PeopleBits> EventScan::byTime(const EventRule& rule, const EventQuery& query) const {
  const auto within = instantRange(rule.within, m_time);
  if (!within) return leftToStatement();
  const bool first = rule.measure == Measure::FirstTime;
  PeopleBits did(m_snapshot.limit());
  std::vector<std::int64_t> times(m_snapshot.limit());
  HELIOGRAPH_TRY(forEachPart(query, [&](const ColumnPart&, const EventMatches& matches) -> Result<> {
    const EventRows& rows = matches.rows();
    matches.forEach([&](std::size_t row) {
      const std::uint32_t person = rows.persons[row];
      const bool known = did.contains(ProfileId{person});
      const std::int64_t at = rows.at[row];
      if (!known || (first ? at < times[person] : at > times[person])) times[person] = at;
      did.add(person);
    });
    return {};
  }));
  PeopleBits people(m_snapshot.limit());
  did.forEach([&](std::size_t person) {
    const std::int64_t at = times[person];
    if ((!within->from || at >= *within->from) && (!within->until || at < *within->until)) people.add(person);
  });
  return people;
}

}  // namespace heliograph::audience
