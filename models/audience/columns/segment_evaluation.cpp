// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/segment_evaluation.h"

#include <QJsonDocument>
#include <algorithm>
#include <atomic>
#include <thread>

#include "audience/columns/event_scan.h"
#include "audience/columns/near_scan.h"
#include "audience/columns/people_sql.h"
#include "audience/columns/property_scan.h"
#include "audience/columns/same_value_scan.h"
#include "audience/segment_sql.h"

namespace heliograph::audience {
namespace {

/// As many as the statement takes, with those of the saved segments that are named.
constexpr int kMostEvaluatedParts = 20'000;

bool isBasedOnClock(TimeUnit unit) {
  return unit == TimeUnit::Minutes || unit == TimeUnit::Hours;
}

QByteArray jsonOfPart(const SegmentPart& part) {
  return QJsonDocument(toJson(Segment{{SegmentGroup::Join::All, {part}}})).toJson(QJsonDocument::Compact);
}

/// What a rule is answered from.
enum class RuleSource { Columns, Lists, Workspace };

RuleSource sourceOf(const SegmentPart& part, const std::vector<Property>& properties) {
  if (const auto* member = std::get_if<MemberRule>(&part.value)) {
    return member->of == MemberRule::Of::List ? RuleSource::Lists : RuleSource::Columns;
  }
  if (std::holds_alternative<DeviceRule>(part.value) || std::holds_alternative<CampaignRule>(part.value)) {
    return RuleSource::Workspace;
  }
  const auto* rule = std::get_if<SegmentRule>(&part.value);
  const bool tokens = rule != nullptr && rule->property == QLatin1String("has_push_token") &&
                      !PersonColumn::of(rule->property, properties);
  return tokens ? RuleSource::Workspace : RuleSource::Columns;
}

}  // namespace

Result<PeopleBits> SegmentEvaluation::run(const Segment& segment) {
  auto facts = m_ground.snapshot->facts();
  if (!facts) return fail(facts.error());
  m_everybody = &(*facts)->everybody;
  HELIOGRAPH_TRY(prepareRules(segment));
  return group(segment.rules);
}

Result<> SegmentEvaluation::collectRules(const SegmentGroup& group, QStringList& inside, int& parts,
                                         std::vector<const SegmentPart*>& rules) const {
  for (const SegmentPart& part : group.parts) {
    if (isIdle(part)) continue;
    if (++parts > kMostEvaluatedParts) return leftToStatement();
    if (const auto* inner = std::get_if<SegmentGroup>(&part.value)) {
      HELIOGRAPH_TRY(collectRules(*inner, inside, parts, rules));
      continue;
    }
    const auto* member = std::get_if<MemberRule>(&part.value);
    if (member == nullptr || member->of == MemberRule::Of::List) {
      rules.push_back(&part);
      continue;
    }
    const auto saved = m_ground.catalog->segments.constFind(member->name);
    if (saved == m_ground.catalog->segments.cend() || inside.contains(member->name)) return leftToStatement();
    inside << member->name;
    HELIOGRAPH_TRY(collectRules(saved->rules, inside, parts, rules));
    inside.removeLast();
  }
  return {};
}

/// Computes what isn't known yet of all rules, by two threads if there are several.
Result<> SegmentEvaluation::prepareRules(const Segment& segment) {
  std::vector<const SegmentPart*> rules;
  QStringList inside;
  int parts = 0;
  HELIOGRAPH_TRY(collectRules(segment.rules, inside, parts, rules));
  std::vector<std::pair<const SegmentPart*, QByteArray>> unknown;
  for (const SegmentPart* part : rules) {
    if (m_bits.contains(part)) continue;
    auto key = keyOf(*part);
    if (!key) return fail(key.error());
    auto known = m_cache.find(*key);
    if (!known) unknown.emplace_back(part, *key);
    m_bits.insert(part, std::move(known));
  }
  std::vector<Result<BitsCache::Bits>> computed(unknown.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < unknown.size(); i = next++) {
      computed[i] = compute(*unknown[i].first, unknown[i].second);
    }
  };
  std::thread helper;
  if (unknown.size() > 1) helper = std::thread(work);
  work();
  if (helper.joinable()) helper.join();
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (!computed[i]) return fail(computed[i].error());
    m_bits.insert(unknown[i].first, *computed[i]);
  }
  return {};
}

Result<BitsCache::Bits> SegmentEvaluation::compute(const SegmentPart& part, const QByteArray& key) const {
  if (auto known = m_cache.find(key)) return known;  // the same rule twice
  auto people = evaluate(part);
  if (!people) return fail(people.error());
  *people &= *m_everybody;
  auto bits = std::make_shared<const PeopleBits>(std::move(*people));
  m_cache.keep(key, bits);
  return bits;
}

Result<PeopleBits> SegmentEvaluation::evaluate(const SegmentPart& part) const {
  const ColumnSnapshot& snapshot = *m_ground.snapshot;
  const SegmentCatalog& catalog = *m_ground.catalog;
  if (sourceOf(part, catalog.properties) != RuleSource::Columns) return bySql(part);
  if (const auto* rule = std::get_if<SegmentRule>(&part.value)) {
    return PropertyScan(snapshot, catalog.properties, m_time, m_cancel).run(*rule);
  }
  if (const auto* rule = std::get_if<EventRule>(&part.value)) {
    const EventType* type = catalog.event(rule->event);
    if (type == nullptr) return leftToStatement();
    return EventScan(snapshot, m_time, m_cancel).run(*rule, *type);
  }
  if (const auto* rule = std::get_if<SameValueRule>(&part.value)) {
    return SameValueScan(snapshot, catalog, m_time, m_cancel).run(*rule);
  }
  if (const auto* rule = std::get_if<NearRule>(&part.value)) {
    return NearScan(snapshot, catalog.properties, m_cancel).run(*rule);
  }
  return leftToStatement();
}

Result<PeopleBits> SegmentEvaluation::bySql(const SegmentPart& part) const {
  const Segment segment{{SegmentGroup::Join::All, {part}}};
  auto people = peopleBySql(segment, *m_ground.catalog, m_time, m_database, m_ground.snapshot->limit(), m_cancel);
  if (!people && people.error().code != ErrorCode::Cancelled) return leftToStatement();
  return people;
}

Result<BitsCache::Bits> SegmentEvaluation::seeds() const {
  const QByteArray key = "seeds " + QByteArray::number(m_ground.state);
  if (auto known = m_cache.find(key)) return known;
  auto people =
      peopleOfIds(QStringLiteral("SELECT profile_id FROM seed_person"), m_database, m_ground.snapshot->limit());
  if (!people) return leftToStatement();
  auto bits = std::make_shared<const PeopleBits>(std::move(*people));
  m_cache.keep(key, bits);
  return bits;
}

Result<QByteArray> SegmentEvaluation::keyOf(const SegmentPart& part) const {
  const QByteArray rule = jsonOfPart(part);
  const RuleSource source = sourceOf(part, m_ground.catalog->properties);
  // The snapshot's changes say nothing of what isn't in it.
  if (source != RuleSource::Columns) {
    return rule + ' ' + timeKey(part) + ' ' + QByteArray::number(m_ground.state);
  }
  const QByteArray generation = QByteArray::number(m_ground.generation, 16) + ' ';
  const auto* event = std::get_if<EventRule>(&part.value);
  const EventType* type = event == nullptr ? nullptr : m_ground.catalog->event(event->event);
  if (type == nullptr || std::any_of(event->where.begin(), event->where.end(),
                                     [](const SegmentRule& where) { return countsTime(where.op); })) {
    return generation + rule + ' ' + timeKey(part);
  }
  // An event rule depends on "now" only as far as there are events.
  auto query = EventQuery::of(*type, event->within, {}, m_time);
  if (!query) return fail(query.error());
  HELIOGRAPH_TRY(query->narrow(*m_ground.snapshot));
  return generation + rule + ' ' + QByteArray::number(qint64{query->from}) + ' ' +
         QByteArray::number(qint64{query->until});
}

/// What of the time matters to a rule: the millisecond if it counts from now on or back, else the day.
QByteArray SegmentEvaluation::timeKey(const SegmentPart& part) const {
  const auto* rule = std::get_if<SegmentRule>(&part.value);
  const auto* event = std::get_if<EventRule>(&part.value);
  const auto* campaign = std::get_if<CampaignRule>(&part.value);
  const auto* shared = std::get_if<SameValueRule>(&part.value);
  const bool clock = (rule != nullptr && countsTime(rule->op)) || event != nullptr || shared != nullptr ||
                     (campaign != nullptr && isBasedOnClock(campaign->within.unit));
  if (clock) return QByteArray::number(m_time.now.toMSecsSinceEpoch());
  return m_time.now.toTimeZone(m_time.zone).date().toString(Qt::ISODate).toLatin1() + ' ' + m_time.zone.id();
}

Result<PeopleBits> SegmentEvaluation::group(const SegmentGroup& group) const {
  const bool all = group.join == SegmentGroup::Join::All;
  std::optional<PeopleBits> people;
  for (const SegmentPart& part : group.parts) {
    if (isIdle(part)) continue;
    if (m_cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    const auto* inner = std::get_if<SegmentGroup>(&part.value);
    const auto* member = std::get_if<MemberRule>(&part.value);
    if (const auto known = m_bits.constFind(&part); known != m_bits.cend()) {
      join(people, **known, all);
      continue;
    }
    auto found = inner != nullptr ? this->group(*inner) : saved(*member);
    if (!found) return found;
    join(people, *found, all);
  }
  if (!people) return *m_everybody;
  return group.excluded ? others(*people) : std::move(*people);
}

void SegmentEvaluation::join(std::optional<PeopleBits>& people, const PeopleBits& found, bool all) {
  if (!people) {
    people = found;
  } else if (all) {
    *people &= found;
  } else {
    *people |= found;
  }
}

Result<PeopleBits> SegmentEvaluation::saved(const MemberRule& rule) const {
  auto members = group(m_ground.catalog->segments.constFind(rule.name)->rules);
  if (!members || rule.member) return members;
  return others(*members);
}

PeopleBits SegmentEvaluation::others(const PeopleBits& people) const {
  PeopleBits rest = *m_everybody;
  rest -= people;
  return rest;
}

}  // namespace heliograph::audience
