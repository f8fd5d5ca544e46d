// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <chrono>

#include "core/ids.h"

namespace heliograph::delivery {

/// What became of one try, ready to be written down.
struct TryResult {
  /// What happens to the row.
  enum class Fate {
    Accepted,
    Refused,
    InDoubt,
    Again,  ///< nobody has it: back to the others after `wait`
  };

  OutboxId row;
  AttemptId attempt;
  int number = 0;  ///< of the try
  Fate fate = Fate::InDoubt;
  QString reason;                     ///< stable code for the row
  std::chrono::milliseconds wait{0};  ///< Again: at the earliest then
  QString outcome;                    ///< stable name of the verdict, kept with the try
  int httpStatus = 0;
  QString code;
  QString words;
  QString messageId;
  QStringList messageIds = {};  ///< all of them
};

}  // namespace heliograph::delivery
