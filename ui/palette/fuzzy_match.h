// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace heliograph::ui {

/// How well a text answers what was typed: the higher the better, 0 for not at all. Every word that was typed has to be
/// found, in any order and without regard to case: at the start of a word best, else inside one, else as the first
/// letters of several words ("pt" finds "Preview & test"). Anything answers nothing typed.
[[nodiscard]] int fuzzyMatch(QStringView typed, QStringView text);

}  // namespace heliograph::ui
