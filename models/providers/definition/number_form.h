// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "providers/definition/provider_definition.h"

namespace heliograph::providers {

/// The number in the form a provider wants; what isn't E.164 stays as it is.
[[nodiscard]] QString formatNumber(const QString& e164, NumberForm form);

/// True if the provider's spelling means the same number, whatever signs stand between the digits.
[[nodiscard]] bool isSameNumber(const QString& echoed, const QString& e164, NumberForm form);

}  // namespace heliograph::providers
