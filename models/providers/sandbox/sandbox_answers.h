// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "net/http_server.h"
#include "providers/sandbox/sandbox_record.h"

namespace heliograph::providers {

/// The code of an account that has nothing left to pay with.
inline constexpr int kSandboxNoCredit = 20402;

/// What the sandbox says of a code, in English.
[[nodiscard]] QString sandboxWords(int code);

/// The sandbox's answers on the wire, as described at SandboxServer.
[[nodiscard]] net::ServerAnswer jsonAnswer(int status, const QJsonObject& json);
[[nodiscard]] net::ServerAnswer acceptedAnswer(const SandboxMessage& message);
[[nodiscard]] net::ServerAnswer refusedAnswer(const SandboxMessage& message, int code);
[[nodiscard]] net::ServerAnswer throttledAnswer(int retryAfterSeconds);
[[nodiscard]] net::ServerAnswer errorAnswer(int status, int code);
[[nodiscard]] net::ServerAnswer nonsenseAnswer();
[[nodiscard]] net::ServerAnswer listAnswer(const Result<std::vector<SandboxMessage>>& messages, qint64 after,
                                           qint64 count);

}  // namespace heliograph::providers
