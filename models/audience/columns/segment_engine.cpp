// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/segment_engine.h"

#include <QElapsedTimer>
#include <QHash>
#include <algorithm>
#include <bit>
#include <functional>
#include <map>

#include "audience/columns/event_scan.h"
#include "audience/columns/fixed_column.h"
#include "audience/columns/live_columns.h"
#include "audience/columns/people_sql.h"
#include "audience/columns/property_scan.h"
#include "audience/columns/segment_evaluation.h"
#include "audience/columns/snapshot_keeper.h"
#include "audience/texted_before_sql.h"

namespace heliograph::audience {
namespace {

constexpr std::size_t kMostCachedBytes = std::size_t{128} << 20;
/// Of properties with more values only the workspace is asked, as nobody chooses from so many.
constexpr std::size_t kMostCountedValues = 20'000;

/// Whom a group holds back, of everybody.
PeopleBits heldBy(const ControlGroup& group, const PeopleBits& everybody) {
  PeopleBits held(everybody.limit());
  everybody.forEach([&](std::size_t id) {
    if (group.holds(ProfileId{static_cast<qint64>(id)})) held.add(id);
  });
  return held;
}

/// Takes those of `part` away from `people` and gives them.
PeopleBits takeAway(PeopleBits& people, const PeopleBits& part) {
  PeopleBits taken = people;
  taken &= part;
  people -= taken;
  return taken;
}

/// Everybody whose number is of a country that `wanted` says yes to; the empty one is that of who has none.
Result<PeopleBits> peopleOfCountries(const ColumnSnapshot& snapshot,
                                     const std::function<bool(std::string_view)>& wanted) {
  PeopleBits people(snapshot.limit());
  for (std::size_t part = 0; part < snapshot.people().size(); ++part) {
    const auto column = snapshot.people()[part]->column(FixedColumn::country, PropertyType::Text);
    if (!column) return fail(column.error());
    const std::size_t first = part * static_cast<std::size_t>(kPeopleOfPart);
    std::vector<char> isWanted{static_cast<char>(wanted({}))};
    for (std::size_t entry = 0; entry < (*column)->texts.size(); ++entry) {
      isWanted.push_back(static_cast<char>(wanted((*column)->texts.at(entry))));
    }
    if ((*column)->isEmpty) {
      for (std::size_t row = 0; isWanted[0] != 0 && row < (*column)->rows; ++row) people.add(first + row);
      continue;
    }
    (*column)->withCodes([&](auto codes) {
      for (std::size_t row = 0; row < codes.size(); ++row) {
        if (isWanted[codes[row]] != 0) people.add(first + row);
      }
    });
  }
  return people;
}

/// How many of these people have a number of each country.
Result<std::vector<CountryCount>> countCountries(const ColumnSnapshot& snapshot, const PeopleBits& people) {
  std::map<std::string, qint64, std::less<>> counted;
  constexpr std::size_t wordsOfPart = kPeopleOfPart / 64;
  for (std::size_t part = 0; part < snapshot.people().size(); ++part) {
    const auto column = snapshot.people()[part]->column(FixedColumn::country, PropertyType::Text);
    if (!column) return fail(column.error());
    std::vector<qint64> counts((*column)->texts.size() + 1);
    const auto eachRow = [&](auto codeOf) {
      for (std::size_t word = 0; word < wordsOfPart; ++word) {
        for (std::uint64_t bits = people.words()[part * wordsOfPart + word]; bits != 0; bits &= bits - 1) {
          ++counts[codeOf(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)))];
        }
      }
    };
    if ((*column)->isEmpty) {
      eachRow([](std::size_t) { return std::size_t{0}; });
    } else {
      (*column)->withCodes([&](auto codes) { eachRow([&](std::size_t row) { return std::size_t{codes[row]}; }); });
    }
    counted[{}] += counts[0];
    for (std::size_t entry = 1; entry < counts.size(); ++entry) {
      counted[std::string((*column)->texts.at(entry - 1))] += counts[entry];
    }
  }
  std::vector<CountryCount> countries;
  for (const auto& [country, number] : counted) {
    if (number > 0) countries.push_back({QString::fromStdString(country), number});
  }
  std::stable_sort(countries.begin(), countries.end(),
                   [](const CountryCount& a, const CountryCount& b) { return a.people > b.people; });
  return countries;
}

/// Adds up how many rows have each code.
Result<std::vector<qint64>> countCodes(const ColumnPart& part, const PersonColumn& place, const Column*& column) {
  auto loaded = part.column(place.column, place.type);
  if (!loaded) return fail(loaded.error());
  column = *loaded;
  std::vector<qint64> counts(column->texts.size() + 1);
  if (column->isEmpty) return counts;
  column->withCodes([&](auto codes) {
    for (const auto code : codes) ++counts[code];
  });
  return counts;
}

}  // namespace

struct SegmentEngine::State {
  explicit State(const storage::Database& opened) : database(opened), keeper(opened) {}

  const storage::Database& database;
  BitsCache cache{kMostCachedBytes};
  SnapshotKeeper keeper;

  /// Runs `work(ground)` and tells what is left to the statement from what is an answer.
  template <class T, class Work>
  Answer<T> answer(const Work& work) {
    const auto ground = keeper.ground();
    if (!ground) return std::nullopt;
    Result<T> result = work(*ground);
    if (result || result.error().code == ErrorCode::Cancelled) return result;
    if (result.error().code == ErrorCode::Damaged) keeper.throwAway();
    return std::nullopt;
  }

  Result<BitsCache::Bits> held(const SnapshotGround& ground, const ControlGroup& group, const PeopleBits& everybody);
  Result<PeopleByReachability> split(const SnapshotGround& ground, const Segment& segment, const ReachRules& rules,
                                     const EvaluationTime& time, const CancelToken& cancel);
};

Result<BitsCache::Bits> SegmentEngine::State::held(const SnapshotGround& ground, const ControlGroup& group,
                                                   const PeopleBits& everybody) {
  const QByteArray key = "group " + QByteArray::number(ground.generation) + ' ' + QByteArray::number(group.percent) +
                         ' ' + QByteArray::number(group.seed);
  if (auto known = cache.find(key)) return known;
  auto bits = std::make_shared<const PeopleBits>(heldBy(group, everybody));
  cache.keep(key, bits);
  return bits;
}

Result<PeopleByReachability> SegmentEngine::State::split(const SnapshotGround& ground, const Segment& segment,
                                                         const ReachRules& rules, const EvaluationTime& time,
                                                         const CancelToken& cancel) {
  SegmentEvaluation evaluation(ground, database, cache, time, cancel);
  auto people = evaluation.run(segment);
  if (!people) return fail(people.error());
  if (rules.withoutSeeds) {
    auto seeds = evaluation.seeds();
    if (!seeds) return fail(seeds.error());
    *people -= **seeds;
  }
  const auto facts = ground.snapshot->facts();
  if (!facts) return fail(facts.error());
  PeopleByReachability split;
  split.qualified = *people;
  split.heldBackByWorkspace = split.heldBack = PeopleBits(people->limit());
  if (rules.groups.workspace.isOn()) {
    auto group = held(ground, rules.groups.workspace, (*facts)->everybody);
    split.heldBackByWorkspace = takeAway(*people, **group);
  }
  if (rules.groups.campaign.isOn()) {
    auto group = held(ground, rules.groups.campaign, (*facts)->everybody);
    split.heldBack = takeAway(*people, **group);
  }
  split.unsubscribed = takeAway(*people, (*facts)->unsubscribed);
  split.noPhone = takeAway(*people, (*facts)->noPhone);
  split.reachable = takeAway(*people, (*facts)->sendable);
  split.invalidPhone = std::move(*people);
  split.duplicatePhone = takeAway(split.reachable, (*facts)->same.laterOnes(split.reachable));
  split.noProvider = PeopleBits(split.reachable.limit());
  if (rules.countries.everywhere) return split;
  auto uncovered =
      peopleOfCountries(*ground.snapshot, [&](std::string_view country) { return !rules.countries.covers(country); });
  if (!uncovered) return fail(uncovered.error());
  split.noProvider = takeAway(split.reachable, *uncovered);
  return split;
}

SegmentEngine::SegmentEngine(const storage::Database& database) : m_state(std::make_unique<State>(database)) {}
SegmentEngine::~SegmentEngine() = default;

SegmentEngine::Answer<PeopleBits> SegmentEngine::evaluate(const Segment& segment, const EvaluationTime& time,
                                                          const CancelToken& cancel) {
  return m_state->answer<PeopleBits>([&](const SnapshotGround& ground) {
    return SegmentEvaluation(ground, m_state->database, m_state->cache, time, cancel).run(segment);
  });
}

SegmentEngine::Answer<qint64> SegmentEngine::count(const Segment& segment, const EvaluationTime& time,
                                                   const CancelToken& cancel) {
  auto people = evaluate(segment, time, cancel);
  if (!people) return std::nullopt;
  if (!*people) return Result<qint64>(fail(people->error()));
  return Result<qint64>((*people)->count());
}

SegmentEngine::Answer<Reach> SegmentEngine::reach(const Segment& segment, const ReachRules& rules,
                                                  const EvaluationTime& time, const CancelToken& cancel) {
  QElapsedTimer timer;
  timer.start();
  return m_state->answer<Reach>([&](const SnapshotGround& ground) -> Result<Reach> {
    const auto split = m_state->split(ground, segment, rules, time, cancel);
    if (!split) return fail(split.error());
    Reach reach;
    reach.qualified = split->qualified.count();
    reach.reachable = split->reachable.count();
    reach.noPhone = split->noPhone.count();
    reach.invalidPhone = split->invalidPhone.count();
    reach.unsubscribed = split->unsubscribed.count();
    reach.duplicatePhone = split->duplicatePhone.count();
    reach.heldBack = split->heldBack.count();
    reach.heldBackByWorkspace = split->heldBackByWorkspace.count();
    reach.noProvider = split->noProvider.count();
    reach.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return reach;
  });
}

SegmentEngine::Answer<PeopleBits> SegmentEngine::peopleOf(const Segment& segment, const ReachRules& rules,
                                                          std::optional<Reachability> wanted,
                                                          const EvaluationTime& time, const CancelToken& cancel,
                                                          const std::optional<std::string>& country) {
  return m_state->answer<PeopleBits>([&](const SnapshotGround& ground) -> Result<PeopleBits> {
    auto split = m_state->split(ground, segment, rules, time, cancel);
    if (!split) return fail(split.error());
    PeopleBits people = std::move(wanted ? split->of(*wanted) : split->qualified);
    if (!country) return people;
    auto ofCountry =
        peopleOfCountries(*ground.snapshot, [&](std::string_view each) { return each == std::string_view(*country); });
    if (!ofCountry) return fail(ofCountry.error());
    people &= *ofCountry;
    return people;
  });
}

SegmentEngine::Answer<std::shared_ptr<const ColumnPeople>> SegmentEngine::people(const Segment& segment,
                                                                                 const ReachRules& rules,
                                                                                 const ColumnReading& reading,
                                                                                 const EvaluationTime& time,
                                                                                 const CancelToken& cancel) {
  using People = std::shared_ptr<const ColumnPeople>;
  return m_state->answer<People>([&](const SnapshotGround& ground) -> Result<People> {
    // Names and types that were read at another moment may be of other columns.
    if (reading.schema->properties() != ground.catalog->properties) return leftToStatement();
    auto split = m_state->split(ground, segment, rules, time, cancel);
    if (!split) return fail(split.error());
    std::optional<PeopleBits> texted;
    if (reading.textedBefore) {
      auto found = peopleOfIds(textedPeopleSql(), m_state->database, ground.snapshot->limit());
      if (!found) return leftToStatement();
      texted = std::move(*found);
    }
    return ColumnPeople::of(ground.snapshot, std::move(*split), std::move(texted), reading, time.zone, cancel);
  });
}

SegmentEngine::Answer<std::vector<EventIds>> SegmentEngine::eventIds(const std::vector<ProfileId>& people,
                                                                     const CancelToken& cancel) {
  return m_state->answer<std::vector<EventIds>>(
      [&](const SnapshotGround& ground) { return eventIdsOf(*ground.snapshot, people, cancel); });
}

SegmentEngine::Answer<std::vector<CountryCount>> SegmentEngine::countries(const Segment& segment,
                                                                          const ReachRules& rules,
                                                                          const EvaluationTime& time,
                                                                          const CancelToken& cancel) {
  using Counts = std::vector<CountryCount>;
  return m_state->answer<Counts>([&](const SnapshotGround& ground) -> Result<Counts> {
    auto split = m_state->split(ground, segment, rules, time, cancel);
    if (!split) return fail(split.error());
    split->reachable |= split->noProvider;
    return countCountries(*ground.snapshot, split->reachable);
  });
}

SegmentEngine::Answer<std::vector<CommonValue>> SegmentEngine::commonValues(const QString& property, int most) {
  using Values = std::vector<CommonValue>;
  return m_state->answer<Values>([&](const SnapshotGround& ground) -> Result<Values> {
    const auto place = PersonColumn::of(property, ground.catalog->properties);
    if (!place || place->type != PropertyType::Text) {
      return fail(ErrorCode::Unsupported, QStringLiteral("Only the workspace can tell."));
    }
    QHash<QByteArray, qint64> counted;
    for (const auto& part : ground.snapshot->people()) {
      const Column* column = nullptr;
      const auto counts = countCodes(*part, *place, column);
      if (!counts) return fail(counts.error());
      for (std::size_t code = 1; code < counts->size(); ++code) {
        const std::string_view text = column->texts.at(code - 1);
        counted[QByteArray(text.data(), static_cast<qsizetype>(text.size()))] += counts->at(code);
      }
      if (static_cast<std::size_t>(counted.size()) > kMostCountedValues) {
        return fail(ErrorCode::Unsupported, QStringLiteral("Nobody chooses from so many values."));
      }
    }
    Values values;
    for (auto it = counted.cbegin(); it != counted.cend(); ++it) {
      if (!it.key().isEmpty()) values.push_back({QString::fromUtf8(it.key()), it.value()});
    }
    std::sort(values.begin(), values.end(), [](const CommonValue& a, const CommonValue& b) {
      return a.people != b.people ? a.people > b.people : a.text < b.text;
    });
    if (static_cast<int>(values.size()) > most) values.resize(static_cast<std::size_t>(most));
    return values;
  });
}

SegmentEngine::Answer<LiveEstimate> SegmentEngine::estimate(const LiveSegment& live, const EvaluationTime& time,
                                                            const CancelToken& cancel) {
  return m_state->answer<LiveEstimate>([&](const SnapshotGround& ground) {
    LiveColumns source(ground, m_state->database, m_state->cache, time, cancel);
    return estimateLive(source, live, *ground.catalog, time, cancel);
  });
}

Result<> SegmentEngine::bringUp(const CancelToken& cancel) {
  return m_state->keeper.bringUp(cancel);
}

void SegmentEngine::keepUp() {
  m_state->keeper.keepUp();
}

void SegmentEngine::forgetAnswers() {
  m_state->cache.clear();
}

}  // namespace heliograph::audience
