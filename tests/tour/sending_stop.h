// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QSize>

#include "camera.h"
#include "ui/services.h"

namespace heliograph::tour {

/// A campaign on its way, in a window of its own: the bar on every page, the report, closing, pausing, and several.
void walkSending(ui::Services& services, QSettings& settings, const QSize& windowSize, const Camera& camera);

}  // namespace heliograph::tour
