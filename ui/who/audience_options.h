// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "campaign/campaign.h"
#include "ui/who/reach_watch.h"

namespace heliograph::ui {

class Fold;
class HoldBackChoice;
class Label;
class LinkButton;
class ReachChoice;
class SafetyChoice;

/// What narrows the people who are chosen, folded: who is held back, and the limits; below it the colleagues who get
/// the campaign, too.
class AudienceOptions final : public QWidget {
  Q_OBJECT
 public:
  explicit AudienceOptions(QWidget* parent = nullptr);

  /// Shows what a campaign says without a signal.
  void load(const campaign::Campaign& campaign);
  /// What was counted, or that nothing is.
  void showReach(const ReachView& view);
  void clearReach();
  void setPools(const QStringList& pools);
  void setWorkspaceGroup(const audience::ControlGroup& group);
  /// How many colleagues get each campaign; -1 while it isn't known.
  void setSeeds(int people);
  /// Opens and focuses what belongs to a field; false for another.
  bool focusField(const QString& field);

 Q_SIGNALS:
  void reachChanged(const heliograph::campaign::ReachLimit& reach);
  void holdBackChanged(const heliograph::campaign::HoldBack& holdBack);
  void safetyChanged(int people);
  void groupRequested();
  void seedsRequested();

 private:
  void arrange();
  void showSummaries();

  campaign::ReachLimit m_reach;
  int m_safetyCheck = 0;
  Fold* m_holdFold;
  Fold* m_limitFold;
  HoldBackChoice* m_holdBack;
  SafetyChoice* m_safety;
  ReachChoice* m_limit;
  Label* m_seeds;
  LinkButton* m_seedList;
};

}  // namespace heliograph::ui
