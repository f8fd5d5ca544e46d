// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_answer.h"
#include "providers/definition/answer_spec.h"

namespace heliograph::providers {

/// Whether a condition holds for what is selected under `root`.
[[nodiscard]] bool conditionHolds(const Condition& condition, const AnswerNode& root, const net::HttpAnswer& answer);

/// What the rules say: the first that holds, or in doubt when none does.
[[nodiscard]] Consequence applyRules(const AnswerSpec& spec, const AnswerNode& root, const net::HttpAnswer& answer);

}  // namespace heliograph::providers
