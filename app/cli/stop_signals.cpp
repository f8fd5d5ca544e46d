// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_signals.h"

#include <fcntl.h>
#include <unistd.h>
#include <csignal>

namespace heliograph::cli {
namespace {

// A signal handler may only touch what is lock-free and global.
volatile std::sig_atomic_t writeEnd = -1;

void onSignal(int) {
  const char byte = 1;
  (void)!write(writeEnd, &byte, 1);
}

}  // namespace

StopSignals::StopSignals(std::function<void()> asked) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return;
  m_readEnd = ends[0];
  writeEnd = ends[1];
  m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
  QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this, asked = std::move(asked)] {
    char bytes[16];
    (void)!read(m_readEnd, bytes, sizeof bytes);
    asked();
  });
  std::signal(SIGTERM, onSignal);
  std::signal(SIGINT, onSignal);
}

StopSignals::~StopSignals() {
  std::signal(SIGTERM, SIG_DFL);
  std::signal(SIGINT, SIG_DFL);
  m_notifier.reset();
  if (m_readEnd >= 0) close(m_readEnd);
  if (writeEnd >= 0) close(writeEnd);
  writeEnd = -1;
}

}  // namespace heliograph::cli
