// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "campaign/campaign_summary.h"
#include "delivery/run_progress.h"
#include "items/recipient_list_model.h"
#include "reports/run_report.h"
#include "ui/services.h"

namespace heliograph::ui {

class BigNumber;
class Button;
class CampaignHeader;
class Label;
class PlainTable;
class ReasonList;
class RunBanner;
class SearchField;

/// What became of a published campaign: the sums, who got no message and why, everybody by name, and settling what is
/// unclear.
class ReportPage final : public QWidget {
  Q_OBJECT
 public:
  ReportPage(Services& services, const campaign::CampaignSummary& campaign, QWidget* parent = nullptr);

  [[nodiscard]] CampaignId campaign() const { return m_campaign; }
  /// Reads the figures anew.
  void refresh();

 Q_SIGNALS:
  void leaveRequested();
  void cloneRequested(heliograph::CampaignId id);
  void unscheduleRequested(heliograph::CampaignId id);

 private:
  struct Figures;
  void arrange();
  QWidget* makeCards();
  QWidget* makeRecipients();
  QWidget* makeExport();
  void connectParts();
  void noteProgress(const delivery::RunProgress& progress);
  void show(const Figures& figures);
  using QWidget::show;
  void showCards(const std::vector<reports::RunReport>& reports);
  void filter(std::optional<delivery::RowState> state, std::optional<QString> reason, const QString& words);
  void openSettle();
  void saveCsv();
  void say(const QString& text);

  Services& m_services;
  CampaignId m_campaign;
  items::RecipientListModel m_recipients;
  reports::RecipientQuery m_query;
  QTimer m_soon;
  bool m_loading = false;
  CampaignHeader* m_header;
  RunBanner* m_banner;
  BigNumber* m_audience;
  BigNumber* m_accepted;
  BigNumber* m_refused;
  BigNumber* m_unclear;
  BigNumber* m_skipped;
  BigNumber* m_waiting;
  ReasonList* m_reasons;
  Label* m_filterWords;
  Button* m_showAll;
  Button* m_unschedule;
  SearchField* m_search;
  PlainTable* m_table;
  Label* m_note;
};

}  // namespace heliograph::ui
