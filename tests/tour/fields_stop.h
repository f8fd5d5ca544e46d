// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camera.h"
#include "ui/services.h"
#include "ui/window/main_window.h"

namespace heliograph::tour {

/// What a provider asks for beside the text, on the What page: with a text, and with a template only.
void walkFields(ui::Services& services, ui::MainWindow& window, const Camera& camera);

}  // namespace heliograph::tour
