// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "items/route_list_model.h"
#include "providers/routes/route.h"
#include "ui/services.h"

namespace heliograph::ui {

/// What a test can be sent through.
struct TestWays {
  std::vector<items::RouteEntry> entries;
  std::vector<providers::Route> free;  ///< through these nothing reaches a phone and nothing is charged
};

/// Reads them. Blocking.
[[nodiscard]] TestWays testWays(const Services& services);

}  // namespace heliograph::ui
