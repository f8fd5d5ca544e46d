// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camera.h"
#include "ui/services.h"
#include "ui/window/main_window.h"

namespace heliograph::tour {

/// Groups with members that fare differently, their menu and question, a new one, and the rehearsal of a failure.
void walkGroups(ui::Services& services, ui::MainWindow& window, const Camera& camera);

}  // namespace heliograph::tour
