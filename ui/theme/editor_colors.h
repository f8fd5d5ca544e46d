// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editors/editor_theme.h"
#include "ui/theme/tokens.h"

namespace heliograph::ui {

/// The tokens as the editors take them, for `MessageEditor::setTheme`.
editors::EditorTheme editorTheme(const Tokens& tokens);

}  // namespace heliograph::ui
