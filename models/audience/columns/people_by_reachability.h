// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "audience/columns/people_bits.h"
#include "audience/reachability.h"

namespace heliograph::audience {

/// The people of a segment by what ReachabilityCheck says of them.
struct PeopleByReachability {
  PeopleBits qualified;  ///< all of them
  PeopleBits reachable;
  PeopleBits heldBackByWorkspace;
  PeopleBits heldBack;
  PeopleBits unsubscribed;
  PeopleBits noPhone;
  PeopleBits invalidPhone;
  PeopleBits duplicatePhone;
  PeopleBits noProvider;

  [[nodiscard]] PeopleBits& of(Reachability reachability);
  [[nodiscard]] const PeopleBits& of(Reachability reachability) const {
    return const_cast<PeopleByReachability*>(this)->of(reachability);
  }

  /// Calls `visit(ProfileId, Reachability)` for each, in the order of their ids.
  template <class Visit>
  void forEach(Visit visit) const {
    static constexpr std::array others{Reachability::Unsubscribed, Reachability::NoPhone,
                                       Reachability::InvalidPhone, Reachability::DuplicatePhone,
                                       Reachability::HeldBack,     Reachability::HeldBackByWorkspace,
                                       Reachability::NoProvider};
    qualified.forEach([&](std::size_t id) {
      const ProfileId person{static_cast<qint64>(id)};
      if (reachable.contains(person)) return visit(person, Reachability::Reachable);
      for (const Reachability other : others) {
        if (of(other).contains(person)) return visit(person, other);
      }
    });
  }
};

}  // namespace heliograph::audience
