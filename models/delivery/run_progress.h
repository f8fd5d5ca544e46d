// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QMetaType>
#include <QString>

#include "delivery/row_state.h"
#include "delivery/run.h"

namespace heliograph::delivery {

/// How a run goes, for the window and for `deliver`.
struct RunProgress {
  RunId run;
  CampaignId campaign;
  RunState state = RunState::Due;
  QString reason;                 ///< held or paused: why (namespace hold)
  QString words;                  ///< the state for a person, with what it waits for ("Waiting for the network")
  qint64 total = 0;               ///< people who have a row
  QMap<RowState, qint64> counts;  ///< by state; the sum is `total`
  QMap<QString, qint64> reasons;  ///< people refused, skipped or unclear, by code
  double perSecond = 0;           ///< accepted, over the last seconds

  bool operator==(const RunProgress&) const = default;

  [[nodiscard]] qint64 count(RowState of) const { return counts.value(of); }
  /// People whose message has still to leave or is leaving.
  [[nodiscard]] qint64 left() const {
    return count(RowState::Pending) + count(RowState::Claimed) + count(RowState::Sending);
  }
  [[nodiscard]] qint64 unclear() const { return count(RowState::InDoubt); }
};

}  // namespace heliograph::delivery

Q_DECLARE_METATYPE(heliograph::delivery::RunProgress)
