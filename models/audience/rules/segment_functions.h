// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace heliograph::audience {

/// Adds what compiled segments call, beside storage's fold(text):
///   exact_sum(x), exact_average(x)   aggregates (ExactSum); NULL counts 0
///   pattern_found(text, pattern)     1 or 0 (TextPattern), NULL for NULL
///   list_count(list, wanted)         how many of the wanted elements, a JSON array of them, a list has (listElements)
///   lives_near(latitude, longitude, city, region, country, places)   1 or 0 (NearTest)
void registerSegmentFunctions(sqlite3* handle);

}  // namespace heliograph::audience
