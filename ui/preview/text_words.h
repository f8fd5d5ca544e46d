// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "message/sendable.h"

namespace heliograph::ui {

/// "1 part · GSM-7 · 108 of 160".
[[nodiscard]] QString measureWords(const message::SmsMeasure& measure);

/// Why a text is not sent, as a sentence for the phone.
[[nodiscard]] QString skippedWords(const message::Sendable& text);

/// "1 part", "2 parts".
[[nodiscard]] QString partsWords(int parts);

}  // namespace heliograph::ui
