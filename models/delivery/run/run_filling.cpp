// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/run_filling.h"

#include "campaign/campaign_repository.h"
#include "delivery/reach/run_qualification.h"
#include "delivery/run/seed_rows.h"

namespace heliograph::delivery {

RunFilling::RunFilling(const storage::Database& database, const Clock& clock, const Run& run, QString owner,
                       const DeliveryOptions& options, campaign::Variants variants, Qualification qualification,
                       QualificationInput input)
    : m_database(database),
      m_repository(database, clock),
      m_run(run.id),
      m_owner(std::move(owner)),
      m_chunk(options.fillChunk),
      m_lease(options.fillLease),
      m_cursor(run.fillCursor),
      m_variants(std::move(variants)),
      m_most(run.onlyPeople),
      m_people(std::move(qualification)),
      m_input(std::move(input)) {}

Result<RunFilling> RunFilling::open(const storage::Database& database, const Clock& clock, const Run& run,
                                    const QString& owner, const DeliveryOptions& options) {
  auto frozen = campaign::CampaignRepository(database, clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  auto input = qualificationOfRun(database, clock, run, *frozen);
  if (!input) return fail(input.error());
  auto people = Qualification::open(database, *input, run.fillCursor);
  if (!people) return fail(people.error());
  RunFilling filling(database, clock, run, owner, options, frozen->campaign.variants, std::move(*people),
                     std::move(*input));
  if (run.firstBatch > 0 || run.onlyPeople > 0 || filling.isTest()) {
    auto lots = filling.m_repository.lotsOf(run);
    if (!lots) return fail(lots.error());
    filling.m_lots = *lots;
  }
  HELIOGRAPH_TRY(
      filling.m_repository.usedNumbers(run.id, [&](std::string_view number) { filling.m_people.useNumber(number); }));
  return filling;
}

/// The copy is decided here, so that every try and every provider sends the same; who is in an A/B test is drawn when
/// everybody has their row.
NewRow RunFilling::rowOf(const Qualified& person) const {
  const audience::ProfileRow& row = *person.person;
  const bool hasAddress = phone::isSendable(row.phoneState);
  NewRow made{row.id, hasAddress ? std::string(row.phone) : std::string(), person.reason};
  if (hasAddress) made.country = row.country;
  const bool hasText = person.text.ok || !person.text.reason.isEmpty();
  if (hasText && !isTest()) made.copy = person.text.copy;
  return made;
}

Result<FillChunk> RunFilling::collect() {
  FillChunk chunk{m_run, m_owner, m_cursor, {}, {}, false, m_lots, m_most, isTest() ? &m_variants : nullptr};
  chunk.rows.reserve(static_cast<std::size_t>(m_chunk));
  while (static_cast<int>(chunk.rows.size()) < m_chunk) {
    auto person = m_people.next();
    if (!person) return fail(person.error());
    if (!*person) {
      chunk.last = true;
      break;
    }
    chunk.rows.push_back(rowOf(**person));
  }
  if (!chunk.last) return chunk;
  auto seeds = collectSeeds();
  if (!seeds) return fail(seeds.error());
  chunk.seeds = std::move(*seeds);
  return chunk;
}

Result<std::vector<NewRow>> RunFilling::collectSeeds() const {
  std::vector<NewRow> seeds;
  HELIOGRAPH_TRY(eachSeed(m_database, m_input, [&](const Qualified& person) {
    seeds.push_back(rowOf(person));
    seeds.back().isSeed = true;
  }));
  return seeds;
}

Result<RunFilling::Step> RunFilling::fill() {
  auto owned = m_repository.own(m_run, m_owner, m_lease);
  if (!owned) return fail(owned.error());
  if (!*owned) return Step::NotOurs;
  auto chunk = collect();
  if (!chunk) return fail(chunk.error());
  auto written = m_repository.add(*chunk, m_lease);
  if (!written) return fail(written.error());
  if (!*written) return Step::NotOurs;
  if (!chunk->rows.empty()) m_cursor = chunk->rows.back().profile;
  return chunk->last ? Step::Finished : Step::More;
}

}  // namespace heliograph::delivery
