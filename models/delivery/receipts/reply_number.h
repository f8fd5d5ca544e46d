// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::delivery {

/// A number as a provider writes it ("447700900000", "+15551234567", "9812345678") in E.164; one without a country code
/// is of `region`. What is no number (a short code) stays as it is.
[[nodiscard]] QString reportedNumber(const QString& text, const QString& region);

}  // namespace heliograph::delivery
