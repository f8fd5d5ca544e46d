// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "providers/definition/provider_definition.h"
#include "providers/provider.h"

namespace heliograph::providers {

/// What a campaign has to say for its messages to be sent through a provider.
struct AskedFields {
  bool text = true;                 ///< the message's text is part of the request
  bool templateId = false;          ///< the id of an approved text
  bool templateIdRequired = false;  ///< without it nothing can be sent
  bool templateVariables = false;   ///< the values of the approved text's gaps
  QStringList bodyKeys;             ///< names of custom tokens in the body or the address; personal
  QStringList headerKeys;           ///< in headers; personal unless messages are batched
  QStringList globalKeys;           ///< in a batched body, outside the messages: one value a campaign
  bool headersPersonal = true;
  bool takesExtraPairs = false;  ///< a campaign may add pairs of its own
  bool matchesTemplate = false;  ///< the text must be the approved one
  bool tellsClicks = false;      ///< it tells who followed a link

  bool operator==(const AskedFields&) const = default;
};

/// What this provider asks for; `definition` as the catalog has it or as it is made from the provider's settings.
[[nodiscard]] AskedFields askedFields(const ProviderDefinition& definition, const Provider& provider);

/// What all of them together ask for: any member of a group may have to send the message.
[[nodiscard]] AskedFields joined(const std::vector<AskedFields>& members);

}  // namespace heliograph::providers
