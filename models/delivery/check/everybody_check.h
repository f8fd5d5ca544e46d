// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "delivery/check/publisher.h"
#include "delivery/reach/audience_snapshot.h"
#include "delivery/reach/audience_stamp.h"

namespace heliograph::delivery {

class EverybodyCount;

/// What was counted so far, of how many people there are (as far as that is known).
using CountProgress = std::function<void(const CheckReport& soFar, qint64 people)>;

/// Says what a campaign would do as Publisher::check does, to the last figure, but fast enough for every keystroke: the
/// people stay in memory from one check to the next, and all cores count. Blocking: call it from a background thread;
/// several may.
class EverybodyCheck final {
 public:
  /// `columns` (none if null) are read instead of the database as long as they say the same.
  EverybodyCheck(const storage::Database& database, const Publisher& publisher,
                 audience::SegmentEngine* columns = nullptr);
  ~EverybodyCheck();
  Q_DISABLE_COPY_MOVE(EverybodyCheck)

  /// Looks at everybody the campaign is for; `ledger` gets what everybody would get and stays empty when nobody could
  /// be looked at. `progress` is called on the calling thread, for the first time within a tenth of a second; for a
  /// small audience not at all. Errors: Cancelled, those of storage.
  [[nodiscard]] Result<CheckReport> check(const campaign::Campaign& campaign, TextLedger& ledger,
                                          const CancelToken& cancel, const CountProgress& progress = {});

  /// Gives back the memory of the people; the next check reads them anew.
  void forget();
  /// What the people in memory take, in bytes.
  [[nodiscard]] std::size_t bytes() const;
  /// Whether the people of the last check are read from the columns.
  [[nodiscard]] bool readsColumns() const;
  /// The most that they may take; larger audiences are read from the database at every check.
  void setMostBytes(std::size_t bytes) { m_mostBytes = bytes; }

 private:
  [[nodiscard]] Result<SnapshotKey> keyOf(const QualificationInput& input, const MessageReads& reads);
  [[nodiscard]] std::shared_ptr<const AudienceSnapshot> snapshotOf(const QualificationInput& input, SnapshotKey key);
  [[nodiscard]] Result<CheckReport> countEverybody(const campaign::Campaign& campaign, CheckGround ground,
                                                   const AudienceSnapshot& people, TextLedger& ledger,
                                                   const CancelToken& cancel, const CountProgress& progress);
  /// Counts by all threads; `tell` is called with what was counted so far.
  void countOnce(EverybodyCount& count, const CancelToken& cancel, const std::function<void()>& tell);
  void compareWithOthers(SimilarSendings& similar, const AudienceSnapshot& people, const TextLedger& ledger,
                         const CancelToken& cancel) const;

  const storage::Database& m_database;
  const Publisher& m_publisher;
  audience::SegmentEngine* m_columns;
  std::size_t m_mostBytes;
  mutable std::mutex m_mutex;
  AudienceStampReader m_stamps;
  std::shared_ptr<const AudienceSnapshot> m_people;
  std::optional<SnapshotKey> m_tooLarge;  ///< an audience that doesn't fit
  QThreadPool m_pool;
};

}  // namespace heliograph::delivery
