// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_cache.h"

namespace heliograph::library {

std::optional<LinkedOutcome> LinkedCache::kept(const QByteArray& key) {
  const auto found = m_byKey.constFind(key);
  if (found == m_byKey.constEnd()) return std::nullopt;
  const QDateTime now = m_clock.now();
  const auto entry = *found;
  // A clock that was set back doesn't make answers last longer either.
  if (now >= entry->until || entry->until > now.addSecs(holds.count())) {
    m_entries.erase(entry);
    m_byKey.remove(key);
    return std::nullopt;
  }
  m_entries.splice(m_entries.begin(), m_entries, entry);
  return entry->outcome;
}

LinkedCache::Look LinkedCache::look(const QByteArray& key, LinkedOutcome& outcome, QObject* context,
                                    const LinkedCallback& callback) {
  const std::scoped_lock lock(m_mutex);
  if (auto there = kept(key)) {
    outcome = std::move(*there);
    return Look::Found;
  }
  const auto asked = m_asked.find(key);
  if (asked == m_asked.end()) {
    m_asked.insert(key, {});
    return Look::Yours;
  }
  asked->push_back({context, callback});
  return Look::Wait;
}

void LinkedCache::keep(const QByteArray& key, const LinkedOutcome& outcome) {
  LinkedOutcome stored = outcome;
  stored.answer = {};
  m_entries.push_front({key, std::move(stored), m_clock.now().addSecs(holds.count())});
  m_byKey.insert(key, m_entries.begin());
  if (m_entries.size() <= static_cast<std::size_t>(mostEntries)) return;
  m_byKey.remove(m_entries.back().key);
  m_entries.pop_back();
}

void LinkedCache::give(const QByteArray& key, const LinkedOutcome& outcome) {
  std::vector<Waiter> waiters;
  {
    const std::scoped_lock lock(m_mutex);
    waiters = m_asked.take(key);
    if (outcome.failure.isEmpty()) keep(key, outcome);
  }
  for (const Waiter& waiter : waiters) {
    QObject* context = waiter.context;
    if (context == nullptr) continue;
    QMetaObject::invokeMethod(
        context, [callback = waiter.callback, outcome] { callback(outcome); }, Qt::QueuedConnection);
  }
}

int LinkedCache::size() const {
  const std::scoped_lock lock(m_mutex);
  return static_cast<int>(m_entries.size());
}

}  // namespace heliograph::library
