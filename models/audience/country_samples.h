// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// The contacts of one country, with the number of one of them.
struct CountrySample {
  QString country;  ///< ISO 3166; empty for numbers of no country
  QString phone;    ///< E.164
  qint64 people = 0;

  bool operator==(const CountrySample&) const = default;
};

/// The countries of all contacts that have a usable number, most people first. One pass over the contacts.
[[nodiscard]] Result<std::vector<CountrySample>> countrySamples(const storage::Database& database);

}  // namespace heliograph::audience
