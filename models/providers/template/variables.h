// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "providers/template/text_template.h"

namespace heliograph::providers {

/// True if what holds these tokens is written once for each of a template's variables.
[[nodiscard]] bool repeatsForVariables(const QStringList& tokens);

/// The template's variables among the values of a message.
[[nodiscard]] QStringList templateVariablesOf(const TokenValues& values);

/// The values once for each variable, with {Variable} and {VariableNumber} in them.
[[nodiscard]] std::vector<TokenValues> forEachVariable(const TokenValues& values);

}  // namespace heliograph::providers
