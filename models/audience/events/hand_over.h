// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace heliograph::audience {

/// Hands things from one thread to another in order, a few at a time. They go back and are used again.
template <class Item>
class HandOver final {
 public:
  explicit HandOver(std::size_t items) {
    for (std::size_t i = 0; i < items; ++i) m_empty.push_back(std::make_unique<Item>());
  }
  HandOver(const HandOver&) = delete;
  HandOver& operator=(const HandOver&) = delete;

  /// An item to be filled; waits for one. Nothing once it was closed.
  std::unique_ptr<Item> empty() { return take(m_empty); }
  /// The next full item; waits for it. Nothing once it was closed and all were taken.
  std::unique_ptr<Item> full() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_full.empty() || m_ended || m_closed; });
    if (m_full.empty() || m_closed) return nullptr;
    return front(m_full);
  }
  void giveFull(std::unique_ptr<Item> item) { give(m_full, std::move(item)); }
  void giveEmpty(std::unique_ptr<Item> item) { give(m_empty, std::move(item)); }
  /// Says that no more will be filled.
  void end() {
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
  }
  /// Lets everybody go, whatever is left.
  void close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
  }

 private:
  using Items = std::deque<std::unique_ptr<Item>>;

  std::unique_ptr<Item> take(Items& items) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !items.empty() || m_closed; });
    return m_closed ? nullptr : front(items);
  }
  void give(Items& items, std::unique_ptr<Item> item) {
    const std::lock_guard lock(m_mutex);
    items.push_back(std::move(item));
    m_changed.notify_all();
  }
  static std::unique_ptr<Item> front(Items& items) {
    std::unique_ptr<Item> item = std::move(items.front());
    items.pop_front();
    return item;
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  Items m_empty;
  Items m_full;
  bool m_ended = false;
  bool m_closed = false;
};

}  // namespace heliograph::audience
