// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/reachability.h"

#include <charconv>

namespace heliograph::audience {
namespace {

/// An E.164 number has at most 15 digits and no leading zero: as an integer it is exact.
std::uint64_t asInteger(std::string_view e164) {
  std::uint64_t number = 0;
  if (e164.starts_with('+')) e164.remove_prefix(1);
  std::from_chars(e164.data(), e164.data() + e164.size(), number);
  return number;
}

}  // namespace

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
  }
  return {};
}

Reachability ReachabilityCheck::next(phone::PhoneState state, std::string_view phone, bool unsubscribed) {
  if (unsubscribed) return Reachability::Unsubscribed;
  if (state == phone::PhoneState::None) return Reachability::NoPhone;
  if (!phone::isSendable(state)) return Reachability::InvalidPhone;
  return m_seen.insert(asInteger(phone)).second ? Reachability::Reachable : Reachability::DuplicatePhone;
}

void ReachabilityCheck::use(std::string_view e164) {
  m_seen.insert(asInteger(e164));
}

}  // namespace heliograph::audience
