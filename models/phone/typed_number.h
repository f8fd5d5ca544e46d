// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace heliograph::phone {

/// A number as far as it was typed, with gaps where people of its region leave them ("+919812345" becomes
/// "+91 98123 45"). Only digits and a plus at the beginning are looked at. `region` is that of a number without a
/// country code (ISO 3166; may be empty).
[[nodiscard]] QString typedNumber(QStringView typed, QStringView region);

/// The region that a number with a country code belongs to, as soon as that is clear ("+9198" gives "IN", "+1" the main
/// one of several); empty before, and for a number without one.
[[nodiscard]] QString typedRegion(QStringView typed);

/// A mobile number of that region as an example, as it is written with its country code; empty for one that isn't
/// known.
[[nodiscard]] QString exampleNumber(QStringView region);

}  // namespace heliograph::phone
