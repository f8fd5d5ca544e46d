// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include "camera.h"
#include "ui/theme/theme.h"

class QSettings;

namespace heliograph::tour {

/// The list with campaigns in every state, its menus and its questions, and the first steps in an empty workspace; each
/// in a workspace of its own.
void walkHome(ui::Theme& theme, QSettings& settings, QSize size, const Camera& camera);

}  // namespace heliograph::tour
