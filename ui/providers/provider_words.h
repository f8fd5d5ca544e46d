// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign.h"
#include "providers/answer_reader.h"

namespace heliograph::ui {

/// What a check of an account brought, in a line: whether it is good, the provider's words, what is left.
[[nodiscard]] QString verdictWords(const providers::AccountVerdict& verdict);

/// What is sent when a provider is tested by itself.
[[nodiscard]] campaign::Campaign providerTest();

}  // namespace heliograph::ui
