// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace heliograph::providers {

/// Where a signature stands in what is sent.
inline const QString signatureToken = QStringLiteral("Signature");

/// What may stand in a signature's templates beside {settings.NAME}.
[[nodiscard]] const QStringList& signatureTokens();

}  // namespace heliograph::providers
