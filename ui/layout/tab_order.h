// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QWidget;

namespace heliograph::ui {

/// Puts controls that were made later before `next` in the Tab order, in this order; those that take no focus are
/// passed over. Made later they would stand at the window's end.
void tabBefore(QWidget* next, std::initializer_list<QWidget*> controls);

/// Puts what takes the focus in `part` behind `last` in the Tab order; gives the last control of it, or `last`.
QWidget* tabThrough(QWidget* last, const QWidget* part);

/// The first control behind `part` that Tab leads to and that isn't inside of it.
[[nodiscard]] QWidget* nextControl(QWidget* part);

}  // namespace heliograph::ui
