// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "audience/groups/control_groups.h"
#include "phone/phone_state.h"

namespace heliograph::audience {

/// Whether a person can be texted, and if not, why: the one definition that counting and delivery share.
enum class Reachability {
  Reachable,
  Unsubscribed,
  NoPhone,
  InvalidPhone,
  DuplicatePhone,
  HeldBack,             ///< in the campaign's control group
  HeldBackByWorkspace,  ///< in the workspace's control group
  NoProvider,           ///< no provider of the campaign covers the number's country
};

/// Stable code: '' for Reachable, 'unsubscribed', 'no_phone', 'invalid_phone', 'duplicate_phone', 'control_group',
/// 'workspace_control_group', 'no_provider_for_country'.
[[nodiscard]] QString reachabilityCode(Reachability reachability);

/// A sentence for a person of why somebody of that code isn't texted; empty for Reachable.
[[nodiscard]] QString reachabilityWords(Reachability reachability);

/// An E.164 number without its plus; it has at most 15 digits and no leading zero, so that it is exact.
[[nodiscard]] std::uint64_t phoneAsInteger(std::string_view e164);

/// Which of the groups holds a person back; Reachable if none does.
[[nodiscard]] Reachability heldBackBy(const ControlGroups& groups, ProfileId person);

/// Tells one audience's people apart, given in the order of their ids: held back first, then unsubscribed, then no or
/// no usable number, then a number that an earlier person of the same audience has (the lowest id keeps it; who is held
/// back takes none), then a number of a country that no provider covers. About 40 bytes a person.
class ReachabilityCheck final {
 public:
  explicit ReachabilityCheck(std::size_t expectedPeople = 0) { m_seen.reserve(expectedPeople); }
  explicit ReachabilityCheck(const ReachRules& rules) : m_groups(rules.groups), m_countries(rules.countries) {}

  /// The next person, who may be held back; `country` is the number's.
  [[nodiscard]] Reachability next(ProfileId person, phone::PhoneState state, std::string_view phone, bool unsubscribed,
                                  std::string_view country);

  /// The next person, whom no group holds back. `phone` is E.164 if the state can be sent to.
  [[nodiscard]] Reachability next(phone::PhoneState state, std::string_view phone, bool unsubscribed);

  /// Marks a number as used by an earlier person (when a filling goes on after a stop).
  void use(std::string_view e164);

 private:
  ControlGroups m_groups;
  CountryReach m_countries;
  std::unordered_set<std::uint64_t> m_seen;
};

}  // namespace heliograph::audience
