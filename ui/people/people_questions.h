// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/profile.h"
#include "ui/widgets/question_card.h"

namespace heliograph::ui {

/// What is asked before people are unsubscribed, subscribed again or deleted: the consequence in words.
[[nodiscard]] QuestionCard::Words unsubscribeQuestion(const std::vector<audience::Profile>& people);
[[nodiscard]] QuestionCard::Words resubscribeQuestion(const std::vector<audience::Profile>& people);
[[nodiscard]] QuestionCard::Words removeQuestion(const std::vector<audience::Profile>& people);

}  // namespace heliograph::ui
