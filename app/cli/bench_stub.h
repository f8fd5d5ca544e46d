// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <chrono>
#include <memory>

namespace heliograph::cli {

/// A provider on this computer that accepts every message after a fixed time and keeps nothing. It answers as the
/// sandbox does.
class BenchStub final {
 public:
  explicit BenchStub(std::chrono::milliseconds answersAfter);
  ~BenchStub();
  Q_DISABLE_COPY_MOVE(BenchStub)

  /// "http://127.0.0.1:PORT"; empty if it can't listen.
  [[nodiscard]] QString url() const { return m_url; }

 private:
  QThread m_thread;
  QString m_url;
};

}  // namespace heliograph::cli
