// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "net/http_server.h"
#include "providers/sandbox/sandbox_record.h"

namespace heliograph::providers {

/// What a `POST /messages` asks for, or the code with which it is turned away as malformed.
struct SandboxIntake {
  SandboxMessage message;
  int code = 0;  ///< 21602, 21604, 21605; 0 if it can be taken
};

/// The fields of a form or of a JSON object, by the request's Content-Type; none for another one.
[[nodiscard]] QHash<QString, QString> requestFields(const net::ServerRequest& request);

/// Reads a form or a JSON object, by its Content-Type.
[[nodiscard]] SandboxIntake readIntake(const net::ServerRequest& request);

/// The code with which this number is always answered (20429: throttled), or 0.
[[nodiscard]] int codeOfNumber(const QString& number);

}  // namespace heliograph::providers
