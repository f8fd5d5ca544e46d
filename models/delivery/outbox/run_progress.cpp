// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/run_progress.h"

#include <algorithm>
#include <numeric>

namespace heliograph::delivery {

void RunProgress::take(QMap<RowState, qint64> people, std::vector<ReasonFigure> why, bool isLimited) {
  counts = std::move(people);
  reasons = std::move(why);
  notDrawn = 0;
  if (isLimited) {
    notDrawn = count(RowState::Skipped);
    for (const ReasonFigure& figure : reasons) {
      if (figure.state == RowState::Skipped) notDrawn -= figure.people;
    }
    notDrawn = std::max<qint64>(0, notDrawn);
  }
  total = std::accumulate(counts.cbegin(), counts.cend(), qint64{0}) - notDrawn;
}

}  // namespace heliograph::delivery
