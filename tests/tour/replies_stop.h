// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camera.h"
#include "ui/services.h"
#include "ui/window/main_window.h"

namespace heliograph::tour {

/// What people answered, and what became of messages in a report.
void walkReplies(ui::Services& services, ui::MainWindow& window, const Camera& camera);

}  // namespace heliograph::tour
