// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/outbox/run.h"

namespace heliograph::delivery {

/// Who chose the winner of a run's A/B test and why: "B won: 4.1 % converted, A 3.2 %. The program chose it." With what
/// speaks against relying on it. Empty while there is no winner.
[[nodiscard]] QString winnerText(const Run& run);

/// Who is to choose the winner, and why it wasn't the program: "At … the others get the copy after which the largest
/// share converted. You may choose before." Empty if only a person was ever to choose.
[[nodiscard]] QString whoChoosesText(const Run& run);

/// What a run that is held for the winner of its A/B test waits for: the program's own choice at a time, or a person's,
/// and then why the program didn't choose.
[[nodiscard]] QString waitsForWinnerText(const Run& run);

}  // namespace heliograph::delivery
