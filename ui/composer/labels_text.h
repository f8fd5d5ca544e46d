// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/result.h"

namespace heliograph::ui {

/// The labels in a line typed with commas between them, trimmed, each once. InvalidInput for more than ten or a sign
/// that a label can't have.
[[nodiscard]] Result<QStringList> labelsFromText(const QString& text);

}  // namespace heliograph::ui
