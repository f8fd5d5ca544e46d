// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/variants.h"

namespace heliograph::campaign {

/// The copies in words, a line each after the kind: "Split: A 70 %, B 30 %" and "B: the text". For what changed between
/// two versions.
[[nodiscard]] QString describe(const Variants& variants);

}  // namespace heliograph::campaign
