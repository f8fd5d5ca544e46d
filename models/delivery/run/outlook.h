// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// A campaign that is being sent.
struct UnderWay {
  CampaignId campaign;
  QString name;
  qint64 waiting = 0;  ///< people whose message has still to leave
  qint64 people = 0;   ///< people who have a row; while they are being picked, how many were approved

  bool operator==(const UnderWay&) const = default;
};

/// A run that waits for its time.
struct DueRun {
  CampaignId campaign;
  QString name;
  QDateTime dueAt;

  bool operator==(const DueRun&) const = default;
};

/// What would not happen if no program ran.
struct Outlook {
  std::vector<UnderWay> sending;
  std::vector<DueRun> due;  ///< soonest first

  [[nodiscard]] bool isEmpty() const { return sending.empty() && due.empty(); }
};

/// Reads what is being sent or due in a workspace. Any thread.
[[nodiscard]] Result<Outlook> readOutlook(const storage::Database& database, const Clock& clock);

/// What is going on, a sentence each: "“Diwali” is being sent: 15,563 of 41,203 people still wait for it."
[[nodiscard]] QStringList outlookSentences(const Outlook& outlook);
/// What happens when the program goes on without a window.
[[nodiscard]] QString backgroundSentence(const Outlook& outlook);
/// What happens when the program ends.
[[nodiscard]] QString quitSentence(const Outlook& outlook);

}  // namespace heliograph::delivery
