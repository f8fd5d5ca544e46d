// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "camera.h"
#include "ui/services.h"

class QSettings;

namespace heliograph::tour {

/// The names of the stops of the tour, in their order.
[[nodiscard]] QStringList stopNames();

/// Goes to the stops of those names (none: to all), in light and dark, in two sizes, and takes pictures on the way.
void walk(ui::Services& services, QSettings& settings, Camera& camera, const QStringList& only);

}  // namespace heliograph::tour
