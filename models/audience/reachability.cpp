// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/reachability.h"

#include <charconv>

namespace heliograph::audience {
QString reachabilityCode(Reachability reachability) {
  switch (reachability) {
    case Reachability::Reachable:
      return {};
    case Reachability::Unsubscribed:
      return QStringLiteral("unsubscribed");
    case Reachability::NoPhone:
      return QStringLiteral("no_phone");
    case Reachability::InvalidPhone:
      return QStringLiteral("invalid_phone");
    case Reachability::DuplicatePhone:
      return QStringLiteral("duplicate_phone");
    case Reachability::HeldBack:
      return QStringLiteral("control_group");
    case Reachability::HeldBackByWorkspace:
      return QStringLiteral("workspace_control_group");
    case Reachability::NoProvider:
      return QStringLiteral("no_provider_for_country");
  }
  return {};
}

QString reachabilityWords(Reachability reachability) {
  switch (reachability) {
    case Reachability::Reachable:
      return {};
    case Reachability::Unsubscribed:
      return QStringLiteral("Unsubscribed from text messages");
    case Reachability::NoPhone:
      return QStringLiteral("No phone number");
    case Reachability::InvalidPhone:
      return QStringLiteral("The phone number can't exist");
    case Reachability::DuplicatePhone:
      return QStringLiteral("Somebody else in the audience has the same number");
    case Reachability::HeldBack:
      return QStringLiteral("Held back: in the campaign's control group");
    case Reachability::HeldBackByWorkspace:
      return QStringLiteral("Held back: in the workspace's control group");
    case Reachability::NoProvider:
      return QStringLiteral("No provider of the campaign covers the country of this number");
  }
  return {};
}

std::uint64_t phoneAsInteger(std::string_view e164) {
  std::uint64_t number = 0;
  if (e164.starts_with('+')) e164.remove_prefix(1);
  std::from_chars(e164.data(), e164.data() + e164.size(), number);
  return number;
}

Reachability heldBackBy(const ControlGroups& groups, ProfileId person) {
  if (groups.workspace.holds(person)) return Reachability::HeldBackByWorkspace;
  return groups.campaign.holds(person) ? Reachability::HeldBack : Reachability::Reachable;
}

Reachability ReachabilityCheck::next(ProfileId person, phone::PhoneState state, std::string_view phone,
                                     bool unsubscribed, std::string_view country) {
  const Reachability held = heldBackBy(m_groups, person);
  if (held != Reachability::Reachable) return held;
  const Reachability told = next(state, phone, unsubscribed);
  return told == Reachability::Reachable && !m_countries.covers(country) ? Reachability::NoProvider : told;
}

Reachability ReachabilityCheck::next(phone::PhoneState state, std::string_view phone, bool unsubscribed) {
  if (unsubscribed) return Reachability::Unsubscribed;
  if (state == phone::PhoneState::None) return Reachability::NoPhone;
  if (!phone::isSendable(state)) return Reachability::InvalidPhone;
  return m_seen.insert(phoneAsInteger(phone)).second ? Reachability::Reachable : Reachability::DuplicatePhone;
}

void ReachabilityCheck::use(std::string_view e164) {
  m_seen.insert(phoneAsInteger(e164));
}

}  // namespace heliograph::audience
