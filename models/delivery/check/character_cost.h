// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/money.h"
#include "delivery/reach/people_set.h"

namespace heliograph::delivery {

/// What is longer, and dearer, than it would be otherwise.
struct ExtraParts {
  PeopleSet texts;   ///< whose texts take more parts
  qint64 parts = 0;  ///< how many more, together
  MoneySum cost;     ///< expected, of those that have a price

  bool operator==(const ExtraParts&) const = default;
};

/// A character outside GSM-7 that people read, or all letters of a script that GSM-7 doesn't have. Each is compared
/// with the same text with its replacement, without it where it has none, and with a letter of GSM-7 for each of a
/// script.
struct CharacterCost {
  QString character;                             ///< empty for a script
  QChar::Script script = QChar::Script_Unknown;  ///< of the letters; unknown for a character
  QString replacement;                           ///< what reads the same in GSM-7
  bool hasReplacement = false;                   ///< the replacement may be nothing: for what prints nothing
  bool isOwn = false;                ///< stands in the message itself; otherwise in what is filled in: values, snippets
  QMap<QString, qint64> properties;  ///< not own: whose values it comes from -> people, where it can be told
  PeopleSet people;                  ///< who read it
  ExtraParts extra;                  ///< because of this one alone

  bool operator==(const CharacterCost&) const = default;
};

/// The characters that make texts UCS-2.
struct CostlyCharacters {
  std::vector<CharacterCost> each;  ///< what costs most first
  QStringList replaceable;          ///< the message's own that have a replacement
  ExtraParts together;              ///< what replacing all of those would save

  bool operator==(const CostlyCharacters&) const = default;
};

}  // namespace heliograph::delivery
