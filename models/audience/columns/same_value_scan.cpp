// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/same_value_scan.h"

#include <algorithm>
#include <bit>

namespace heliograph::audience {
namespace {

PeopleBits peopleOfPairs(const std::vector<std::uint64_t>& pairs, std::size_t limit) {
  PeopleBits people(limit);
  for (const std::uint64_t pair : pairs) people.add(pair >> 32);
  return people;
}

}  // namespace

Result<PeopleBits> SameValueScan::run(const SameValueRule& rule) {
  std::optional<Pairs> shared;
  for (const bool did : {true, false}) {
    for (const SameValueRule::Event& event : rule.events) {
      if (event.did != did) continue;
      if (!did && !shared) return leftToStatement();
      const PeopleBits among = shared ? peopleOfPairs(*shared, m_snapshot.limit()) : PeopleBits();
      auto pairs = pairsOf(event, shared ? &among : nullptr);
      if (!pairs) return fail(pairs.error());
      if (!shared) {
        shared = std::move(*pairs);
        continue;
      }
      Pairs left;
      if (did) {
        std::set_intersection(shared->begin(), shared->end(), pairs->begin(), pairs->end(), std::back_inserter(left));
      } else {
        std::set_difference(shared->begin(), shared->end(), pairs->begin(), pairs->end(), std::back_inserter(left));
      }
      shared = std::move(left);
    }
  }
  if (!shared) return leftToStatement();
  return peopleOfPairs(*shared, m_snapshot.limit());
}

Result<SameValueScan::Pairs> SameValueScan::pairsOf(const SameValueRule::Event& event, const PeopleBits* among) {
  const EventType* type = m_catalog.event(event.event);
  const EventProperty* property = type == nullptr ? nullptr : findEventProperty(*type, event.property);
  if (property == nullptr || property->type == PropertyType::List) return leftToStatement();
  if (m_type && *m_type != property->type) return leftToStatement();
  m_type = property->type;
  const auto query = EventQuery::of(*type, event.within, event.where, m_time);
  if (!query) return fail(query.error());
  Pairs pairs;
  for (const auto& part : m_snapshot.events(type->id)) {
    if (m_cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    const auto matches = EventMatches::of(*query, *part, m_snapshot.limit());
    if (!matches) return fail(matches.error());
    const auto column = part->column(property->id.value, property->type);
    if (!column) return fail(column.error());
    if ((*column)->isStrange) return leftToStatement();
    if (!(*column)->isEmpty) addPairs(pairs, *matches, **column, among);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void SameValueScan::addPairs(Pairs& pairs, const EventMatches& matches, const Column& column, const PeopleBits* among) {
  const auto persons = matches.rows().persons;
  const auto add = [&](std::size_t row, std::uint32_t value) {
    pairs.push_back(std::uint64_t{persons[row]} << 32 | value);
  };
  const auto isAsked = [&](std::size_t row) { return among == nullptr || among->contains(ProfileId{persons[row]}); };
  if (column.type == PropertyType::Text) {
    std::vector<std::uint32_t> numbers(column.folded.size() + 1);  // by code; 0: not numbered yet
    column.withCodes([&](auto codes) {
      matches.forEach([&](std::size_t row) {
        const std::uint32_t code = codes[row];
        if (code == 0 || !isAsked(row)) return;
        if (numbers[code] == 0) numbers[code] = numberOf(column.folded.at(code - 1));
        add(row, numbers[code]);
      });
    });
    return;
  }
  matches.forEach([&](std::size_t row) {
    if ((column.present[row / 64] >> (row % 64) & 1) == 0 || !isAsked(row)) return;
    if (column.type == PropertyType::Boolean) return add(row, column.truths[row / 64] >> (row % 64) & 1);
    const bool number = column.type == PropertyType::Number;
    // Adding 0 makes 0 of -0, which is the same number.
    add(row, numberOf(number ? std::bit_cast<std::uint64_t>(column.numbers[row] + 0.0)
                             : static_cast<std::uint64_t>(column.instants[row])));
  });
}

std::uint32_t SameValueScan::numberOf(std::string_view text) {
  return m_texts.try_emplace(text, static_cast<std::uint32_t>(m_texts.size() + 1)).first->second;
}

std::uint32_t SameValueScan::numberOf(std::uint64_t bits) {
  return m_values.try_emplace(bits, static_cast<std::uint32_t>(m_values.size() + 1)).first->second;
}

}  // namespace heliograph::audience
