// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include "core/result.h"
#include "providers/reports/receipt.h"

namespace heliograph::providers {

/// Reads a list of events, each `{"event", "data": [{"ts", "meta", …}]}`: delivered; failed with code and description;
/// clicked with url; replied with incomingText. `meta` is our id of the message. What isn't known is left out. Error:
/// InvalidInput; its detail names the fields that are missing, separated by commas; then nothing of it counts.
[[nodiscard]] Result<ReadReports> readEvents(const QByteArray& body, const QStringList& hidden);

}  // namespace heliograph::providers
