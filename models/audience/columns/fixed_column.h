// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace heliograph::audience {

/// The columns of a column file that are no properties; those have their ids, which are positive.
struct FixedColumn {
  static constexpr std::int64_t identity = -1;
  static constexpr std::int64_t phone = -2;
  static constexpr std::int64_t country = -3;
  static constexpr std::int64_t timeZone = -4;
  static constexpr std::int64_t person = -5;        ///< Bits: there is a person of that id
  static constexpr std::int64_t unsubscribed = -6;  ///< Bits
  static constexpr std::int64_t noPhone = -7;       ///< Bits
  static constexpr std::int64_t sendable = -8;      ///< Bits: the number can be sent to
  static constexpr std::int64_t number = -9;        ///< Instants: the E.164 number as an integer, if it can be sent to
  static constexpr std::int64_t eventPerson = -10;  ///< Persons: whose event it is
  static constexpr std::int64_t eventAt = -11;      ///< Instants: when, ascending
  static constexpr std::int64_t possible = -12;     ///< Bits: the number can be sent to, but is only possible
  static constexpr std::int64_t byPerson = -13;     ///< Persons: whose the events are, ascending
                                                    ///< Places: which of the part's ids each of these is
};

}  // namespace heliograph::audience
