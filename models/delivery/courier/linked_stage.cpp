// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/linked_stage.h"

#include <algorithm>

#include "audience/profile_reader.h"
#include "delivery/outbox/rate_lease.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

/// What has to be left of a claim for a row to go on.
constexpr std::chrono::milliseconds kClaimMargin = 5s;

}  // namespace

LinkedStage::LinkedStage(const DeliveryContext& context, const DeliveryOptions& options,
                         std::shared_ptr<library::LinkedCache> cache)
    : m_context(context),
      m_holds(std::max(options.claimLease - kClaimMargin, options.claimLease / 2)),
      m_cache(std::move(cache)),
      m_fetcher(*m_cache, context.clock, options.linked) {}

LinkedStage::~LinkedStage() = default;

Result<> LinkedStage::take(Batch batch) {
  std::map<qint64, int> places;
  for (ClaimedRow& row : batch.rows) {
    const int place = ++m_lastPlace;
    const bool needsText = row.text.isEmpty() && row.profile.isValid();
    if (needsText) places.emplace(row.profile.value, place);
    m_waiting.emplace(
        place,
        Waiting{batch.context->run, batch.provider, std::move(row), {}, 0, false, std::chrono::steady_clock::now()});
  }
  auto asked = ask(*batch.context, places);
  if (asked) return asked;
  for (const auto& [profile, place] : places) m_waiting.at(place).isCancelled = true;
  return asked;
}

Result<> LinkedStage::ask(const RunContext& context, const std::map<qint64, int>& places) {
  if (places.empty()) return {};
  audience::ProfileReading reading;
  for (const auto& [profile, place] : places) reading.only.push_back(ProfileId{profile});
  const auto time = audience::EvaluationTime::local(m_context.clock);
  auto people = audience::ProfileReader::open(m_context.database, context.schema, reading, time);
  if (!people) return fail(people.error());
  while (true) {
    auto person = people->next();
    if (!person) return fail(person.error());
    if (!*person) return {};
    askFor(places.at((*person)->id.value), context, (*person)->slots);
  }
}

void LinkedStage::askFor(int place, const RunContext& context, const liquid::Value* slots) {
  const auto needs = context.linked.of(m_waiting.at(place).row.copy);
  m_waiting.at(place).missing = static_cast<int>(needs.size());
  for (const LinkedNeeds::Need* need : needs) {
    const QString source = need->ready->source.name;
    m_fetcher.fetch(need->ready, need->parametersOf(*context.schema, slots), this,
                    [this, place, source](const library::LinkedOutcome& outcome) { answered(place, source, outcome); });
  }
}

void LinkedStage::answered(int place, const QString& source, const library::LinkedOutcome& outcome) {
  const auto found = m_waiting.find(place);
  if (found == m_waiting.end()) return;
  Waiting& waiting = found->second;
  --waiting.missing;
  if (outcome.content) {
    waiting.contents.emplace_back(source, outcome.content);
  } else if (outcome.failure == library::linked_failure::cancelled) {
    waiting.isCancelled = true;
  } else if (waiting.row.linkedFailure.isEmpty()) {
    waiting.row.linkedFailure = outcome.failure;
  }
}

Result<std::vector<int>> LinkedStage::releasable(const ProviderGates& gates, const std::vector<Batch>& others) const {
  struct Room {
    int slots = 0;
    int used = 0;
    double perSecond = 0;
  };
  const RateLease rates(m_context.database);
  std::map<ProviderId, Room> rooms;
  std::vector<int> places;
  for (const auto& [place, waiting] : m_waiting) {
    if (!isDue(waiting)) continue;
    const ProviderId provider = waiting.provider->provider.id;
    if (!rooms.contains(provider)) {
      int room = gates.at(provider).room();
      for (const Batch& batch : others) {
        if (batch.provider->provider.id == provider && batch.context->linked.isEmpty()) {
          room -= static_cast<int>(batch.rows.size());
        }
      }
      const double perSecond = waiting.provider->definition.limits.perSecond;
      auto offer = rates.offered(provider, perSecond, std::max(room, 0));
      if (!offer) return fail(offer.error());
      rooms[provider] = {offer->paused ? 0 : offer->slots, 0, perSecond};
    }
    Room& room = rooms[provider];
    if (room.used == room.slots) continue;
    ++room.used;
    places.push_back(place);
  }
  for (const auto& [provider, room] : rooms) HELIOGRAPH_TRY(rates.take(provider, room.perSecond, room.used));
  return places;
}

std::vector<Batch> LinkedStage::release(const std::vector<int>& places, const RunContexts& runs) {
  std::map<std::pair<qint64, qint64>, Batch> batches;
  for (const int place : places) {
    auto node = m_waiting.extract(place);
    Waiting& waiting = node.mapped();
    RunContext* context = runs.find(waiting.run);
    waiting.row.linked = std::make_shared<const library::LinkedRoot>(std::move(waiting.contents));
    Batch& batch = batches[{waiting.run.value, waiting.provider->provider.id.value}];
    batch.context = context;
    batch.provider = std::move(waiting.provider);
    batch.rows.push_back(std::move(waiting.row));
  }
  std::vector<Batch> released;
  for (auto& [key, batch] : batches) released.push_back(std::move(batch));
  return released;
}

std::vector<OutboxId> LinkedStage::takeLapsed(const RunContexts& runs) {
  const auto now = std::chrono::steady_clock::now();
  std::vector<OutboxId> rows;
  std::erase_if(m_waiting, [&](const auto& entry) {
    const Waiting& waiting = entry.second;
    RunContext* context = runs.find(waiting.run);
    const bool isLeftOut = context && context->leftOut.contains(waiting.provider->provider.id);
    if (context && !isLeftOut && !waiting.isCancelled && now - waiting.since < m_holds) return false;
    rows.push_back(waiting.row.id);
    return true;
  });
  return rows;
}

int LinkedStage::waitingOf(RunId run) const {
  return static_cast<int>(
      std::count_if(m_waiting.begin(), m_waiting.end(), [run](const auto& entry) { return entry.second.run == run; }));
}

std::vector<OutboxId> LinkedStage::takeAll() {
  std::vector<OutboxId> rows;
  for (const auto& [place, waiting] : m_waiting) rows.push_back(waiting.row.id);
  m_waiting.clear();
  return rows;
}

}  // namespace heliograph::delivery
