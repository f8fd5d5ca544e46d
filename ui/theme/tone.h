// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

/// What a chip, strip, row or figure means. The word says it, the colour only helps.
enum class Tone { Neutral, Accent, Fine, Attention, Problem };

/// The colour of text and marks in a tone; `Neutral` gives the colour of labels.
QColor toneColor(const Tokens& tokens, Tone tone);
/// The background that goes with it.
QColor toneWeak(const Tokens& tokens, Tone tone);

}  // namespace heliograph::ui
