// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/people_filter.h"

#include "delivery/outbox/reason_text.h"

namespace heliograph::ui {

PeopleFilter peopleOf(delivery::RowState state, const QString& reason) {
  if (reason.isEmpty()) return {{state}, {}, delivery::rowStateText(state)};
  return {{state}, reason, delivery::reasonLabel(reason)};
}

}  // namespace heliograph::ui
