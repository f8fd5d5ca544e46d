// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <set>

#include "core/error.h"
#include "delivery/courier/batch_picker.h"
#include "delivery/courier/departure_desk.h"
#include "delivery/courier/linked_stage.h"
#include "delivery/courier/result_log.h"
#include "delivery/delivery_options.h"
#include "delivery/run/run_context.h"
#include "net/http_client.h"

namespace heliograph::delivery {

/// Sends the rows of running runs: picks a batch, makes the texts, marks them as leaving, sends, writes down what came
/// of it. Lives in a thread of its own with an event loop; any number of couriers, in any number of programs, work on
/// one workspace.
///
/// Each beat is at most two commits, whatever the number of messages: one that writes results and claims, one that
/// marks what leaves. The bytes leave after the second. If the program dies, what it had claimed is picked by others
/// when the claim ends, and what it had marked becomes unclear.
class Courier final : public QObject {
  Q_OBJECT

 public:
  /// One of `couriers` in this program: they share what a provider bears at a time.
  /// The cache is shared by all of them.
  Courier(const DeliveryContext& context, const DeliveryOptions& options, int couriers,
          std::shared_ptr<library::LinkedCache> cache);
  ~Courier() override;
  Q_DISABLE_COPY_MOVE(Courier)

 public Q_SLOTS:
  /// In its thread: begins to work.
  void begin();
  /// Looks for work now.
  void wake();
  /// Picks nothing more; ended() follows when all answers are in and written.
  void finish();

 Q_SIGNALS:
  void ended();
  /// The workspace can't be read or written; it is tried again. An error without a message: it can be again.
  void trouble(const heliograph::Error& error);
  /// Nobody can send for this run from here; empty words: somebody can.
  void cannotSend(heliograph::RunId run, const heliograph::delivery::Obstacle& obstacle);

 private:
  void beat();
  /// One turn; true if there was something to do.
  [[nodiscard]] Result<bool> turn();
  [[nodiscard]] Result<> findSendableRuns(std::vector<RunContext*>& runs);
  void tell(RunContext& context);
  [[nodiscard]] Result<> pauseRun(RunContext& context, const QString& reason);
  [[nodiscard]] Result<std::vector<Batch>> writeAndPick(const std::vector<RunContext*>& runs);
  [[nodiscard]] Result<> send(std::vector<Batch> batches);
  void holdForLinked(std::vector<Batch>& batches);
  [[nodiscard]] Result<> prepareTokens(const std::vector<RunContext*>& runs);
  void openGates(const std::vector<RunContext*>& runs);
  void launch(Flight flight);
  void landed(const Flight& flight, const providers::SendVerdict& verdict, Contact contact);
  void landed(const Flight& flight, std::vector<providers::SendVerdict> verdicts, Contact contact);
  [[nodiscard]] bool lacksNewToken(const Flight& flight, const std::vector<providers::SendVerdict>& verdicts) const;
  [[nodiscard]] Landing landingOf(const Flight& flight, const Passenger& passenger,
                                  const providers::SendVerdict& verdict);
  [[nodiscard]] bool othersLeft(const Passenger& passenger) const;
  void report(const Result<bool>& turned);
  void endIfDone();

  DeliveryContext m_context;
  DeliveryOptions m_options;
  int m_couriers;
  QString m_owner;
  RunContexts m_runs;
  ProviderGates m_gates;
  ResultLog m_log;
  std::vector<OutboxId> m_stranded;  ///< picked, but could not be marked as leaving; to be given back
  std::set<ProviderId> m_untried;    ///< nothing left for them after all of what was picked
  BatchPicker m_picker;
  DepartureDesk m_desk;
  QTimer m_timer;
  std::unique_ptr<net::HttpClient> m_client;
  std::shared_ptr<library::LinkedCache> m_cache;
  std::unique_ptr<LinkedStage> m_linked;  ///< as the client, made in the courier's thread
  int m_inFlight = 0;
  bool m_finishing = false;
  std::chrono::steady_clock::time_point m_finishingSince;
  Error m_trouble;
};

}  // namespace heliograph::delivery
