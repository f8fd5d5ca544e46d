// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace heliograph::audience {

/// The elements of a list property (a JSON array as text) as rules compare them: without case, each once; a number as
/// it is written shortest, true and false, a nested value as JSON. An empty list, or none, has none.
[[nodiscard]] QStringList listElements(const QByteArray& json);

}  // namespace heliograph::audience
