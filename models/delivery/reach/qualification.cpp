// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/qualification.h"

#include <optional>

#include "audience/rules/people_walk.h"

namespace heliograph::delivery {
namespace {

/// People a reading: long enough to be quick, short enough for the write-ahead log.
constexpr qint64 kPiece = 5000;

}  // namespace

struct Qualification::State {
  State(const storage::Database& d, QualificationInput&& i)
      : database(d), input(std::move(i)), held(input.groups), covered(input.countries), texts(input) {}

  Result<> begin(ProfileId after) {
    audience::ProfileReading reading;
    reading.segment = input.segment;
    reading.seeds = input.seeds;
    reading.after = after;
    reading.limit = kPiece;
    reading.textedBefore = input.message.asksTextedBefore();
    auto begun = audience::PeopleWalk::begin(database, input.schema, std::move(reading), input.time);
    if (!begun) return fail(begun.error());
    people.emplace(std::move(*begun));
    return {};
  }

  void judge(const audience::ProfileRow& person) {
    now.person = &person;
    now.text = {};
    now.tested = {};
    now.reason = held.refusal(person, now.text);
    if (now.reason.isEmpty()) now.reason = reachable.refusal(person, now.text);
    if (now.reason.isEmpty()) now.reason = covered.refusal(person, now.text);
    if (now.reason.isEmpty()) texts.judge(now);
  }

  const storage::Database& database;
  QualificationInput input;
  ControlGroupStage held;
  ReachableStage reachable;
  CoveredStage covered;
  TextStages texts;
  std::optional<audience::PeopleWalk> people;
  Qualified now;
};

TextStages::TextStages(const QualificationInput& input)
    : m_schema(input.schema),
      m_isTest(input.message.isTest()),
      m_sendable(input.message, m_schema->shape(), input.time.now, input.campaignName, input.campaign.value),
      m_drawn(Lots(input.campaign), input.lastLot) {}

void TextStages::judge(Qualified& person) {
  person.text = {};
  person.tested = {};
  person.reason = m_sendable.refusal(*person.person, person.text);
  if (person.reason.isEmpty()) person.reason = m_drawn.refusal(*person.person, person.text);
  if (m_isTest && person.isSendable()) person.tested = m_sendable.tested();
}

Qualification::Qualification(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Qualification::~Qualification() = default;
Qualification::Qualification(Qualification&&) noexcept = default;
Qualification& Qualification::operator=(Qualification&&) noexcept = default;

Result<Qualification> Qualification::open(const storage::Database& database, QualificationInput input,
                                          ProfileId after) {
  auto state = std::make_unique<State>(database, std::move(input));
  HELIOGRAPH_TRY(state->begin(after));
  return Qualification(std::move(state));
}

void Qualification::useNumber(std::string_view e164) {
  m_state->reachable.use(e164);
}

Result<const Qualified*> Qualification::next() {
  auto person = m_state->people->next();
  if (!person) return fail(person.error());
  if (*person == nullptr) return nullptr;
  m_state->judge(**person);
  return &m_state->now;
}

}  // namespace heliograph::delivery
