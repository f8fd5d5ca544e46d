// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "net/http_answer.h"
#include "providers/answer/send_verdict.h"
#include "providers/definition/provider_definition.h"
#include "providers/request/request_builder.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::providers {

/// What became of a send. Nothing sent: NextProvider, temporary. Unclear: InDoubt. Else by the definition's rules; an
/// answer that says back another number or id than was sent, or that can't be read where it should say "accepted", is
/// InDoubt. `secrets` are hidden in the words; `now` is what a Retry-After date is counted from.
[[nodiscard]] SendVerdict readSend(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                   const OutgoingMessage& message, const SecretValues& secrets = {},
                                   const QDateTime& now = QDateTime::currentDateTimeUtc());

/// The same for messages that shared a request, in their order. What can't be told for sure of one of them is InDoubt:
/// a result that is missing, or that several of them could be meant by. An answer that as a whole refuses a message or
/// a number is RetryAlone for each; with a status 2xx, and without BatchSpec::allOrNone, it is InDoubt.
[[nodiscard]] std::vector<SendVerdict> readSend(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                                const std::vector<OutgoingMessage>& messages,
                                                const SecretValues& secrets = {},
                                                const QDateTime& now = QDateTime::currentDateTimeUtc());

/// What the answer to buildLookUp() says. Anything but a clear yes or no is Unclear.
[[nodiscard]] LookUpVerdict readLookUp(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                       const LookUpKey& key, const SecretValues& secrets = {});

/// What the answer to buildCancel() says. An answer that speaks of another message, or can't be read, is Unclear.
[[nodiscard]] CancelVerdict readCancel(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                       const QString& messageId, const SecretValues& secrets,
                                       const QDateTime& now = QDateTime::currentDateTimeUtc());

/// What an account or a sender check brought.
struct AccountVerdict {
  enum class Outcome { Good, Rejected, Unknown };

  Outcome outcome = Outcome::Unknown;
  QString code;     ///< the provider's
  QString words;    ///< the provider's own words, secrets hidden
  QString hint;     ///< our sentence
  QString balance;  ///< what is left, as the provider writes it; empty when it doesn't say
};

/// What the answer to buildAccountCheck() says.
[[nodiscard]] AccountVerdict readAccountCheck(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                              const SecretValues& secrets = {});

/// What the answer to buildSenderCheck() says; there is no balance in it.
[[nodiscard]] AccountVerdict readSenderCheck(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                             const SecretValues& secrets = {});

}  // namespace heliograph::providers
