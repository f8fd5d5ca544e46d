// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>

#include "campaign/issue.h"
#include "ui/campaign_autosave.h"
#include "ui/services.h"

class QAction;
class QStackedWidget;

namespace heliograph::ui {

class CampaignChecker;
class CampaignHeader;
class ComposerFooter;
class CampaignWatch;
class ComposerRail;
class IssueList;
class PublishFlow;
class PublishPage;
class SaveBanner;
class StepPage;
class UndoKeys;
class WhatPage;

/// The editor of one draft: header, rail of steps, the steps' pages, footer. It only hosts them and leads from one to
/// the next.
class Composer final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int StepCount = 5;

  Composer(Services& services, campaign::Campaign campaign, QWidget* parent = nullptr);
  ~Composer() override;

  [[nodiscard]] CampaignDocument& document() { return m_document; }
  [[nodiscard]] CampaignAutosave& autosave() { return m_autosave; }
  [[nodiscard]] int currentStep() const;
  /// The countdown has ended and it isn't decided yet; taken down now, nothing would be published.
  [[nodiscard]] bool isPublishing() const;
  /// The window's actions that the header shows: the two arrows, and what is under "⋯" (null: a separator).
  void setActions(QAction* undo, QAction* redo, const QList<QAction*>& more);

 public Q_SLOTS:
  /// Shows a step and puts the focus on its first field.
  void goToStep(int step);
  void openTestDialog();
  /// Shows what the draft was before.
  void openHistory();
  /// It is shown again: what lies outside of the campaign may be another.
  void comeBack();
  /// Leads to the name.
  void rename();
  /// Says something under the header until it is closed.
  void say(const QString& text);

 Q_SIGNALS:
  /// Another step is shown.
  void stepChanged(int step);
  /// The person wants to leave; saving may still be under way.
  void leaveRequested();
  void published();
  void importRequested();
  void providersRequested();
  void pricesRequested();
  /// A source of linked content is wanted; with an empty name, all of them.
  void linkedRequested(const QString& source);
  void shortenersRequested();
  /// The report of another campaign is wanted.
  void reportRequested(heliograph::CampaignId campaign);

 private:
  void addPage(StepPage* page);
  void arrange();
  void connectPages();
  void note(const ChangeEvent& event);
  void showIssues();
  void showSaveState();
  void watchFile();
  void noteOthers();
  void showFooter();
  void goToIssue(const campaign::Issue& issue);
  void goOn();
  void askToPublish(const QString& notice);
  void askAgain(qint64 approved, qint64 now);

  Services& m_services;
  CampaignDocument m_document;
  CampaignAutosave m_autosave;
  CampaignChecker* m_checker;
  PublishFlow* m_flow;
  CampaignHeader* m_header;
  SaveBanner* m_banner;
  ComposerRail* m_rail;
  QStackedWidget* m_stack;
  ComposerFooter* m_footer;
  std::array<StepPage*, StepCount> m_pages{};
  int m_pageCount = 0;
  qint64 m_reach = -1;  ///< people who can be texted; -1 while nobody is chosen
  CampaignWatch* m_watch;
  IssueList* m_issueList;
  UndoKeys* m_undoKeys;
  QString m_othersNote;
  bool m_publishedHere = false;
  WhatPage* m_what = nullptr;
  PublishPage* m_publish = nullptr;
};

}  // namespace heliograph::ui
