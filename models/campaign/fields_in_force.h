// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "campaign/campaign.h"
#include "message/field_maker.h"
#include "message/message_lint.h"

namespace heliograph::campaign {

/// The fields of a copy of the message, from 0.
[[nodiscard]] const ProviderFields& fieldsOf(const Campaign& campaign, int copy);

/// The fields that a copy has to have and may have by what its route's providers ask: predefined values in their order,
/// each there even while it is empty, then the campaign's own; nothing that nobody asks for. While that isn't known
/// (Campaign::asked), the fields as they are.
[[nodiscard]] ProviderFields fieldsInForce(const ProviderFields& fields,
                                           const std::optional<providers::AskedFields>& asked);

/// Whether a copy's own text is sent: not where the providers have an approved text instead.
[[nodiscard]] bool takesText(const Campaign& campaign, int copy);

/// The campaign with the approved texts as its copies where they are what is sent.
[[nodiscard]] Campaign withSentTexts(Campaign campaign);

/// Where a copy's text isn't the approved one, as an editor marks it: an error where a provider refuses it, else a
/// warning; and, whatever the providers take, the places that have nothing yet.
[[nodiscard]] std::vector<message::MessageProblem> templateProblemsOf(const Campaign& campaign, int copy);

/// What goes along with each copy, ready to be made; empty if nothing does.
[[nodiscard]] std::vector<message::FieldSources> fieldSourcesOf(const Campaign& campaign);

}  // namespace heliograph::campaign
