// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVariant>

#include "audience/people/person_facts.h"

namespace heliograph::ui {

/// A value as people read it: a date, a number, yes or no, a list with commas.
[[nodiscard]] QString personValueWords(const QVariant& value);
/// "3 May 2026, 14:02" in this computer's zone; empty for none.
[[nodiscard]] QString momentWords(const QDateTime& at);
/// "Text messages", "Push", …; a channel that isn't known as it is.
[[nodiscard]] QString channelWords(const QString& channel);
/// "Agreed on 3 May 2026, 14:02, in “checkout”".
[[nodiscard]] QString consentWords(const audience::Consent& consent);
/// "Opted out on 3 May 2026, 14:02, said by the provider (21610)".
[[nodiscard]] QString optOutWords(const audience::OptOut& optOut);
/// "Samsung SM-A515F, Android 13": what a device is called.
[[nodiscard]] QString deviceName(const audience::Device& device);
/// Its versions and whether it can be pushed to, in a line.
[[nodiscard]] QString deviceWords(const audience::Device& device);

}  // namespace heliograph::ui
