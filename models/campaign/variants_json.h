// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "campaign/variants.h"
#include "core/result.h"

namespace heliograph::campaign {

/// The member "variants" of a campaign's JSON; an empty object is a single message. Errors: InvalidInput with the
/// member that is wrong.
[[nodiscard]] Result<Variants> variantsFromJson(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const Variants& variants);

}  // namespace heliograph::campaign
