// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include "core/result.h"
#include "providers/definition/request_spec.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::providers {

/// The address of a request: `base` (as checkBaseUrl() wants it), then the target and the query with every value
/// encoded; `extra` are further pairs of the query. Error: InvalidInput.
[[nodiscard]] Result<QUrl> buildUrl(const QByteArray& base, const RequestSpec& request, const TokenValues& values,
                                    const std::vector<NamedValue>& extra = {});

/// `name=value&…` for a query or a form, without the fields whose condition is empty; a field in which {Variable} or
/// {VariableNumber} stands once for each of the template's variables. Error: InvalidInput, also for a pair of `extra`
/// whose name is there already.
[[nodiscard]] Result<QByteArray> encodePairs(const std::vector<RequestField>& fields, const TokenValues& values,
                                             Place place, const std::vector<NamedValue>& extra = {});

/// True if the field is to be there at all.
[[nodiscard]] bool fieldIsPresent(const RequestField& field, const TokenValues& values);

}  // namespace heliograph::providers
