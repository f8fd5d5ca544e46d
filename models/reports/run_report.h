// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <vector>

#include "delivery/row_state.h"
#include "delivery/run.h"

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

/// The account of one run: everybody of its audience is in exactly one of `counts`.
struct RunReport {
  delivery::Run run;
  std::vector<ReasonCount> counts;  ///< by state and reason, largest first within a state
  std::vector<ProviderCount> providers;
  qint64 acceptedParts = 0;
  QDateTime firstAcceptedAt;
  QDateTime lastAcceptedAt;

  [[nodiscard]] qint64 people(delivery::RowState state) const;
  /// Sum over all counts; equals run.audience.
  [[nodiscard]] qint64 total() const;
};

/// `{"run","state","due_at","audience","states":{…},"reasons":[{"state","reason","text","people"}],…}`
[[nodiscard]] QJsonObject toJson(const RunReport& report);

}  // namespace heliograph::reports
