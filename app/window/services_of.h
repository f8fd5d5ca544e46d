// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "ui/services.h"

namespace heliograph::app {

/// What the window's pages may ask for, out of a workspace. Both have to outlive the window.
[[nodiscard]] ui::Services servicesOf(Workspace& workspace, ui::Theme& theme);

}  // namespace heliograph::app
