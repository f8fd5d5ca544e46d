// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <map>
#include <memory>
#include <optional>

#include "core/error.h"
#include "delivery/delivery_options.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/receipts/receipt_polling.h"
#include "delivery/run/progress_watch.h"
#include "delivery/run/run_filling.h"
#include "delivery/run/run_mending.h"
#include "delivery/settling/ask_pauses.h"

namespace heliograph::delivery {

/// What has to be done besides sending: lets due runs begin, gives people their rows, takes back what ended programs
/// held, asks providers about unclear messages, ends runs, and tells how all of them go. Lives in a thread of its own
/// with an event loop.
class DeliveryDesk final : public QObject {
  Q_OBJECT

 public:
  DeliveryDesk(const DeliveryContext& context, const DeliveryOptions& options);

 public Q_SLOTS:
  void begin();
  void wake();
  /// Tells the last figures and ends.
  void finish();
  void noteCannotSend(heliograph::RunId run, const heliograph::delivery::Obstacle& obstacle);

 Q_SIGNALS:
  void progress(const heliograph::delivery::RunProgress& progress);
  void idle();
  /// An error without a message: it is over.
  void trouble(const heliograph::Error& error);
  void ended();

 private:
  void tick();
  [[nodiscard]] Result<> look();
  [[nodiscard]] Result<> startRuns();
  [[nodiscard]] Result<> expireRows();
  [[nodiscard]] Result<> fillRuns();
  [[nodiscard]] Result<> fill(const Run& run);
  [[nodiscard]] Result<> endRuns();
  [[nodiscard]] Result<> chooseWinners();
  [[nodiscard]] Result<> letMendedGoOn();
  [[nodiscard]] Result<> letHeldPass();
  [[nodiscard]] Result<> keepRestsHere();
  [[nodiscard]] Result<> takeBack();
  [[nodiscard]] Result<> askAboutUnclear();
  [[nodiscard]] Result<> askForReceipts();
  [[nodiscard]] Result<bool> hasToAsk() const;
  [[nodiscard]] Result<> tell();
  [[nodiscard]] Result<bool> hasWork(const std::vector<RunProgress>& open) const;

  DeliveryContext m_context;
  DeliveryOptions m_options;
  QString m_owner;
  RunRepository m_runs;
  ProgressWatch m_watch;
  std::map<RunId, RunFilling> m_fillings;
  std::map<RunId, RunProgress> m_told;
  RunMending m_mending;
  std::unique_ptr<ReceiptPolling> m_receipts;
  std::unique_ptr<net::HttpClient> m_client;  ///< ends before what hears of its answers
  bool m_asking = false;
  bool m_takingBack = false;
  std::chrono::steady_clock::time_point m_askAgainAt;
  AskPauses m_askPauses;
  QTimer m_timer;
  bool m_moreToFill = false;
  std::optional<bool> m_idle;
  QString m_trouble;
};

}  // namespace heliograph::delivery
