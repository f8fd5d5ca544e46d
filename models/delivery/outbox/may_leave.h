// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <optional>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"
#include "storage/statement.h"

namespace heliograph::delivery {

/// Whom a run may send to before a person is asked, if not everybody.
struct LeavingLimits {
  std::optional<int> room;        ///< so many more of the first batch
  std::optional<qint64> testTo;   ///< only who is in the A/B test, the lots up to this one
  std::optional<qint64> firstTo;  ///< only the first batch, the lots up to this one

  /// People leave in the order of their lots.
  [[nodiscard]] bool isDrawn() const { return room || testTo; }

  /// Those of a run, by what its rows are now. Of a first batch whoever is refused or skipped makes room, who is
  /// unclear doesn't. If one country is asked for after the other, the lot decides who is in the first batch, not whose
  /// country comes first: `byCountry`.
  [[nodiscard]] static Result<LeavingLimits> of(const storage::Database& database, RunId run, bool byCountry);
};

/// Conditions of rows `o` of the outbox as SQL, with the values of their question marks.
class RowCondition final {
 public:
  void add(const QString& sql, const QVariantList& values = {});
  [[nodiscard]] QString sql() const { return m_sql; }
  void bindTo(storage::Statement& statement) const;

 private:
  QString m_sql;
  QVariantList m_values;
};

/// Who takes rows of a run.
struct RowTaker {
  RunId run;
  ProviderId provider = {};             ///< none: whoever it is
  std::optional<QString> country = {};  ///< only numbers of this country; an empty one: of none that is known
};

/// The rows that may leave, now or when their waiting is over: of the colleagues of the seed list all, of the others
/// those within the limits. None that the provider has turned away.
[[nodiscard]] RowCondition mayLeave(const RowTaker& taker, const LeavingLimits& limits, bool seeds);

}  // namespace heliograph::delivery
