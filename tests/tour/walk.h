// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camera.h"
#include "ui/services.h"

class QSettings;

namespace heliograph::tour {

/// Walks all pages and dialogs, in light and dark, in two sizes, and takes pictures on the way.
void walkAll(ui::Services& services, QSettings& settings, Camera& camera);

}  // namespace heliograph::tour
