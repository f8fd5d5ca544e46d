// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace heliograph::ui {

/// An action's text as it is read: without mnemonic marks and dots ("Preview && test…" is "Preview & test").
[[nodiscard]] QString plainWords(QString text);

/// The title of the menu an action stands in, "View › Appearance" for one inside another; empty when in none.
[[nodiscard]] QString menuOf(const QAction& action);

}  // namespace heliograph::ui
