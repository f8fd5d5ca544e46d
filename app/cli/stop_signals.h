// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>
#include <functional>
#include <memory>

namespace heliograph::cli {

/// Turns SIGTERM and SIGINT into a call on the event loop's thread. One object at a time; the signals have their usual
/// effect again after it.
class StopSignals final {
 public:
  explicit StopSignals(std::function<void()> asked);
  ~StopSignals();
  Q_DISABLE_COPY_MOVE(StopSignals)

 private:
  std::unique_ptr<QSocketNotifier> m_notifier;
  int m_readEnd = -1;
};

}  // namespace heliograph::cli
