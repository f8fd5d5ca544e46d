// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <optional>

#include "audience/columns/bits_cache.h"
#include "audience/columns/snapshot_keeper.h"
#include "audience/evaluation_time.h"
#include "audience/segment.h"
#include "core/background.h"

namespace heliograph::audience {

/// One evaluation of a segment on the columns. What single rules let through is taken from the cache and put there.
/// Errors: Cancelled, Damaged; Unsupported for what is left to the statement.
class SegmentEvaluation final {
 public:
  SegmentEvaluation(const SnapshotGround& ground, const storage::Database& database, BitsCache& cache,
                    const EvaluationTime& time, const CancelToken& cancel)
      : m_ground(ground), m_database(database), m_cache(cache), m_time(time), m_cancel(cancel) {}

  [[nodiscard]] Result<PeopleBits> run(const Segment& segment);
  /// The colleagues of the seed list.
  [[nodiscard]] Result<BitsCache::Bits> seeds() const;

 private:
  [[nodiscard]] Result<> collectRules(const SegmentGroup& group, QStringList& inside, int& parts,
                                      std::vector<const SegmentPart*>& rules) const;
  [[nodiscard]] Result<> prepareRules(const Segment& segment);
  [[nodiscard]] Result<BitsCache::Bits> compute(const SegmentPart& part, const QByteArray& key) const;
  [[nodiscard]] Result<PeopleBits> evaluate(const SegmentPart& part) const;
  [[nodiscard]] Result<PeopleBits> bySql(const SegmentPart& part) const;
  [[nodiscard]] Result<PeopleBits> group(const SegmentGroup& group) const;
  [[nodiscard]] Result<PeopleBits> saved(const MemberRule& rule) const;
  /// Everybody but them.
  [[nodiscard]] PeopleBits others(const PeopleBits& people) const;
  [[nodiscard]] Result<QByteArray> keyOf(const SegmentPart& part) const;
  [[nodiscard]] QByteArray timeKey(const SegmentPart& part) const;
  static void join(std::optional<PeopleBits>& people, const PeopleBits& found, bool all);

  const SnapshotGround& m_ground;
  const storage::Database& m_database;
  BitsCache& m_cache;
  const EvaluationTime& m_time;
  const CancelToken& m_cancel;
  const PeopleBits* m_everybody = nullptr;
  QHash<const SegmentPart*, BitsCache::Bits> m_bits;  ///< of the rules, those of saved segments included
};

}  // namespace heliograph::audience
