// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/seed_rows.h"

namespace heliograph::delivery {

Result<> eachSeed(const storage::Database& database, QualificationInput input,
                  const std::function<void(const Qualified&)>& each) {
  input.segment = audience::Segment::everybody();
  input.lastLot.reset();
  input.groups = {};
  input.seeds = audience::ProfileReading::Seeds::Only;
  auto people = Qualification::open(database, std::move(input));
  if (!people) return fail(people.error());
  while (true) {
    auto person = people->next();
    if (!person) return fail(person.error());
    if (!*person) return {};
    each(**person);
  }
}

Result<qint64> seedsToSend(const storage::Database& database, const QualificationInput& input) {
  qint64 count = 0;
  HELIOGRAPH_TRY(
      eachSeed(database, input, [&count](const Qualified& person) { count += person.isSendable() ? 1 : 0; }));
  return count;
}

}  // namespace heliograph::delivery
