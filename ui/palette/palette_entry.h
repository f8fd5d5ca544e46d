// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "ui/theme/icons.h"

namespace heliograph::ui {

/// One thing that can be gone to or done.
struct PaletteEntry {
  QString title;
  QString kind;    ///< "Campaign", "Segment", …; for an action, where it stands in the menus
  QString detail;  ///< at the right: a shortcut, a state
  Icon icon = Icon::None;
  std::function<void()> run;  ///< none: it can't be chosen, and `kind` says why
};

}  // namespace heliograph::ui
