// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "providers/routes/asked_fields.h"

namespace heliograph::campaign {

/// What a route's providers asked for when a campaign was published, as its frozen content keeps it.
[[nodiscard]] QJsonObject askedToJson(const providers::AskedFields& asked);
/// Members that aren't what they should be have their defaults: only this program writes them.
[[nodiscard]] providers::AskedFields askedFromJson(const QJsonObject& json);

}  // namespace heliograph::campaign
