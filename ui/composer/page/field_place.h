// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "campaign/issue.h"
#include "ui/change_event.h"

namespace heliograph::ui {

/// The step on which a field is edited; none for several at once.
[[nodiscard]] std::optional<campaign::Step> stepOf(CampaignField field);

/// The name under which StepPage::focusField() knows a field.
[[nodiscard]] QString fieldName(CampaignField field);
/// The same with the copy of the message that changed: "message:1".
[[nodiscard]] QString fieldName(const ChangeEvent& event);

}  // namespace heliograph::ui
