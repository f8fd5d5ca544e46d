// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace heliograph::message {

/// Which of several copies of a message a person gets. It depends on the person and these facts alone, so that it is
/// the same in a preview, in a check and when it is sent.
struct CopyChoice {
  enum class By {
    First,  ///< everybody gets the first
    Test,   ///< by lot as it is sent; until then the first stands for all
    Draw,   ///< by lot, from the seed and the person's identity
    Value,  ///< by the value of a property; the first for everybody whose value no copy has
  };

  By by = By::First;
  quint64 seed = 0;                 ///< Draw: another seed, another drawing
  std::vector<int> shares;          ///< Draw: hundredths of a percent for each copy; who is in none gets the first
  QString property;                 ///< Value
  std::vector<std::string> values;  ///< Value: of the second copy and the ones after it, UTF-8

  bool operator==(const CopyChoice&) const = default;
};

/// A number from 0 to 9,999 drawn for a person: every one as likely, the same for the same seed and identity on every
/// machine.
[[nodiscard]] int drawnLot(quint64 seed, std::string_view identity);

}  // namespace heliograph::message
