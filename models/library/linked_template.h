// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include "core/result.h"

namespace heliograph::library {

/// What the placeholders of a source are filled with, by name.
using LinkedValues = QMap<QString, QString>;

/// The {{placeholders}} of a text, in order, each once.
[[nodiscard]] QStringList placeholdersOf(const QString& text);

/// Error: InvalidInput, when it can't be the address of a source: no http or https, a user name or password in it, or
/// a placeholder elsewhere than in the path, in a name or in a value of the query.
[[nodiscard]] Result<> checkLinkedUrl(const QString& url);

/// The address with its placeholders filled, each value encoded so that it stays in its place. Error: InvalidInput,
/// without any of the values in its words: a value is missing that has to be there (in the path, or a name in the
/// query), would lead out of the path ("..", "."), or makes the address too long.
[[nodiscard]] Result<QUrl> filledUrl(const QString& url, const LinkedValues& values);

/// The value of a header, filled. Error: InvalidInput, when it would break out of its line.
[[nodiscard]] Result<QByteArray> filledHeader(const QString& text, const LinkedValues& values);

}  // namespace heliograph::library
