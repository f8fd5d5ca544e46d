// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>
#include <functional>

#include "campaign/campaign_summary.h"
#include "ui/services.h"

class QAction;

namespace heliograph::ui {

class Composer;
class HomePage;
class ProvidersPage;
class ReportPage;

/// The pages of the window, of which one is shown: the campaigns, the providers, and the campaign that is open, as
/// composer or as report. Leaving a draft waits until it is saved.
class PageHost final : public QStackedWidget {
  Q_OBJECT
 public:
  PageHost(Services& services, QAction* undo, QAction* redo, QWidget* parent = nullptr);

  [[nodiscard]] HomePage& home() { return *m_home; }
  [[nodiscard]] ProvidersPage& providers() { return *m_providers; }
  /// The open draft; null when none is.
  [[nodiscard]] Composer* composer() const { return m_composer; }

 public Q_SLOTS:
  void newCampaign();
  void openCampaign(const heliograph::campaign::CampaignSummary& campaign);
  void cloneCampaign(heliograph::CampaignId id);
  /// Makes a saved segment the audience of the open draft and shows who that is; of a new draft when none is open.
  void useSegment(heliograph::SegmentId segment, const QString& name);
  void showHome();
  void showProviders();

 Q_SIGNALS:
  /// Another page is shown, or another draft is open.
  void pageChanged();
  void importRequested();
  void sampleRequested();
  void failed(const QString& why);

 private:
  void connectHome();
  void openDraft(const campaign::Campaign& campaign);
  void openReport(const campaign::CampaignSummary& campaign);
  void loadDraft(CampaignId id);
  void loadReport(CampaignId id);
  void whenSaved(std::function<void()> then);
  void closeOpen();
  void run(std::function<Result<>()> work);

  Services& m_services;
  QAction* m_undo;
  QAction* m_redo;
  HomePage* m_home;
  ProvidersPage* m_providers;
  Composer* m_composer = nullptr;
  ReportPage* m_report = nullptr;
};

}  // namespace heliograph::ui
