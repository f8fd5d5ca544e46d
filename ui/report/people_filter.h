// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "delivery/outbox/row_state.h"

namespace heliograph::ui {

/// Which people of a report are meant.
struct PeopleFilter {
  QList<delivery::RowState> states;  ///< none: everybody
  std::optional<QString> reason;
  QString words;  ///< for a person: "Refused: Number can't get texts"

  std::optional<QString> delivery = {};  ///< what the provider said afterwards
  std::optional<int> deliveryCode = {};  ///< why it wasn't delivered

  bool operator==(const PeopleFilter&) const = default;
};

/// The people of a state, or of one reason in it; an empty reason means all of them.
[[nodiscard]] PeopleFilter peopleOf(delivery::RowState state, const QString& reason);

}  // namespace heliograph::ui
