// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>
#include <functional>

#include "campaign/campaign_summary.h"
#include "delivery/courier/sending_board.h"
#include "ui/report/people_filter.h"
#include "ui/services.h"

class QAction;

namespace heliograph::ui {

class Composer;
class HomePage;
class LinkedPage;
class PeoplePage;
class ProvidersPage;
class RepliesPage;
class ReportPage;
class RunActs;
class ShortenersPage;

/// The pages of the window, of which one is shown: the campaigns, the providers, and the campaign that is open, as
/// composer or as report. Leaving a draft waits until it is saved.
class PageHost final : public QStackedWidget {
  Q_OBJECT
 public:
  PageHost(Services& services, const delivery::SendingBoard& board, RunActs& acts, QAction* undo, QAction* redo,
           QWidget* parent = nullptr);

  [[nodiscard]] HomePage& home() { return *m_home; }
  [[nodiscard]] ProvidersPage& providers() { return *m_providers; }
  [[nodiscard]] RepliesPage& replies() { return *m_replies; }
  /// The open draft; null when none is, or when it waits behind the linked content or the shorteners.
  [[nodiscard]] Composer* composer() const { return isBehindLinked() ? nullptr : m_composer; }
  /// The open draft is being published; it can't be left until that has ended.
  [[nodiscard]] bool isPublishing() const;
  /// The window's actions that stand under "⋯" of an open draft; null is a separator.
  void setDraftActions(const QList<QAction*>& actions) { m_draftActions = actions; }
  /// Saves the open draft as a file of its own.
  void exportDraft();
  /// Deletes the open draft and leaves it; the list can bring it back.
  void removeDraft();
  /// Opens a draft on a step, unless it is none any more or something else was opened meanwhile.
  void openDraftAt(CampaignId id, int step);
  /// Shows the providers once the open draft is saved, and then calls `then`, if any.
  void showProviders(std::function<void()> then = {});
  /// Shows the sources of linked content, one of them if it is named. An open draft waits behind them as it is, with
  /// its undo, and going back leads to it.
  void showLinked(const QString& source = {});
  /// Shows the link shorteners; an open draft waits behind them, too.
  void showShorteners();
  /// Shows the people, one of them if an identity is given. An open draft or report waits behind them.
  void showPeople(const QString& identity = {});
  /// Shows what people answered. An open draft or report waits behind it.
  void showReplies();
  [[nodiscard]] PeoplePage& people() { return *m_people; }
  /// The open report; null when none is.
  [[nodiscard]] ReportPage* report() const { return m_report; }

 public Q_SLOTS:
  void newCampaign();
  void openCampaign(const heliograph::campaign::CampaignSummary& campaign);
  void cloneCampaign(heliograph::CampaignId id);
  /// Makes a draft of a campaign that waits for its time, and opens it.
  void unscheduleCampaign(heliograph::CampaignId id);
  /// Makes a saved segment the audience of the open draft and shows who that is; of a new draft when none is open.
  void useSegment(heliograph::SegmentId segment, const QString& name);
  void showHome();
  /// Opens a campaign's report, or goes to these people in it; a filter without states shows it as it is.
  void showReport(heliograph::CampaignId id, const heliograph::ui::PeopleFilter& filter);
  /// Opens the settings of a provider, where its secret is entered; the list when it is none.
  void showProvider(heliograph::ProviderId id);

 Q_SIGNALS:
  /// Another page is shown, or another draft is open.
  void pageChanged();
  void importRequested();
  void sampleRequested();
  void sandboxRequested();
  void failed(const QString& why);

 private:
  void connectHome();
  void openDraft(const campaign::Campaign& campaign, int step = 0);
  void openReport(const campaign::CampaignSummary& campaign, const PeopleFilter& filter = {});
  void loadDraft(CampaignId id);
  void whenSaved(std::function<void()> then);
  void closeOpen();
  [[nodiscard]] bool isBehindLinked() const;
  void leaveLinked();
  void leavePeople();
  void bringReport();

  Services& m_services;
  const delivery::SendingBoard& m_board;
  RunActs& m_acts;
  QAction* m_undo;
  QAction* m_redo;
  QList<QAction*> m_draftActions;
  HomePage* m_home;
  ProvidersPage* m_providers;
  LinkedPage* m_linked;
  ShortenersPage* m_shorteners;
  PeoplePage* m_people;
  RepliesPage* m_replies;
  Composer* m_composer = nullptr;
  ReportPage* m_report = nullptr;
};

}  // namespace heliograph::ui
