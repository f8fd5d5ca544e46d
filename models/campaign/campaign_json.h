// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include "campaign/campaign.h"
#include "core/result.h"

namespace heliograph::campaign {

/// The campaign's own JSON (resources/schemas/campaign.schema.json), without id and revision, which belong to the
/// workspace.
[[nodiscard]] QJsonObject toJson(const Campaign& campaign);

/// The reverse of toJson(). What is absent has its default. Errors: InvalidInput, naming the member that can't be used.
[[nodiscard]] Result<Campaign> campaignFromJson(const QJsonObject& json);

/// The same from bytes. Errors: InvalidInput also for what is no JSON object, with the place.
[[nodiscard]] Result<Campaign> campaignFromJson(const QByteArray& json);

/// The route's part: {"kind":"default"} or {"kind":"provider"|"group","id":3}.
[[nodiscard]] QJsonObject toJson(const Route& route);
/// The reverse. Errors: InvalidInput.
[[nodiscard]] Result<Route> routeFromJson(const QJsonObject& json);

/// The audience's part: {"kind":"none"|"everybody"}, {"kind":"saved","id":3,"name":"VIPs"} (a frozen one with
/// "segment") or {"kind":"rules","segment":{…}}.
[[nodiscard]] QJsonObject toJson(const Audience& audience);

}  // namespace heliograph::campaign
