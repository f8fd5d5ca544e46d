// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/country_samples.h"

#include "storage/statement.h"

namespace heliograph::audience {

Result<std::vector<CountrySample>> countrySamples(const storage::Database& database) {
  storage::Statement find(database,
                          QStringLiteral("SELECT country, min(phone), count(*) FROM profile WHERE phone_state "
                                         "IN ('valid', 'possible') GROUP BY country ORDER BY 3 DESC, 1"));
  std::vector<CountrySample> samples;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return samples;
    samples.push_back({find.text(0), find.text(1), find.integer(2)});
  }
}

}  // namespace heliograph::audience
