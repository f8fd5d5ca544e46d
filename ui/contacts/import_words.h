// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "audience/profile_import.h"

namespace heliograph::ui {

/// "1 row", "1,204 rows".
[[nodiscard]] QString rowsWords(qint64 count);

/// "rows 4, 17 and 210", "rows 4, 17, 210 and 1,201 more".
[[nodiscard]] QString placeWords(const audience::CountedRows& rows);

/// What a kind of repair mends, and how many numbers. `country` is where numbers without a country code are from.
[[nodiscard]] QString repairWords(const audience::CountedRepair& repair, const QString& country);

/// "4.47911123456E+11 → +447911123456", a few of them.
[[nodiscard]] QString exampleWords(const audience::CountedRepair& repair);

/// A reason why rows are left out or need a look.
[[nodiscard]] QString problemWords(const audience::CountedProblem& problem);

/// What an import did, with the place of the rejects.
[[nodiscard]] QString resultWords(const audience::ImportReport& report);

}  // namespace heliograph::ui
