// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <map>
#include <vector>

#include "campaign/campaign_summary.h"
#include "reports/run_report.h"
#include "reports/timeline.h"
#include "ui/services.h"

namespace heliograph::ui {

/// All a report shows, read at one time.
struct ReportContents {
  campaign::CampaignSummary campaign;
  std::vector<reports::RunReport> reports;
  std::map<RunId, std::vector<reports::TimelinePoint>> timelines;
};

/// Reads a campaign's report in the background. While it is sent the report is read again and again, the more seldom
/// the longer reading takes, so that a large one costs no more than a small one.
class ReportLoader final : public QObject {
  Q_OBJECT
 public:
  ReportLoader(Services& services, CampaignId campaign, QObject* parent = nullptr);

  /// Reads it now, or as soon as the reading under way is done.
  void load();
  /// Something changed: reads it when it is time.
  void loadSoon();

 Q_SIGNALS:
  void loaded(const heliograph::ui::ReportContents& contents);
  void failed(const QString& why);

 private:
  void take(const Result<ReportContents>& contents);

  Services& m_services;
  CampaignId m_campaign;
  QTimer m_soon;
  QElapsedTimer m_took;
  bool m_loading = false;
  bool m_again = false;
};

}  // namespace heliograph::ui
