// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace heliograph::ui {

/// Lets a widget that was just shown appear within a moment; at once when the system asks for less motion.
void fadeIn(QWidget& widget);

}  // namespace heliograph::ui
