// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::providers {

/// True for a well-formed header name (RFC 9110, 5.1) that isn't one the HTTP client writes itself (Host,
/// Content-Length, Connection, Transfer-Encoding, Expect, Upgrade).
[[nodiscard]] bool isSettableHeader(const QString& name);

/// True for a name under which a secret is usually found ("Authorization", "api_key", "password").
[[nodiscard]] bool soundsSecret(const QString& name);

}  // namespace heliograph::providers
