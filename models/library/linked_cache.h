// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <chrono>
#include <list>
#include <mutex>
#include <optional>
#include <vector>

#include "core/clock.h"
#include "library/linked_outcome.h"

namespace heliograph::library {

/// The answers of the last minutes, shared by all threads of a program, so that a source is asked the same thing once.
/// Keeps what was used last; failures aren't kept, but whoever waits for the same answer gets the same failure.
class LinkedCache final {
 public:
  static constexpr int mostEntries = 1000;
  static constexpr std::chrono::seconds holds{300};

  /// What to do about a key.
  enum class Look {
    Found,  ///< the outcome is there
    Yours,  ///< nobody has asked: the caller does, and tells with give()
    Wait,   ///< somebody asks just now: the callback comes
  };

  explicit LinkedCache(const Clock& clock) : m_clock(clock) {}
  Q_DISABLE_COPY_MOVE(LinkedCache)

  /// Looks a key up. Found: `outcome` is set. Wait: `callback` comes once, on the thread of `context`, unless that is
  /// destroyed before.
  [[nodiscard]] Look look(const QByteArray& key, LinkedOutcome& outcome, QObject* context,
                          const LinkedCallback& callback);

  /// What came of a key that was `Yours`; those who wait hear of it.
  void give(const QByteArray& key, const LinkedOutcome& outcome);

  [[nodiscard]] int size() const;

 private:
  struct Entry {
    QByteArray key;
    LinkedOutcome outcome;
    QDateTime until;
  };
  struct Waiter {
    QPointer<QObject> context;
    LinkedCallback callback;
  };

  void keep(const QByteArray& key, const LinkedOutcome& outcome);
  [[nodiscard]] std::optional<LinkedOutcome> kept(const QByteArray& key);

  const Clock& m_clock;
  mutable std::mutex m_mutex;
  std::list<Entry> m_entries;  ///< the one used last first
  QHash<QByteArray, std::list<Entry>::iterator> m_byKey;
  QHash<QByteArray, std::vector<Waiter>> m_asked;
};

}  // namespace heliograph::library
