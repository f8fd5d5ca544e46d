// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <vector>

#include "delivery/outbox/left_out_providers.h"
#include "delivery/outbox/row_state.h"
#include "delivery/outbox/run.h"

namespace heliograph::delivery {

/// People of a run who were left out, refused or are unclear for one reason.
struct ReasonFigure {
  RowState state = RowState::Skipped;
  QString code;
  qint64 people = 0;

  bool operator==(const ReasonFigure&) const = default;
};

/// Why nobody in this program can send for a run now.
struct Obstacle {
  QString words;        ///< for a person; empty: somebody can
  ProviderId secretOf;  ///< the provider whose secret would have to be entered, if that is all

  bool operator==(const Obstacle&) const = default;
};

/// How a run goes, for the window and for `deliver`.
struct RunProgress {
  RunId run;
  CampaignId campaign;
  RunState state = RunState::Due;
  QString reason;                     ///< held or paused: why (namespace hold)
  QString words;                      ///< the state for a person, with what it waits for ("Waiting for the network")
  qint64 total = 0;                   ///< people it is for: who wasn't drawn isn't among them
  qint64 notDrawn = 0;                ///< people left out by lot, as it is for so many only
  QMap<RowState, qint64> counts;      ///< by state; the sum is `total` and `notDrawn`
  std::vector<ReasonFigure> reasons;  ///< people skipped, refused or unclear; most first within a state
  double perSecond = 0;               ///< accepted, over the last seconds
  bool waiting = false;               ///< running, but nothing can leave; `words` say why
  std::vector<LeftOut> leftOut = {};  ///< providers that rejected the account and get nothing more of it, by name
  ProviderId secretOf;                ///< waits for the secret of this provider
  QDateTime dueAt;
  qint64 approved = 0;         ///< how many people somebody agreed to
  QDateTime decideAt;          ///< held for the winner of an A/B test: when to choose it
  bool tooEarly = false;       ///< likewise: it isn't time yet
  bool byClicks = false;       ///< likewise: by clicks, else by conversions
  bool choosesItself = false;  ///< likewise: the program chooses it then
  qint64 quiet = 0;            ///< people whose message waits until their quiet hours are over
  QDateTime quietUntil;        ///< when the first of them are over
  bool quietAlike = true;      ///< and those of all others, too
  bool quietOnly = false;      ///< running, and nothing can leave before that
  QDateTime keptUntil;         ///< providers keep its messages until then; invalid: they send at once
  qint64 takingBack = 0;       ///< messages that providers are being asked not to send
  qint64 unanswered = 0;       ///< of those: asked without a clear answer, so that they may still be sent
  int firstBatch = 0;          ///< so many are sent to until a person lets the rest go; 0: no limit (any more)

  bool operator==(const RunProgress&) const = default;

  /// Takes the figures of a run, in which whoever is skipped for no reason of `why` wasn't drawn.
  void take(QMap<RowState, qint64> people, std::vector<ReasonFigure> why, bool isLimited);

  [[nodiscard]] qint64 count(RowState of) const { return counts.value(of); }
  /// People whose message has still to leave or is leaving.
  [[nodiscard]] qint64 left() const {
    return count(RowState::Pending) + count(RowState::Claimed) + count(RowState::Sending);
  }
  /// Nothing is left to be done until the time at which providers send what they keep.
  [[nodiscard]] bool isKeptOnly() const { return count(RowState::Held) > 0 && left() == 0; }
  [[nodiscard]] qint64 unclear() const { return count(RowState::InDoubt); }
  /// People of whom it is known what became of them, or who were not to get it.
  [[nodiscard]] qint64 settled() const { return total - left(); }
  [[nodiscard]] bool isOver() const { return state == RunState::Stopped || state == RunState::Done; }
  /// Something leaves, or will as soon as it can.
  [[nodiscard]] bool isActive() const { return state == RunState::Filling || state == RunState::Running; }
};

}  // namespace heliograph::delivery

Q_DECLARE_METATYPE(heliograph::delivery::Obstacle)
Q_DECLARE_METATYPE(heliograph::delivery::RunProgress)
