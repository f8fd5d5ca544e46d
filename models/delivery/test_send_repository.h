// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <optional>

#include "campaign/campaign.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// The last test of a campaign, for "text unchanged since".
struct LastTest {
  QDateTime at;
  bool accepted = false;
  QString answer;
  bool sameText = false;  ///< the message is still the one that was tested
};

/// The tests that were sent, without numbers and texts.
class TestSendRepository final {
 public:
  TestSendRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Writes a test down; a draft that was never saved has none.
  [[nodiscard]] Result<> add(const campaign::Campaign& campaign, ProviderId provider, bool accepted,
                             const QString& answer) const;
  /// The last one of this campaign, compared with its present message.
  [[nodiscard]] Result<std::optional<LastTest>> last(const campaign::Campaign& campaign) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
