// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace heliograph::ui {

/// Takes everything out of a layout and deletes the widgets as soon as the events under way are done.
void clearLayout(QLayout& layout);

}  // namespace heliograph::ui
