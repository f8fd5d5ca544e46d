// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "campaign/variants.h"
#include "core/clock.h"
#include "core/result.h"
#include "delivery/outbox/run.h"
#include "delivery/reach/lots.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// A person's row as it begins.
struct NewRow {
  ProfileId profile;
  std::string address;
  QString reason;                ///< why skipped; empty: to be sent to
  std::optional<int> copy = {};  ///< which of the message's copies; none: not decided
  bool isSeed = false;           ///< a colleague of the seed list
  std::string country = {};      ///< ISO 3166, of the address; empty: not known
};

/// The people a filling adds in one transaction.
struct FillChunk {
  RunId run;
  QString owner;
  ProfileId after;  ///< where the last chunk ended
  std::vector<NewRow> rows;
  std::vector<NewRow> seeds;                 ///< with the last chunk: the colleagues of the seed list
  bool last = false;                         ///< nobody comes after them
  std::optional<Lots> lots;                  ///< the run has a first batch, a test or a limit, for which lots are drawn
  qint64 most = 0;                           ///< so many are sent to and no more; 0: everybody
  const campaign::Variants* test = nullptr;  ///< the A/B test that is drawn with the last chunk
};

/// The SQL of giving everybody of a run their row.
class FillRepository final {
 public:
  FillRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Makes `owner` the one who fills, unless somebody else does; false then.
  [[nodiscard]] Result<bool> own(RunId run, const QString& owner, std::chrono::milliseconds lease) const;
  /// The numbers that rows of the run have taken.
  [[nodiscard]] Result<> usedNumbers(RunId run, const std::function<void(std::string_view)>& each) const;
  /// Writes a chunk: rows, audience and cursor in one transaction. False, and nothing written, if the run isn't being
  /// filled by this owner from there any more. With the last chunk the run goes on to be sent, or is held when it would
  /// reach over 10 % more people than approved, or when more qualify than its safety check allows. Whom a run for so
  /// many only is for, who is in an A/B test, and which copy they get, is drawn in the same transaction, and if anybody
  /// is sent to, the colleagues get their rows.
  [[nodiscard]] Result<bool> add(const FillChunk& chunk, std::chrono::milliseconds lease) const;
  /// The drawing of a run.
  [[nodiscard]] Result<Lots> lotsOf(const Run& run) const;

 private:
  [[nodiscard]] Result<> finish(const FillChunk& chunk) const;
  [[nodiscard]] Result<> addSeeds(const FillChunk& chunk) const;
  [[nodiscard]] Result<> drawPeople(RunId run, qint64 people) const;
  [[nodiscard]] Result<> drawTest(RunId run, const campaign::Variants& variants, qint64 people) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

/// Whether so many people are over 10 % more than somebody agreed to.
[[nodiscard]] bool exceedsApproval(qint64 people, qint64 approved);

}  // namespace heliograph::delivery
