// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <vector>

#include "campaign/campaign_presence.h"
#include "campaign/campaign_repository.h"
#include "core/background.h"

namespace heliograph::ui {

/// Looks once a second, off the GUI thread, at what other windows do with the open draft: whether they have it open,
/// and which version the file holds.
class CampaignWatch final : public QObject {
  Q_OBJECT
 public:
  /// `writer` is the name of this window, under which it is noted as long as the watch lives.
  CampaignWatch(CampaignId id, QString writer, const campaign::CampaignRepository& campaigns,
                const campaign::CampaignPresence& presence, Background& background, QObject* parent = nullptr);
  ~CampaignWatch() override;

  /// When other windows opened the draft; empty when none has it open.
  [[nodiscard]] const std::vector<QDateTime>& others() const { return m_others; }

 Q_SIGNALS:
  void fileSeen(const heliograph::campaign::DraftStamp& stamp);
  void othersChanged();

 private:
  struct Seen;
  void look();
  void take(const Seen& seen);

  const CampaignId m_id;
  const QString m_writer;
  const campaign::CampaignRepository& m_campaigns;
  const campaign::CampaignPresence m_presence;
  Background& m_background;
  QTimer m_timer;
  std::vector<QDateTime> m_others;
};

}  // namespace heliograph::ui
