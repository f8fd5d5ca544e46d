// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace heliograph::ui {

/// Lets a widget that has just been shown come up softly; at once where less motion is wanted.
void fadeIn(QWidget* widget);

}  // namespace heliograph::ui
