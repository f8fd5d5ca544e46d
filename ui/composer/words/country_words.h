// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::ui {

/// How to call a country of the cost report (ISO 3166): "Germany", "No country"; a code that isn't known stays as it
/// is.
[[nodiscard]] QString countryWords(const QString& code);

}  // namespace heliograph::ui
