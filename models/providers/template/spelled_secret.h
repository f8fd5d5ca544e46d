// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::providers {

/// `text` with `mark` in the place of `secret`, each letter of which may be written as it is or as an address (also
/// encoded twice), a form, JSON, HTML or XML writes it.
[[nodiscard]] QString withoutSpelled(const QString& text, const QString& secret, const QString& mark);

}  // namespace heliograph::providers
