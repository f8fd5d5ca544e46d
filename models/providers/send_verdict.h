// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <chrono>

namespace heliograph::providers {

/// What became of one try to send.
struct SendVerdict {
  enum class Outcome {
    Accepted,      ///< the provider has it
    RetryAfter,    ///< not accepted; the same provider takes it later
    NextProvider,  ///< not accepted by this provider; another one may
    Permanent,     ///< refused for good
    OptedOut,      ///< refused: this person has opted out; to be suppressed
    BadNumber,     ///< refused: the number can't get texts
    Credentials,   ///< not accepted: the account or its settings are wrong; nothing of this provider will go through
    InDoubt,       ///< may have been accepted; never sent again by itself
    RetryAlone,    ///< nothing of the batch was accepted, because of one of its messages; each is to be sent by itself
  };

  Outcome outcome = Outcome::InDoubt;
  bool temporary = false;  ///< not accepted, and the same provider may take the same message later (429, not reachable)
  int httpStatus = 0;      ///< 0: no answer
  QString messageId;       ///< the provider's, the first of them
  QStringList messageIds = {};  ///< all of them: some give one for each part
  QString code;                 ///< the provider's, or ours: "not_sent", "no_answer", "unreadable", "echo_mismatch"
  QString words;                ///< the provider's own words, one line, number and secrets hidden
  QString hint;                 ///< our sentence for the person, may be empty
  std::chrono::seconds retryAfter{0};  ///< 0: the caller chooses
  QString echoedTo;  ///< the number the provider says it took; for comparing only, never shown or logged
};

/// Stable name of an outcome, as it stands in the database and in JSON ("in_doubt").
[[nodiscard]] QString sendOutcomeName(SendVerdict::Outcome outcome);

/// What a provider says when it is asked about a message whose fate is unclear.
struct LookUpVerdict {
  enum class Outcome { Found, NotFound, Unclear };

  Outcome outcome = Outcome::Unclear;
  QString messageId;
  QString words;
  bool isByRecipient = false;  ///< found by number, text and time: it must not be another message of ours
};

}  // namespace heliograph::providers
