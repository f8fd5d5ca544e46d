// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "phone/phone_number.h"

namespace heliograph::audience {

/// What was done to a phone number on its way through spreadsheets, and can be undone.
enum class Repair {
  Exponent = 1,     ///< 4.47911123456E+11 with all of its digits: 447911123456
  Decimals = 2,     ///< 447911123456.0, as of an amount
  LostPlus = 4,     ///< 447911123456, which is no number of the default region but one with a plus
  LostZero = 8,     ///< 7911123456, a number of the default region without the zero that is written there
  FirstOfTwo = 16,  ///< two numbers in one cell
  Abroad = 32,      ///< 64216555143, a number of the default region without its zero or of another one without the plus
};
Q_DECLARE_FLAGS(Repairs, Repair)
Q_DECLARE_OPERATORS_FOR_FLAGS(Repairs)

/// All kinds, in the order in which they are told of.
inline constexpr std::array allRepairs{Repair::Exponent, Repair::LostPlus,   Repair::LostZero,
                                       Repair::Decimals, Repair::FirstOfTwo, Repair::Abroad};

/// Those that leave no doubt. What may be a number at home is read as one.
[[nodiscard]] constexpr Repairs usualRepairs() {
  return Repairs(Repair::Exponent) | Repair::Decimals | Repair::LostPlus | Repair::LostZero;
}

/// Stable name: 'scientific', 'plus', 'zero', 'decimals', 'two', 'abroad'.
[[nodiscard]] QString repairName(Repair repair);
/// "scientific,plus" or "none"; nothing if a name is unknown.
[[nodiscard]] std::optional<Repairs> repairsFromNames(const QString& names);

/// A phone number as it is in a file.
struct PhoneReading {
  phone::ParsedPhone parsed;     ///< with the repair if it is wanted, else as it stands
  std::optional<Repair> repair;  ///< what would make it a number; done if wanted
  std::string repaired;          ///< with `repair`: the number then, E.164
  bool digitsLost = false;       ///< an exponent has eaten digits; nobody can bring them back
};

/// Reads phone numbers and finds what spreadsheets broke. Whether something is a number is libphonenumber's to say: a
/// repair is only found where the outcome is a number in use.
class PhoneRepair final {
 public:
  /// `region` is of numbers without a country code (ISO 3166; may be empty).
  PhoneRepair(std::string region, Repairs wanted);

  [[nodiscard]] PhoneReading read(std::string_view text) const;

 private:
  struct Found {
    Repair repair;
    phone::ParsedPhone parsed;
    phone::ParsedPhone home;  ///< with Repair::Abroad: the number in the default region
    Repairs homeNeeds;        ///< what is to be wanted for that
  };
  [[nodiscard]] std::optional<Found> find(std::string_view text, const phone::ParsedPhone& asItStands,
                                          std::string_view first) const;
  [[nodiscard]] std::optional<Found> findInDigits(std::string_view text, const phone::ParsedPhone& asItStands) const;
  [[nodiscard]] std::optional<Found> findWithoutZero(std::string_view text, const phone::ParsedPhone& atHome) const;
  [[nodiscard]] std::optional<Found> findWithin(std::string_view text, Repair repair) const;
  [[nodiscard]] std::string_view firstOfSeveral(std::string_view text) const;
  [[nodiscard]] phone::ParsedPhone unrepaired(Found&& found, phone::ParsedPhone&& asItStands) const;
  [[nodiscard]] bool lacksZero(std::string_view text, const phone::ParsedPhone& parsed) const;

  std::string m_region;
  bool m_writesZero;  ///< numbers of the region are written with a zero before them
  Repairs m_wanted;
};

}  // namespace heliograph::audience
