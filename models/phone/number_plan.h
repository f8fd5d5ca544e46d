// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "phone/digit_automaton.h"

namespace i18n::phonenumbers {
class PhoneMetadata;
}

namespace heliograph::phone {

/// What the number of a number's digits says of it.
enum class NumberLength { Fits, LocalOnly, TooShort, TooLong, Unusual };

/// Whether a number is in use, and for what.
enum class NumberUse { None, Mobile, Other };

/// A region's numbers, made from what libphonenumber itself knows of them, so that they can be told without its lock
/// and without its regular expressions. Immutable; national numbers are digits without country code and trunk prefix.
class NumberPlan final {
 public:
  /// Nothing if one of the patterns isn't understood.
  [[nodiscard]] static std::unique_ptr<const NumberPlan> from(const i18n::phonenumbers::PhoneMetadata& metadata);

  /// ISO 3166; "001" for services of no country.
  [[nodiscard]] const std::string& region() const { return m_region; }
  [[nodiscard]] int callingCode() const { return m_callingCode; }
  [[nodiscard]] NumberLength lengthOf(std::string_view national) const;
  /// A number of a region that doesn't tell mobile numbers apart counts as one.
  [[nodiscard]] NumberUse useOf(std::string_view national) const;
  /// Whether the digits look like a number, whatever their number.
  [[nodiscard]] bool isLike(std::string_view national) const;

  /// Whether the region is told from others of its calling code by the first digits alone, …
  [[nodiscard]] bool hasLeadingDigits() const { return m_hasLeadingDigits; }
  /// … and whether these are.
  [[nodiscard]] bool isLead(std::string_view national) const;

  /// The digits as they are written at home, without what is dialled before them (0 in most regions); nothing where
  /// that isn't beyond doubt.
  [[nodiscard]] std::optional<std::string_view> withoutTrunk(std::string_view digits) const;
  /// The digits without what is dialled at home before a country code (00 in most regions), or as they are if that
  /// isn't there; nothing where that isn't beyond doubt.
  [[nodiscard]] std::optional<std::string_view> withoutAbroad(std::string_view digits) const;

 private:
  static constexpr std::size_t mostDigits = 20;

  /// What a look at all digits shows.
  struct Look {
    DigitAutomaton::Marks whole = 0;  ///< of the digits as a whole
    std::uint32_t leading = 0;        ///< bit n: the first n digits are such digits
    std::uint32_t trunk = 0;
    std::uint32_t abroad = 0;
  };

  explicit NumberPlan(DigitAutomaton&& automaton) : m_automaton(std::move(automaton)) {}
  [[nodiscard]] Look look(std::string_view digits) const;

  DigitAutomaton m_automaton;
  std::string m_region;
  int m_callingCode = 0;
  bool m_hasLeadingDigits = false;
  bool m_sameForMobile = false;  ///< mobile and other numbers look the same
  bool m_plainTrunk = false;     ///< the trunk prefix is only left out and changes nothing else
  std::uint32_t m_lengths = 0;   ///< bit n: n digits
  std::uint32_t m_localLengths = 0;
  std::array<DigitAutomaton::Marks, mostDigits + 1> m_marksOfLength{};  ///< what may be of so many digits
};

}  // namespace heliograph::phone
