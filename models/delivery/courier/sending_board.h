// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <set>
#include <vector>

#include "core/background.h"
#include "core/clock.h"
#include "delivery/outbox/run_progress.h"
#include "storage/database.h"

namespace heliograph::delivery {

class DeliveryService;

/// A run that somebody may want to see, with its campaign's name.
struct SendingLine {
  RunProgress progress;
  QString name;

  bool operator==(const SendingLine&) const = default;
  /// Nothing goes on until a person acts: it is held, lacks a secret, or paused by itself.
  [[nodiscard]] bool needsPerson() const;
};

/// What is being sent now, as the whole window sees it: the last figures of every open run, whoever sends it. Tells of
/// changes at most twice a second. Lives on the thread of the service.
class SendingBoard final : public QObject {
  Q_OBJECT

 public:
  SendingBoard(DeliveryService& service, const storage::Database& database, const Clock& clock, Background& background,
               QObject* parent = nullptr);

  /// Open runs, those that need a person first, then by age.
  [[nodiscard]] std::vector<SendingLine> lines() const;
  /// The open runs of one campaign.
  [[nodiscard]] std::vector<SendingLine> linesOf(CampaignId campaign) const;
  /// Whether anything is being sent or picked.
  [[nodiscard]] bool isSending() const;

 Q_SIGNALS:
  void changed();
  /// A run is done or was stopped.
  void ended(const heliograph::delivery::SendingLine& line);
  /// A run began to wait for a person.
  void needsPerson(const heliograph::delivery::SendingLine& line);

 private:
  void take(const RunProgress& progress);
  void findName(CampaignId campaign);
  void announce();

  const storage::Database& m_database;
  const Clock& m_clock;
  Background& m_background;
  std::map<RunId, RunProgress> m_runs;
  std::map<CampaignId, QString> m_names;
  std::set<CampaignId> m_asked;
  QTimer m_pause;
  bool m_waiting = false;
};

}  // namespace heliograph::delivery
