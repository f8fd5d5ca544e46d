// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "phone/phone_state.h"

namespace heliograph::audience {

/// Whether a person can be texted, and if not, why: the one definition that counting and delivery share.
enum class Reachability { Reachable, Unsubscribed, NoPhone, InvalidPhone, DuplicatePhone };

/// Stable code: '' for Reachable, 'unsubscribed', 'no_phone', 'invalid_phone', 'duplicate_phone'.
[[nodiscard]] QString reachabilityCode(Reachability reachability);

/// A sentence for a person of why somebody of that code can't be texted; empty for Reachable.
[[nodiscard]] QString reachabilityWords(Reachability reachability);

/// Tells one audience's people apart, given in the order of their ids: unsubscribed first, then no or no usable number,
/// then a number that an earlier person of the same audience has (the lowest id keeps it). About 40 bytes a person.
class ReachabilityCheck final {
 public:
  explicit ReachabilityCheck(std::size_t expectedPeople = 0) { m_seen.reserve(expectedPeople); }

  /// The next person. `phone` is E.164 if the state can be sent to.
  [[nodiscard]] Reachability next(phone::PhoneState state, std::string_view phone, bool unsubscribed);

  /// Marks a number as used by an earlier person (when a filling goes on after a stop).
  void use(std::string_view e164);

 private:
  std::unordered_set<std::uint64_t> m_seen;
};

}  // namespace heliograph::audience
