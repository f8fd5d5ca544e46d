// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace heliograph::phone {

/// The English name of a region ("IN" -> "India"); the code itself for one without a name, empty for none.
[[nodiscard]] QString countryName(QStringView region);

/// The digits that numbers of this region begin with after the plus ("IN" -> "91"); several regions may share them.
/// Empty for a region that isn't known.
[[nodiscard]] QString callingCode(QStringView region);

}  // namespace heliograph::phone
