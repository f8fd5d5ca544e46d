// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/send_verdict.h"

namespace heliograph::providers {

QString sendOutcomeName(SendVerdict::Outcome outcome) {
  using Outcome = SendVerdict::Outcome;
  switch (outcome) {
    case Outcome::Accepted:
      return QStringLiteral("accepted");
    case Outcome::RetryAfter:
      return QStringLiteral("retry_after");
    case Outcome::NextProvider:
      return QStringLiteral("next_provider");
    case Outcome::Permanent:
      return QStringLiteral("permanent");
    case Outcome::OptedOut:
      return QStringLiteral("opted_out");
    case Outcome::BadNumber:
      return QStringLiteral("bad_number");
    case Outcome::Credentials:
      return QStringLiteral("credentials");
    case Outcome::NoCredit:
      return QStringLiteral("no_credit");
    case Outcome::NotKept:
      return QStringLiteral("not_kept");
    case Outcome::RetryAlone:
      return QStringLiteral("retry_alone");
    case Outcome::InDoubt:
      break;
  }
  return QStringLiteral("in_doubt");
}

}  // namespace heliograph::providers
