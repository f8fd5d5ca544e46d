// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace heliograph::providers {

/// A provider's words made fit to be shown, kept and logged: one line, at most 300 characters, every spelling of the
/// number as digits hidden ("[number]"), each of `hidden` (secrets, the message text) replaced by "[hidden]".
/// Secrets are found as they are, escaped for an address (also twice), a form, JSON, HTML or XML, in any mixture of
/// these, and in base64, alone or with what stands before them.
[[nodiscard]] QString scrubWords(const QString& words, const QString& number, const QStringList& hidden);

/// Only the secrets replaced by `mark`, as above; a text without any comes back as it is. For ids and codes that a
/// provider makes up, which have to stay exact.
[[nodiscard]] QString withoutSecrets(const QString& text, const QStringList& secrets,
                                     const QString& mark = QStringLiteral("[hidden]"));

}  // namespace heliograph::providers
