// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

namespace heliograph::providers {

/// What a provider reports of one message, or of an answer to it.
struct Receipt {
  enum class Kind { Sent, Failed, Delivered, Clicked, Replied };

  Kind kind = Kind::Sent;
  QString messageId;      ///< the provider's: of the message, or of the reply itself
  QString clientId;       ///< ours, of the message
  QString number;         ///< the person's, as the provider writes it; empty if it doesn't say
  int code = 0;           ///< Failed: 900 to 920
  QString words;          ///< Failed: the provider's code and words, secrets hidden
  QString target;         ///< Clicked: where the link leads
  QString text;           ///< Replied
  QString opt;            ///< Replied: what the provider itself made of it: "stop", "start" or empty
  bool optedOut = false;  ///< Failed, as the person wants no messages
  QDateTime at;           ///< as the provider says; invalid if it doesn't

  bool operator==(const Receipt&) const = default;
};

/// The name in the database ("delivered").
[[nodiscard]] QString receiptKindName(Receipt::Kind kind);
/// The kind of that name; Sent for another.
[[nodiscard]] Receipt::Kind receiptKindByName(const QString& name);

/// What an answer or a call held.
struct ReadReports {
  std::vector<Receipt> receipts;
  QString cursor;            ///< of a feed: where to go on; empty if it doesn't say
  QString next;              ///< of a feed: the address of the next page; empty if there is none
  QDateTime newest, oldest;  ///< times of all records, those that say nothing included; invalid without any
  int records = 0;           ///< so many stood in it, whether they said something or not
};

}  // namespace heliograph::providers
