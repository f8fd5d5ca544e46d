// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

namespace heliograph {

QString errorCodeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::Cancelled:
      return QStringLiteral("cancelled");
    case ErrorCode::InvalidInput:
      return QStringLiteral("invalid-input");
    case ErrorCode::NotFound:
      return QStringLiteral("not-found");
    case ErrorCode::Conflict:
      return QStringLiteral("conflict");
    case ErrorCode::Busy:
      return QStringLiteral("busy");
    case ErrorCode::ReadOnly:
      return QStringLiteral("read-only");
    case ErrorCode::DiskFull:
      return QStringLiteral("disk-full");
    case ErrorCode::Damaged:
      return QStringLiteral("damaged");
    case ErrorCode::TooNew:
      return QStringLiteral("too-new");
    case ErrorCode::Io:
      return QStringLiteral("io");
    case ErrorCode::Network:
      return QStringLiteral("network");
    case ErrorCode::Timeout:
      return QStringLiteral("timeout");
    case ErrorCode::Refused:
      return QStringLiteral("refused");
    case ErrorCode::Credentials:
      return QStringLiteral("credentials");
    case ErrorCode::LimitExceeded:
      return QStringLiteral("limit-exceeded");
    case ErrorCode::Unsupported:
      return QStringLiteral("unsupported");
    case ErrorCode::Internal:
      break;
  }
  return QStringLiteral("internal");
}

}  // namespace heliograph
