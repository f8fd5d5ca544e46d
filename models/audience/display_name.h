// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace heliograph::audience {

/// Which of these properties name a person on screen, in order: one that is called like "name", else the first and the
/// last name; empty if there is none.
[[nodiscard]] QStringList nameProperties(const QStringList& properties);

/// A header or property name without case, spaces, underscores and hyphens: "First_Name" -> "firstname".
[[nodiscard]] QString plainName(const QString& name);

}  // namespace heliograph::audience
