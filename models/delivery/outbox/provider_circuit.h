// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "core/ids.h"
#include "core/result.h"
#include "providers/answer/send_verdict.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What a try tells of whether its provider can be reached.
enum class Contact {
  None,      ///< nothing left this computer
  Answered,  ///< an answer came, whatever it says of the message
  Fault,     ///< an answer came that tells of a fault of the provider's own (5xx) and leaves the message unclear
  Refused,   ///< nothing of the request arrived
  Silent,    ///< no answer came, and the message may have arrived
};

/// Whether one such try is enough to send nothing there for a while.
[[nodiscard]] inline bool opensCircuit(Contact contact) {
  return contact == Contact::Refused || contact == Contact::Silent;
}

/// What a verdict on a message that left tells of the provider.
[[nodiscard]] Contact contactOf(const providers::SendVerdict& verdict);

/// A circuit breaker for each provider, shared by all programs on a workspace, so that a dead one costs one time-out
/// and not one a message. It opens when a try finds nobody there, and stays open longer each time; then one message
/// tries it, and closes it with any answer or opens it again. A provider that hasn't answered lately is begun with one
/// message, too: until its answer is there the others wait, and only if none comes they go elsewhere. Every function is
/// to be called inside a Transaction.
class ProviderCircuit final {
 public:
  enum class State {
    Closed,  ///< anything may leave
    Trial,   ///< one message may try it
    First,   ///< one is trying it, of which nothing bad is known
    Open,    ///< nothing leaves: it is out of reach, or one is trying whether it still is
  };

  explicit ProviderCircuit(const storage::Database& database) : m_database(database) {}

  [[nodiscard]] Result<State> state(ProviderId provider) const;
  /// One message leaves as the trial. While the circuit is closed that changes nothing.
  [[nodiscard]] Result<> beginTrial(ProviderId provider) const;
  /// What came of a message that left at `left` (milliseconds since 1970). What was under way when the circuit opened
  /// doesn't hold it open any longer.
  [[nodiscard]] Result<> note(ProviderId provider, Contact contact, qint64 left) const;

  /// How long the circuit stays open after so many tries in a row that found nobody. A silent one costs a message that
  /// nobody knows the fate of each time, so it is left alone for longer.
  [[nodiscard]] static std::chrono::milliseconds pauseAfter(int failures, Contact contact);

 private:
  [[nodiscard]] Result<> open(ProviderId provider, Contact contact, qint64 left) const;

  const storage::Database& m_database;
};

}  // namespace heliograph::delivery
