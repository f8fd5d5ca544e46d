// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "providers/definition/provider_definition.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::providers {

/// What the tokens of a message stand for; each as the provider spells it.
[[nodiscard]] TokenValues messageValues(const ProviderDefinition& definition, const OutgoingMessage& message);

/// {To} and the other forms of a number.
void addNumber(TokenValues& values, const QString& e164, NumberForm form);

/// Replaces what a provider spells in its own way ("UCS-2" as "unicode").
void applySpellings(const ProviderDefinition& definition, TokenValues& values);

/// True for a token of a message: {Body}, {custom.NAME}, {TemplateVariables.3}.
[[nodiscard]] bool isMessageToken(const QString& token);
/// Those with a fixed name, for saying which there are.
[[nodiscard]] const QStringList& messageTokens();
/// {To} and the other forms of a number.
[[nodiscard]] const QStringList& numberTokens();

}  // namespace heliograph::providers
