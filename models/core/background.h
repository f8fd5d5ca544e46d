// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <QtConcurrentRun>
#include <atomic>
#include <memory>
#include <utility>

#include "core/pending.h"

namespace heliograph {

/// Shared between who asked for long work and who does it. Copies speak of the same work.
class CancelToken {
 public:
  void cancel() { m_cancelled->store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }

 private:
  std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

/// The small pool that does file and database work for the GUI thread. Continue on the caller's thread with
/// `.then(context, …)`, see Pending. Destroying it waits for what is running.
class Background final {
 public:
  explicit Background(int threads = 2) { m_pool.setMaxThreadCount(threads); }
  ~Background() { m_pool.waitForDone(); }
  Q_DISABLE_COPY_MOVE(Background)

  /// Runs `work` on a pool thread and gives what it returns. Whoever only wants it done may let the answer go.
  template <class Work>
  auto run(Work work) {
    return Pending(QtConcurrent::run(&m_pool, std::move(work)));
  }

 private:
  QThreadPool m_pool;
};

}  // namespace heliograph
