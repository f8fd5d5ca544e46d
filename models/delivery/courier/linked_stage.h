// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <map>
#include <memory>

#include "delivery/courier/batch_picker.h"
#include "delivery/delivery_options.h"
#include "library/linked_fetcher.h"

namespace heliograph::delivery {

/// Where picked rows wait while the linked content of their texts is fetched. Lives in a courier's thread; nothing here
/// blocks it or keeps the database waiting.
///
/// A row is kept only while its claim surely holds; after that it is given back, and whoever picks it next finds the
/// answers of the last minutes kept. Rows use up a provider's slots when they go on, not when they come.
class LinkedStage final : public QObject {
  Q_OBJECT

 public:
  LinkedStage(const DeliveryContext& context, const DeliveryOptions& options,
              std::shared_ptr<library::LinkedCache> cache);
  ~LinkedStage() override;
  Q_DISABLE_COPY_MOVE(LinkedStage)

  /// Takes a batch over and asks for what its texts read. Rows that need nothing go on with the next release.
  [[nodiscard]] Result<> take(Batch batch);
  /// Which rows may go on now: their content is there, or is sure not to come, and their provider has room. Uses the
  /// slots up, inside the caller's Transaction; nothing is taken out yet.
  [[nodiscard]] Result<std::vector<int>> releasable(const ProviderGates& gates, const std::vector<Batch>& others) const;
  /// Takes them out, once that is committed.
  [[nodiscard]] std::vector<Batch> release(const std::vector<int>& places, const RunContexts& runs);
  /// Rows whose run isn't sent from here any more, or whose claim ends soon: to be given back.
  [[nodiscard]] std::vector<OutboxId> takeLapsed(const RunContexts& runs);
  /// All that wait: to be given back.
  [[nodiscard]] std::vector<OutboxId> takeAll();

  /// Rows that wait, of a run and of all.
  [[nodiscard]] int waitingOf(RunId run) const;
  [[nodiscard]] int size() const { return static_cast<int>(m_waiting.size()); }

 private:
  struct Waiting {
    RunId run;
    std::shared_ptr<const providers::ReadyProvider> provider;
    ClaimedRow row;
    library::LinkedRoot::Contents contents;
    int missing = 0;  ///< answers that haven't come
    bool isCancelled = false;
    std::chrono::steady_clock::time_point since;
  };

  [[nodiscard]] Result<> ask(const RunContext& context, const std::map<qint64, int>& places);
  void askFor(int place, const RunContext& context, const liquid::Value* slots);
  void answered(int place, const QString& source, const library::LinkedOutcome& outcome);
  [[nodiscard]] bool isDue(const Waiting& waiting) const { return waiting.missing == 0 && !waiting.isCancelled; }

  DeliveryContext m_context;
  std::chrono::milliseconds m_holds;
  std::shared_ptr<library::LinkedCache> m_cache;
  library::LinkedFetcher m_fetcher;
  std::map<int, Waiting> m_waiting;  ///< by their places, which are numbered on
  int m_lastPlace = 0;
};

}  // namespace heliograph::delivery
