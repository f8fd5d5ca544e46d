// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Answers of providers that came in together.
struct Answers {
  int accepted = 0;
  int refused = 0;
};

/// Pauses a run by itself when too many of its last messages were refused: something is wrong with the text, the sender
/// or the account, and every further message would only cost money. Looks at the last 500 to 1,000 answers, from 100
/// on; the figures lie in the workspace, so that all programs that send for a run watch together.
class RefusalWatch final {
 public:
  static constexpr int leastAnswers = 100;
  static constexpr int halfWindow = 500;
  static constexpr qint64 leastOverLimit = 100;

  /// Above `mostPercent` of refusals a run is paused; 100 and more never does.
  RefusalWatch(const storage::Database& database, int mostPercent) : m_database(database), m_mostPercent(mostPercent) {}

  /// Adds answers of a run, inside the caller's Transaction, and pauses it (hold::manyRefused) if that is too much. A
  /// run for so many people only, in which whoever is refused makes room for the next, is also paused
  /// (hold::limitRefused) once more people were refused than it is for, and more than 100, whatever the percentage. A
  /// run that a person resumed in spite of it is left alone.
  [[nodiscard]] Result<> note(RunId run, const Answers& answers) const;

 private:
  [[nodiscard]] Result<bool> isOverLimit(RunId run, qint64 onlyPeople) const;
  [[nodiscard]] Result<> pause(RunId run, const QString& reason) const;

  const storage::Database& m_database;
  int m_mostPercent;
};

/// Whether so many refusals are too many.
[[nodiscard]] bool tooManyRefused(qint64 answered, qint64 refused, int mostPercent);

}  // namespace heliograph::delivery
