// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "campaign/provider_fields.h"
#include "core/result.h"

namespace heliograph::campaign {

/// One more copy of the message beside the first.
struct Variant {
  QByteArray message;  ///< Liquid, canonical UTF-8
  int share = 0;       ///< Split: percent of the people, 1 to 99
  QString value;       ///< ByProperty: who has this value of the property gets it
  ProviderFields fields = {};

  bool operator==(const Variant&) const = default;
};

/// How an A/B test ends.
struct WinnerRule {
  enum class By { Hand, Clicks, Conversions };
  enum class Tie { First, Ask };  ///< the first variant wins, or a person is asked
  static constexpr int leastWait = 5;
  static constexpr int mostWait = 7 * 24 * 60;

  By by = By::Hand;
  int waitMinutes = 60;  ///< after the test is sent, before a winner is taken; ByHand: when to remind
  Tie tie = Tie::First;

  bool operator==(const WinnerRule&) const = default;
};

/// Which people get which copy. Campaign::message is the first (A), and with ByProperty the one for everybody whose
/// value no variant has.
struct Variants {
  enum class Kind { Single, AbTest, Split, ByProperty };
  static constexpr std::size_t mostTested = 3;    ///< copies of an A/B test or a split, the first among them
  static constexpr std::size_t mostByValue = 50;  ///< copies by property beside the default

  Kind kind = Kind::Single;
  std::vector<Variant> others;
  int testPercent = 10;  ///< AbTest: people in the test, 1 to 100; used when testPeople is 0
  int testPeople = 0;    ///< AbTest: so many people instead
  WinnerRule winner;
  QString property;  ///< ByProperty: whose value decides

  bool operator==(const Variants&) const = default;
};

/// How many copies the message has; 1 for a single one, whatever is kept of others.
[[nodiscard]] int copyCount(const Variants& variants);
/// "A", "B", "C"; by property the value, and "Everybody else" for the first.
[[nodiscard]] QString copyName(const Variants& variants, int copy);
/// The copy of that name. Errors: NotFound with the names there are.
[[nodiscard]] Result<int> copyNamed(const Variants& variants, const QString& name);
/// The percents of a split, one for each copy: the first gets what the others leave, which is less than 1 if they leave
/// too little.
[[nodiscard]] std::vector<int> sharesOf(const Variants& variants);

/// Who is in an A/B test of so many people.
struct TestSizes {
  qint64 each = 0;  ///< people who get each copy; when everybody is in it, up to one more
  qint64 test = 0;  ///< in the test
  qint64 rest = 0;  ///< who get the winner; 0: everybody is in the test, and nobody is left to send a winner to

  bool operator==(const TestSizes&) const = default;
};

/// The same number of people for each copy, at least one; the percents of the people are rounded down.
[[nodiscard]] TestSizes testSizes(const Variants& variants, qint64 people);

/// Stable names as in JSON: "single", "ab_test", "split", "by_property".
[[nodiscard]] QString variantsKindName(Variants::Kind kind);

}  // namespace heliograph::campaign
