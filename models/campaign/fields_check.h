// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign_check.h"

namespace heliograph::campaign {

/// The name of a field in an issue: "template_id", "approved_text", "variable.2" (from 1), "body.uid", "header.X-Kind",
/// "global.hid"; of a further copy with its number behind, "variable.2:1".
[[nodiscard]] QString fieldsPlace(const QString& field, int copy);

/// That a template ID is missing, as "template_id_missing" says it: a blocker where a provider sends nothing without
/// one, else a warning until it is counted who would be texted in India, where operators refuse texts without one.
/// `people` are those whom it concerns; -1 while they aren't counted.
[[nodiscard]] QString missingTemplateId(bool isDemanded, qint64 people = -1);

/// What is wrong with what goes to the providers beside the text: something they ask for is missing, a value can't be
/// made, is personal where it can't be, or gives a coupon code; the text isn't the approved one. Nothing while it isn't
/// known what they ask for.
[[nodiscard]] std::vector<Issue> fieldsIssues(const Campaign& campaign, const CheckContext& context);

}  // namespace heliograph::campaign
