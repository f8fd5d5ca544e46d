// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace heliograph::phone {

/// What is known of a person's number. `Possible` has the right length and can be sent to, with a warning.
enum class PhoneState {
  None,      ///< nothing was given
  Invalid,   ///< no number, or none that can exist
  Possible,  ///< the length fits, the range isn't known to be in use
  Valid,     ///< in a range that is in use
};

/// Stable name as it stands in the workspace and in JSON: 'none', 'invalid', 'possible', 'valid'.
[[nodiscard]] QString phoneStateName(PhoneState state);

/// The state of that name; Invalid for any other text.
[[nodiscard]] PhoneState phoneStateFromName(QStringView name);

/// Whether a message can be sent to a number of that state.
[[nodiscard]] constexpr bool isSendable(PhoneState state) {
  return state == PhoneState::Possible || state == PhoneState::Valid;
}

}  // namespace heliograph::phone
