// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace heliograph::ui {

/// Asks before a provider or a group is taken out of use: what happens, and what depends on it. Cancel is the default;
/// `then` is done on yes.
void askBeforeRetiring(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                       std::function<void()> then);

}  // namespace heliograph::ui
