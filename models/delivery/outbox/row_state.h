// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <array>

namespace heliograph::delivery {

/// What becomes of one person of a run.
enum class RowState {
  Pending,   ///< to be sent
  Claimed,   ///< picked, nothing has left yet
  Sending,   ///< handed to the network
  Held,      ///< a provider keeps it until its time
  Accepted,  ///< a provider has it
  Refused,   ///< nobody takes it
  InDoubt,   ///< may have arrived
  Skipped,   ///< wasn't to be sent
};

inline constexpr std::array<RowState, 8> allRowStates{RowState::Pending, RowState::Claimed,  RowState::Sending,
                                                      RowState::Held,    RowState::Accepted, RowState::Refused,
                                                      RowState::InDoubt, RowState::Skipped};

/// Stable name as in the workspace, JSON and CSV: 'pending', 'claimed', 'sending', 'held', 'accepted', 'refused',
/// 'in_doubt', 'skipped'.
[[nodiscard]] QString rowStateName(RowState state);
/// The reverse; Pending for a name that is none.
[[nodiscard]] RowState rowStateFromName(const QString& name);
/// For a person: "To be sent", "Unclear: may have arrived", …
[[nodiscard]] QString rowStateText(RowState state);

}  // namespace heliograph::delivery
