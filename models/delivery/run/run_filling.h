// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/published_version.h"
#include "delivery/delivery_options.h"
#include "delivery/reach/qualification.h"
#include "delivery/run/fill_repository.h"

namespace heliograph::delivery {

/// One run while its people are being picked: goes on where a filling before it ended, in this program or another.
class RunFilling final {
 public:
  enum class Step {
    More,      ///< a chunk was written
    Finished,  ///< the last one
    NotOurs,   ///< somebody else fills it, or it isn't to be filled any more
  };

  /// Errors: InvalidInput when the segment can't be evaluated any more; those of storage.
  [[nodiscard]] static Result<RunFilling> open(const storage::Database& database, const Clock& clock, const Run& run,
                                               const QString& owner, const DeliveryOptions& options);

  /// Picks a chunk of people and writes their rows.
  [[nodiscard]] Result<Step> fill();

 private:
  RunFilling(const storage::Database& database, const Clock& clock, const Run& run, QString owner,
             const DeliveryOptions& options, campaign::Variants variants, Qualification qualification,
             QualificationInput input);
  [[nodiscard]] bool isTest() const { return m_variants.kind == campaign::Variants::Kind::AbTest; }
  [[nodiscard]] NewRow rowOf(const Qualified& person) const;
  [[nodiscard]] Result<FillChunk> collect();
  [[nodiscard]] Result<std::vector<NewRow>> collectSeeds() const;

  const storage::Database& m_database;
  FillRepository m_repository;
  RunId m_run;
  QString m_owner;
  int m_chunk;
  std::chrono::milliseconds m_lease;
  ProfileId m_cursor;
  campaign::Variants m_variants;
  qint64 m_most;
  std::optional<Lots> m_lots;
  Qualification m_people;
  QualificationInput m_input;
};

}  // namespace heliograph::delivery
