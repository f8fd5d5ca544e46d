// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/audience_snapshot.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "audience/rules/people_walk.h"
#include "delivery/reach/qualification_stage.h"

namespace heliograph::delivery {
namespace {

/// People a reading: a few blocks, so that the write-ahead log can be shortened in between.
constexpr qint64 kPeopleOfPiece = 5 * static_cast<qint64>(AudienceBlock::most);
constexpr qint64 kGoodForSeconds = 60;
constexpr std::chrono::milliseconds kBetweenLooksAtCancel{50};

/// The same values, but that of now, which grows.
bool sameButForNow(const QVariantList& a, const QVariantList& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const QVariant& one, const QVariant& other) {
    if (one == other) return true;
    const bool instants = one.typeId() == QMetaType::LongLong && other.typeId() == QMetaType::LongLong;
    return instants && std::llabs(one.toLongLong() - other.toLongLong()) < kGoodForSeconds * 1000;
  });
}

}  // namespace

bool SnapshotKey::serves(const SnapshotKey& wanted) const {
  if (stamp.changes != wanted.stamp.changes || stamp.lastPerson != wanted.stamp.lastPerson) return false;
  if (!(properties == wanted.properties) || !(groups == wanted.groups) || !(countries == wanted.countries)) {
    return false;
  }
  if (seeds != wanted.seeds) return false;
  if (wanted.textedBefore && (!textedBefore || stamp.sending != wanted.stamp.sending)) return false;
  if (people.condition != wanted.people.condition) return false;
  if (people.texts && stamp.sending != wanted.stamp.sending) return false;
  const bool same = people.values == wanted.people.values;
  if (!same &&
      (std::llabs(at.secsTo(wanted.at)) >= kGoodForSeconds || !sameButForNow(people.values, wanted.people.values))) {
    return false;
  }
  return std::includes(slots.begin(), slots.end(), wanted.slots.begin(), wanted.slots.end());
}

AudienceSnapshot::AudienceSnapshot(const storage::Database& database, audience::SegmentEngine* columns,
                                   const QualificationInput& input, SnapshotKey key, std::size_t mostBytes)
    : m_key(std::move(key)),
      m_mostBytes(mostBytes),
      m_thread([this, &database, columns, input] { load(database, columns, input); }) {}

AudienceSnapshot::~AudienceSnapshot() {
  m_cancel.cancel();
  m_thread.join();
}

void AudienceSnapshot::load(const storage::Database& database, audience::SegmentEngine* columns,
                            const QualificationInput& input) {
  auto known = columns != nullptr ? readColumns(*columns, input) : std::nullopt;
  Result<> read = known ? std::move(*known) : readPeople(database, input);
  const std::lock_guard lock(m_mutex);
  m_ended = true;
  m_problem = std::move(read);
  m_arrived.notify_all();
}

std::optional<Result<>> AudienceSnapshot::readColumns(audience::SegmentEngine& columns,
                                                      const QualificationInput& input) {
  using audience::Reachability;
  if (m_key.seeds == audience::ProfileReading::Seeds::Only) return std::nullopt;
  const audience::ReachRules rules{m_key.groups, m_key.seeds == audience::ProfileReading::Seeds::Without,
                                   m_key.countries};
  const auto found =
      columns.people(input.segment, rules, {input.schema, m_key.slots, m_key.textedBefore}, input.time, m_cancel);
  if (!found) return std::nullopt;
  if (!*found) return Result<>(fail(found->error()));
  const std::shared_ptr<const audience::ColumnPeople> people = **found;
  m_fromColumns = true;
  auto block = std::make_shared<AudienceBlock>(people);
  people->people().forEach([&](ProfileId person, Reachability told) {
    if (told == Reachability::Reachable) {
      block->add(person);
    } else {
      const bool uncovered = told == Reachability::NoProvider;
      block->leaveOut(person,
                      {audience::reachabilityCode(told), std::string(uncovered ? people->country(person) : "")});
    }
    if (block->isFull()) publish(std::exchange(block, std::make_shared<AudienceBlock>(people)));
  });
  publish(std::move(block));
  return Result<>();
}

Result<> AudienceSnapshot::readPeople(const storage::Database& database, const QualificationInput& input) {
  audience::ProfileReading reading;
  reading.segment = input.segment;
  reading.seeds = m_key.seeds;
  reading.limit = kPeopleOfPiece;
  reading.textedBefore = m_key.textedBefore;
  reading.wanted = QStringList();
  for (const std::size_t slot : m_key.slots) {
    if (slot < audience::ProfileSchema::firstPropertySlot) continue;
    *reading.wanted << input.schema->properties()[slot - audience::ProfileSchema::firstPropertySlot].name;
  }
  ControlGroupStage held(m_key.groups);
  ReachableStage reachable;
  CoveredStage covered(m_key.countries);
  message::Sendable noText;
  auto block = std::make_shared<AudienceBlock>(m_key.slots);
  auto people = audience::PeopleWalk::begin(database, input.schema, std::move(reading), input.time);
  if (!people) return fail(people.error());
  while (true) {
    auto person = people->next();
    if (!person) return fail(person.error());
    if (*person == nullptr) break;
    QString refusal = held.refusal(**person, noText);
    if (refusal.isEmpty()) refusal = reachable.refusal(**person, noText);
    std::string uncovered;
    if (refusal.isEmpty()) {
      refusal = covered.refusal(**person, noText);
      if (!refusal.isEmpty()) uncovered = (*person)->country;
    }
    refusal.isEmpty() ? block->add(**person) : block->leaveOut((*person)->id, {refusal, uncovered});
    if (!block->isFull()) continue;
    if (m_cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("The check was cancelled."));
    publish(std::exchange(block, std::make_shared<AudienceBlock>(m_key.slots)));
    if (bytes() > m_mostBytes) {
      return fail(ErrorCode::LimitExceeded, QStringLiteral("So many people can't be kept in memory."));
    }
  }
  publish(std::move(block));
  return {};
}

void AudienceSnapshot::publish(std::shared_ptr<AudienceBlock> block) {
  block->finish();
  const std::lock_guard lock(m_mutex);
  m_people += static_cast<qint64>(block->size() + block->leftOut().size());
  m_bytes += block->bytes();
  m_blocks.push_back(std::move(block));
  m_arrived.notify_all();
}

std::shared_ptr<const AudienceBlock> AudienceSnapshot::block(std::size_t index, const CancelToken& cancel) const {
  std::unique_lock lock(m_mutex);
  while (index >= m_blocks.size() && !m_ended && !cancel.isCancelled()) m_arrived.wait_for(lock, kBetweenLooksAtCancel);
  return index < m_blocks.size() && !cancel.isCancelled() ? m_blocks[index] : nullptr;
}

std::optional<std::size_t> AudienceSnapshot::blocks() const {
  const std::lock_guard lock(m_mutex);
  return m_ended ? std::optional(m_blocks.size()) : std::nullopt;
}

qint64 AudienceSnapshot::people() const {
  const std::lock_guard lock(m_mutex);
  return m_people;
}

Result<> AudienceSnapshot::problem() const {
  const std::lock_guard lock(m_mutex);
  return m_problem;
}

std::size_t AudienceSnapshot::bytes() const {
  const std::lock_guard lock(m_mutex);
  return m_bytes;
}

}  // namespace heliograph::delivery
