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
    NoCredit,      ///< not accepted: the account has nothing left to pay with; likewise
    NotKept,       ///< not accepted: it doesn't keep messages until the time that was named
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

/// Whether the account itself is the reason: then nothing more goes through this provider until a person mended it.
[[nodiscard]] constexpr bool rejectsAccount(SendVerdict::Outcome outcome) {
  return outcome == SendVerdict::Outcome::Credentials || outcome == SendVerdict::Outcome::NoCredit;
}

/// Stable name of an outcome, as it stands in the database and in JSON ("in_doubt").
[[nodiscard]] QString sendOutcomeName(SendVerdict::Outcome outcome);

/// What a provider says when it is asked about a message whose fate is unclear.
struct LookUpVerdict {
  enum class Outcome {
    Found,
    NotFound,
    TakenBack,  ///< it is there and isn't sent: it was taken back
    Unclear,
  };

  Outcome outcome = Outcome::Unclear;
  QString messageId;
  QString words;
  bool isByRecipient = false;  ///< found by number, text and time: it must not be another message of ours
};

/// What became of taking back a message that the provider kept for later.
struct CancelVerdict {
  enum class Outcome {
    TakenBack,  ///< it isn't sent
    TooLate,    ///< the provider says that it can't be taken back any more
    Later,      ///< not asked, or asked too often: again later
    Unclear,    ///< it may be sent, or not
  };

  Outcome outcome = Outcome::Unclear;
  QString code;
  QString words;                       ///< the provider's, secrets hidden
  std::chrono::seconds retryAfter{0};  ///< Later: 0: the caller chooses
};

}  // namespace heliograph::providers
