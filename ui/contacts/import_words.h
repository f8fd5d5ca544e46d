// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "audience/profile_import.h"

namespace heliograph::ui {

/// What a dry run says would happen.
[[nodiscard]] QString plannedWords(const audience::ImportReport& report);

/// What an import did, with the place of the rejects.
[[nodiscard]] QString resultWords(const audience::ImportReport& report);

}  // namespace heliograph::ui
