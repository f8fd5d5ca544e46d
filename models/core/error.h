// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace heliograph {

/// What kind of thing went wrong; callers branch on this, people read `Error::message`.
enum class ErrorCode {
  Cancelled,      ///< the person or a shutdown asked for it
  InvalidInput,   ///< what was given can't be used as it is
  NotFound,       ///< no such person, campaign, file, …
  Conflict,       ///< somebody else changed it in between (a stale revision), or it exists already
  Busy,           ///< another program holds the workspace's lock for longer than the wait
  ReadOnly,       ///< the file or folder can't be written
  DiskFull,       ///< no room left where the workspace lies
  Damaged,        ///< the file isn't what it should be
  TooNew,         ///< written by a later version of this program
  Io,             ///< reading or writing failed otherwise
  Network,        ///< no connection, no name, no TLS
  Timeout,        ///< no answer in the time given
  Refused,        ///< the other side answered and said no
  Credentials,    ///< a secret is missing or was rejected
  LimitExceeded,  ///< one of the documented limits
  Unsupported,    ///< can't be done here
  Internal,       ///< a fault of this program
};

/// Stable lower-case name of a code, as it stands in JSON and logs ("disk-full").
QString errorCodeName(ErrorCode code);

/// An error as a value: `code` for the caller, `message` for the person (what happened, why, what to do), `detail` for
/// the log. Neither text ever holds a phone number, a message text or a secret.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  QString message;
  QString detail;

  bool operator==(const Error&) const = default;
};

}  // namespace heliograph

Q_DECLARE_METATYPE(heliograph::Error)
