// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// How many messages a second are accepted by a provider that answers after 150 ms:
/// `{accepted, unclear, seconds, per_second, answer_ms}`, from the first to the last acceptance.
[[nodiscard]] Result<QJsonObject> benchSend();

}  // namespace heliograph::cli
