// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editors/editor_theme.h"
#include "ui/theme/tokens.h"

namespace heliograph::ui {

/// The window's tokens as the editors take them.
[[nodiscard]] editors::EditorTheme editorLook(const Tokens& tokens);

}  // namespace heliograph::ui
