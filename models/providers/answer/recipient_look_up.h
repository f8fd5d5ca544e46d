// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include "net/http_answer.h"
#include "providers/definition/provider_definition.h"
#include "providers/request/request_builder.h"

namespace heliograph::providers {

/// The id of the one message in the list that went to our number with our text at that time; empty if there is none, or
/// more than one could be meant.
[[nodiscard]] QString findByRecipient(const ProviderDefinition& definition, const net::HttpAnswer& answer,
                                      const AnswerNode& root, const LookUpKey& key);

/// A time as providers write it: ISO 8601, RFC 2822, "2026-01-31 09:30:00", seconds or milliseconds since 1970; UTC
/// where it doesn't say. Invalid for anything else.
[[nodiscard]] QDateTime providerTime(const QString& text);

}  // namespace heliograph::providers
