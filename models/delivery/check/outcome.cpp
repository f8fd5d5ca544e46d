// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/outcome.h"

#include <algorithm>

namespace heliograph::delivery {
namespace {

constexpr std::size_t kBetweenLooks = 1 << 16;

void note(OutcomePeople& people, const TextEntry& entry) {
  ++people.count;
  if (people.examples.size() < Outcome::mostExamples) people.examples.push_back(ProfileId{entry.profile});
}

/// Adds entries up; parts are counted by price first, as there are few prices and many people.
class Totals final {
 public:
  explicit Totals(const TextLedger& ledger) : m_ledger(ledger), m_partsAtPrice(ledger.prices().size(), 0) {}

  void add(const TextEntry& entry) {
    ++m_totals.people;
    m_totals.parts += entry.parts;
    m_totals.longest = std::max<int>(m_totals.longest, entry.units);
    m_totals.mostParts = std::max<int>(m_totals.mostParts, entry.parts);
    if (entry.price != TextLedger::unpriced) m_partsAtPrice[entry.price] += entry.parts;
  }

  [[nodiscard]] OutcomeTotals sum() {
    for (std::size_t i = 0; i < m_partsAtPrice.size(); ++i) m_totals.cost.add(m_ledger.prices()[i], m_partsAtPrice[i]);
    return m_totals;
  }

 private:
  const TextLedger& m_ledger;
  OutcomeTotals m_totals;
  std::vector<qint64> m_partsAtPrice;
};

}  // namespace

bool Outcome::isNothing() const {
  return changed.count == 0 && joined.count == 0 && left.count == 0 && before.parts == after.parts &&
         before.cost == after.cost;
}

Outcome compareLedgers(const TextLedger& before, const TextLedger& after, const CancelToken& cancel) {
  Outcome outcome;
  Totals earlier(before);
  Totals later(after);
  auto old = before.entries().begin();
  auto now = after.entries().begin();
  const auto oldEnd = before.entries().end();
  const auto nowEnd = after.entries().end();
  for (std::size_t steps = 0; old != oldEnd || now != nowEnd; ++steps) {
    if (steps % kBetweenLooks == 0 && cancel.isCancelled()) break;
    const bool leaves = now == nowEnd || (old != oldEnd && old->profile < now->profile);
    const bool joins = old == oldEnd || (now != nowEnd && now->profile < old->profile);
    if (leaves) note(outcome.left, *old);
    if (joins) note(outcome.joined, *now);
    if (!leaves && !joins && old->text != now->text) note(outcome.changed, *now);
    if (!joins) earlier.add(*old++);
    if (!leaves) later.add(*now++);
  }
  outcome.before = earlier.sum();
  outcome.after = later.sum();
  return outcome;
}

}  // namespace heliograph::delivery
