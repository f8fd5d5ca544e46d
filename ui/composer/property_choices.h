// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/property_statistics.h"
#include "editors/property_choice.h"

namespace heliograph::ui {

/// The contacts' properties as a message editor offers them.
[[nodiscard]] std::vector<editors::PropertyChoice> propertyChoices(
    const std::vector<audience::PropertyStatistic>& properties);

}  // namespace heliograph::ui
