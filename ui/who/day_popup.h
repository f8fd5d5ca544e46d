// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace heliograph::ui {

/// Opens a calendar below a field; the day that is chosen there is written into it as ISO 8601, as if it was typed.
void openCalendar(QLineEdit& field);

}  // namespace heliograph::ui
