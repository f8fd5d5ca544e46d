// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace heliograph::ui {

/// Gives a table the window's look: whole rows, no grid, no row numbers, Tab leads out of it.
void styleTable(QTableView& table);

}  // namespace heliograph::ui
