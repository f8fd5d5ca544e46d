// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::editors {

/// The nearest place before `at`, or behind it, where the caret may stand: not inside what people see as one character
/// (UAX #29), conjuncts of Indic scripts among them. The ends of the text are such places.
[[nodiscard]] qsizetype caretStopBefore(const QString& text, qsizetype at);
[[nodiscard]] qsizetype caretStopAfter(const QString& text, qsizetype at);
/// Whether the caret may stand there.
[[nodiscard]] bool isCaretStop(const QString& text, qsizetype at);

/// Where Backspace deletes from: the whole character before `at`, or, in scripts in which a character is written sign
/// by sign, only its last sign.
[[nodiscard]] qsizetype backspaceStop(const QString& text, qsizetype at);

}  // namespace heliograph::editors
