// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "core/error.h"
#include "delivery/delivery_context.h"
#include "delivery/delivery_options.h"
#include "delivery/outbox/run_progress.h"

namespace heliograph::delivery {

/// Sends what is due: begins runs, gives everybody their row, and sends with one or more threads of its own. The window
/// and `deliver` use it alike, also at the same time on one workspace. To pause, resume, release or stop a run use
/// RunControl, then wake(). Signals come on the service's thread.
class DeliveryService final : public QObject {
  Q_OBJECT

 public:
  explicit DeliveryService(const DeliveryContext& context, const DeliveryOptions& options = {},
                           QObject* parent = nullptr);
  /// As stop().
  ~DeliveryService() override;
  Q_DISABLE_COPY_MOVE(DeliveryService)

  /// From the next start() on, a run pauses by itself when more of its last messages are refused, 1 to 100 percent
  /// (100: never, which is so unless it is told).
  void pauseWhenRefused(int percent) { m_options.mostRefusedPercent = percent; }
  /// Begins to work with so many sending threads. Does nothing if it runs already; while it is stopping it begins again
  /// once it has stopped.
  void start(int workers = 2);
  /// Picks nothing more, waits for the answers of what is at the providers (at most the deadline), and ends the
  /// threads.
  void stop();
  /// As stop(), without waiting: stopped() is emitted at the end.
  void requestStop();
  [[nodiscard]] bool isRunning() const;

  /// Looks now for what has to be done (after publishing, releasing, …).
  void wake();

 Q_SIGNALS:
  /// An open run's state or figures changed; at most twice a second a run.
  void progress(const heliograph::delivery::RunProgress& progress);
  /// Nothing is left that could be done now: no run is due, being filled, or has rows to be sent. Emitted when it
  /// becomes so, and at the first look if it is so from the start.
  void idle();
  /// The workspace can't be read or written (full, locked, …); sending goes on by itself when it can again. Said once
  /// until it changes.
  void problem(const heliograph::Error& error);
  void stopped();

 private:
  class Threads;
  void courierEnded();
  void deskEnded();

  DeliveryContext m_context;
  DeliveryOptions m_options;
  std::unique_ptr<Threads> m_threads;
  int m_again = 0;  ///< threads to begin with once it has stopped; 0: not
};

}  // namespace heliograph::delivery
