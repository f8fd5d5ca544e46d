// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "liquid/template.h"
#include "message/compiled_message.h"

namespace heliograph::message {

/// The properties of people, events and the campaign among the paths of a source; names that the template assigns
/// itself are none.
[[nodiscard]] std::vector<PropertyUse> propertyUses(const std::vector<liquid::PathUse>& paths);

}  // namespace heliograph::message
