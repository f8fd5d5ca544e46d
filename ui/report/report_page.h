// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTimer>
#include <QWidget>
#include <vector>

#include "campaign/campaign_summary.h"
#include "delivery/courier/sending_board.h"
#include "ui/report/people_filter.h"
#include "ui/report/report_loader.h"
#include "ui/services.h"

class QComboBox;
class QScrollArea;

namespace heliograph::ui {

class Button;
class CampaignHeader;
class CopiesCard;
class DeliveryCard;
class GoalCard;
class Label;
class OverTimeCard;
class ReasonList;
class RecipientsCard;
class ReportFigures;
class RunActs;
class RunStrip;
class SentMessage;

/// What became of a published campaign: the sums, how it went over time, who got no message and why, everybody by name,
/// and what was sent.
class ReportPage final : public QWidget {
  Q_OBJECT
 public:
  ReportPage(Services& services, const delivery::SendingBoard& board, RunActs& acts,
             const campaign::CampaignSummary& campaign, QWidget* parent = nullptr);

  [[nodiscard]] CampaignId campaign() const { return m_campaign; }
  /// Lists these people and goes there.
  void showPeople(const PeopleFilter& filter);

 Q_SIGNALS:
  void leaveRequested();
  void cloneRequested(heliograph::CampaignId id);
  void unscheduleRequested(heliograph::CampaignId id);
  void providerRequested(heliograph::ProviderId provider);
  /// All that is known of somebody is to be shown.
  void personRequested(const QString& identity);

 private:
  QWidget* makeBody();
  void makeHeader();
  void connectParts();
  void follow();
  void show(const ReportContents& contents);
  using QWidget::show;
  void showRuns();
  void showChosen();
  void showStanding();
  [[nodiscard]] RunId chosenRun() const;
  [[nodiscard]] std::vector<delivery::SendingLine> openLines() const;
  void showSeeds(const std::vector<reports::RunReport>& reports);
  void showLeftOut(const std::vector<reports::RunReport>& reports);
  void showFigures(const QMap<delivery::RowState, qint64>& people);
  void openSettle(const QString& identity);
  void say(const QString& text);

  Services& m_services;
  const delivery::SendingBoard& m_board;
  CampaignId m_campaign;
  campaign::Standing m_standing;
  ReportContents m_contents;
  ReportLoader m_loader;
  qint64 m_parts = 0;  ///< of accepted messages, as last read
  bool m_wasOpen = false;
  CampaignHeader* m_header;
  RunStrip* m_strip;
  QScrollArea* m_scroll;
  QComboBox* m_runs;
  ReportFigures* m_figures;
  OverTimeCard* m_overTime;
  ReasonList* m_reasons;
  DeliveryCard* m_delivery;
  CopiesCard* m_copies;
  GoalCard* m_goal;
  RecipientsCard* m_recipients;
  SentMessage* m_sent;
  Button* m_unschedule;
  Label* m_seeds;    ///< what became of the colleagues
  Label* m_leftOut;  ///< providers that were left out, a line each
  Label* m_note;
};

}  // namespace heliograph::ui
