// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/result.h"

namespace heliograph::campaign {

/// How many labels a campaign can have.
inline constexpr int kMostLabels = 10;

/// The label in what somebody typed, trimmed. Errors: InvalidInput when there is none, or a sign that labels can't have
/// (" , % > < !).
[[nodiscard]] Result<QString> labelFromText(const QString& text);

/// `labels` with some more and without others, each once. Errors: InvalidInput for more than ten.
[[nodiscard]] Result<QStringList> changedLabels(const QStringList& labels, const QStringList& add,
                                                const QStringList& remove);

}  // namespace heliograph::campaign
