// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/rules/json_place.h"
#include "audience/rules/time_window.h"

namespace heliograph::audience {

/// `{"kind":"in_last","count":30,"unit":"days"}`, `{"kind":"between","from":…,"until":…}`.
[[nodiscard]] QJsonObject windowToJson(const TimeWindow& window);

/// The window of such an object. InvalidInput says what is wrong and where.
[[nodiscard]] Result<TimeWindow> windowFromJson(const JsonPlace& json);

/// Reads "count" and "unit", which may be up to `longest`. InvalidInput says what is wrong and where.
[[nodiscard]] Result<> readCountOf(const JsonPlace& json, TimeUnit longest, int& count, TimeUnit& unit);

}  // namespace heliograph::audience
