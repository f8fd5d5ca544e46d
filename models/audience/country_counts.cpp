// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/country_counts.h"

#include "storage/statement.h"

namespace heliograph::audience {

Result<std::vector<CountryCount>> countByCountry(const storage::Database& database) {
  storage::Statement count(database,
                           QStringLiteral("SELECT country, count(*) AS people FROM profile WHERE phone_state IN "
                                          "('valid', 'possible') AND country <> '' GROUP BY country "
                                          "ORDER BY people DESC, country"));
  std::vector<CountryCount> counts;
  for (;;) {
    const auto row = count.next();
    if (!row) return fail(row.error());
    if (!*row) return counts;
    counts.push_back({count.text(0), count.integer(1)});
  }
}

}  // namespace heliograph::audience
