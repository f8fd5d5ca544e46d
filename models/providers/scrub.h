// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace heliograph::providers {

/// A provider's words made fit to be shown, kept and logged: one line, at most 300 characters, every spelling of the
/// number as digits hidden ("[number]"), each of `hidden` (secrets, the message text) replaced by "[hidden]".
[[nodiscard]] QString scrubWords(const QString& words, const QString& number, const QStringList& hidden);

}  // namespace heliograph::providers
