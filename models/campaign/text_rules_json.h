// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <vector>

#include "campaign/linked_use.h"
#include "core/result.h"
#include "message/text_rules.h"

namespace heliograph::campaign {

/// The member "text_rules" of a campaign's JSON; an empty object changes nothing in the text. Errors: InvalidInput with
/// the member that is wrong.
[[nodiscard]] Result<message::TextRules> textRulesFromJson(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const message::TextRules& rules);

/// One of the member "linked". Errors: InvalidInput.
[[nodiscard]] Result<LinkedUse> linkedUseFromJson(const QJsonObject& json);
[[nodiscard]] QJsonArray toJson(const std::vector<LinkedUse>& linked);

}  // namespace heliograph::campaign
