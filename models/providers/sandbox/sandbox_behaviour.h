// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>

#include "core/result.h"

namespace heliograph::providers {

/// What the sandbox does with a message. The JSON form is described at SandboxServer.
struct SandboxBehaviour {
  enum class Mode { Accept, Refuse, Throttle, Fail, Stall, Close, Nonsense, Lie };

  Mode mode = Mode::Accept;
  bool recorded = false;      ///< Fail, Stall, Close, Nonsense: the message did arrive and is in the record
  int every = 1;              ///< the mode holds for each n-th message, the others are accepted
  int rate = 0;               ///< Throttle: so many a second are accepted; 0: none
  int retryAfterSeconds = 1;  ///< Throttle
  int code = 30007;           ///< Refuse
  int delayMs = 0;            ///< before any answer
  QString delivery = QStringLiteral("delivered");  ///< what becomes of accepted messages: "sent", "delivered", "failed"
  int deliveryCode = 30003;                        ///< of a failed delivery
  QString reply;                                   ///< what people answer each message; empty: nothing
  QHash<QString, int> refuseNumbers;               ///< E.164 -> code, in every mode

  [[nodiscard]] QJsonObject toJson() const;
  bool operator==(const SandboxBehaviour&) const = default;
  /// InvalidInput with the field's name if something isn't as described.
  [[nodiscard]] static Result<SandboxBehaviour> fromJson(const QJsonObject& json);
};

}  // namespace heliograph::providers
