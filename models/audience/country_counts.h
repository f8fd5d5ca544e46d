// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// People with a number of one country.
struct CountryCount {
  QString country;  ///< ISO 3166
  qint64 people = 0;

  bool operator==(const CountryCount&) const = default;
};

/// The countries of all numbers that can be texted, the one with most people first. Reads all people.
[[nodiscard]] Result<std::vector<CountryCount>> countByCountry(const storage::Database& database);

}  // namespace heliograph::audience
