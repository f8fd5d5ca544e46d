// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include "core/error.h"

namespace heliograph::providers {

/// The line, from 1 on, in which the member or element at `path` ("send", "request", "form", "0") of a JSON document
/// begins; of a path that ends nowhere the deepest part that is there. The document has to be JSON.
[[nodiscard]] int lineOfPlace(const QByteArray& json, const QStringList& path);

/// An error that begins with a place (“At “send/answer”: …”), with that place's line said, too.
[[nodiscard]] Error withLine(Error error, const QByteArray& json);

}  // namespace heliograph::providers
