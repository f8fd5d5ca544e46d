// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace heliograph::items {

/// How long ago an instant was, in words of one line: "just now", "4 min ago", "2 h ago", then the day. Empty for an
/// invalid one.
[[nodiscard]] QString agoWords(const QDateTime& at, const QDateTime& now);

/// An instant in the computer's zone as lists show it: "Thu 26 Nov 18:00", with the year when it is another one.
[[nodiscard]] QString whenWords(const QDateTime& at, const QDateTime& now);

}  // namespace heliograph::items
