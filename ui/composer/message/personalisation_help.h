// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fold.h"

namespace heliograph::ui {

/// What one must know of personalisation where one writes: missing values, and what can't be told beforehand. Folded.
[[nodiscard]] Fold* makePersonalisationHelp(int mostParts);

}  // namespace heliograph::ui
