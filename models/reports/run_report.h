// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <vector>

#include "delivery/outbox/row_state.h"
#include "delivery/outbox/run.h"
#include "delivery/run/run_conversions.h"
#include "reports/left_out_count.h"

namespace heliograph::reports {

/// People of one state and one reason.
struct ReasonCount {
  delivery::RowState state = delivery::RowState::Pending;
  QString reason;  ///< stable code, may be empty
  QString text;    ///< the sentence for it
  qint64 people = 0;

  bool operator==(const ReasonCount&) const = default;
};

/// What a provider did in a run.
struct ProviderCount {
  ProviderId provider;
  QString name;
  qint64 accepted = 0;
  qint64 refused = 0;
  qint64 parts = 0;  ///< of accepted messages

  bool operator==(const ProviderCount&) const = default;
};

/// Accepted messages of which the provider said the same afterwards.
struct DeliveryCount {
  QString state;  ///< "delivered", "failed", "sent"; empty: nothing yet
  int code = 0;   ///< of a failure: 900 to 920
  qint64 people = 0;

  bool operator==(const DeliveryCount&) const = default;
};

/// What became of one of several copies in a run. Who waits for the winner of an A/B test is in none.
struct CopyCount {
  int copy = 0;  ///< from 0
  QString name;  ///< "A", or the value whose people get it
  qint64 people = 0;
  qint64 accepted = 0;
  qint64 refused = 0;
  qint64 unclear = 0;
  qint64 skipped = 0;
  qint64 parts = 0;    ///< of accepted messages
  qint64 clicked = 0;  ///< people who followed a link

  bool operator==(const CopyCount&) const = default;
};

/// The account of one run: everybody of its audience is in exactly one of `counts`, and the colleagues of the seed list
/// in no figure but `seeds`.
struct RunReport {
  delivery::Run run;
  std::vector<ReasonCount> counts;  ///< by state and reason, largest first within a state
  std::vector<ReasonCount> seeds;   ///< likewise
  std::vector<ProviderCount> providers;
  std::vector<LeftOutCount> leftOut;      ///< providers that it went on without, for a while or to the end
  std::vector<DeliveryCount> deliveries;  ///< of accepted messages; their sum is all of them
  std::vector<CopyCount> copies;          ///< of each copy, when there are several
  bool byValue = false;                   ///< the copies are by the values of a property
  qint64 waitForWinner = 0;               ///< people of an A/B test without a winner yet
  qint64 quiet = 0;                       ///< people whose message waits until their quiet hours are over
  QDateTime quietUntil;                   ///< when the first of them are; invalid if nobody waits
  qint64 takingBack = 0;                  ///< people whose message providers are still asked not to send
  qint64 acceptedParts = 0;
  QDateTime firstAcceptedAt;
  QDateTime lastAcceptedAt;
  std::optional<delivery::RunConversions> conversions;  ///< if its campaign has a goal
  QString conversionsProblem;                           ///< why they can't be counted; empty: they can

  [[nodiscard]] qint64 people(delivery::RowState state) const;
  /// Sum over all counts; equals run.audience.
  [[nodiscard]] qint64 total() const;
};

/// `{"run","state","due_at","audience","states":{…},"reasons":[{"state","reason","text","people"}],…}`
[[nodiscard]] QJsonObject toJson(const RunReport& report);

}  // namespace heliograph::reports
