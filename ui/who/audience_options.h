// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <optional>

#include "audience/live/live_estimate.h"
#include "campaign/campaign.h"
#include "ui/who/reach_watch.h"

namespace heliograph::ui {

class Fold;
class HoldBackChoice;
class Label;
class LinkButton;
class LiveLimitChoice;
class ReachChoice;
class SafetyChoice;
class Separator;

/// What narrows the people who are chosen, folded: who is held back, and the limits, only those that fit people who are
/// picked or people as they act; below it the colleagues who get the campaign, too.
class AudienceOptions final : public QWidget {
  Q_OBJECT
 public:
  explicit AudienceOptions(QWidget* parent = nullptr);

  /// Shows what a campaign says without a signal.
  void load(const campaign::Campaign& campaign);
  /// What was counted, or that nothing is.
  void showReach(const ReachView& view);
  void clearReach();
  /// How many messages would have left to people as they act; none while that isn't known.
  void showEstimate(const std::optional<audience::LiveEstimate>& estimate);
  void setPools(const QStringList& pools);
  void setWorkspaceGroup(const audience::ControlGroup& group);
  /// How many colleagues get each campaign; -1 while it isn't known.
  void setSeeds(int people);
  /// Opens and focuses what belongs to a field; false for another.
  bool focusField(const QString& field);

 Q_SIGNALS:
  void reachChanged(const heliograph::campaign::ReachLimit& reach);
  void liveLimitChanged(const heliograph::campaign::LiveLimit& limit);
  void holdBackChanged(const heliograph::campaign::HoldBack& holdBack);
  void safetyChanged(int people);
  void groupRequested();
  void seedsRequested();

 private:
  void arrange();
  void showSummaries();

  campaign::ReachLimit m_reach;
  campaign::LiveLimit m_liveLimit;
  int m_safetyCheck = 0;
  bool m_live = false;
  Fold* m_holdFold;
  Fold* m_limitFold;
  HoldBackChoice* m_holdBack;
  SafetyChoice* m_safety;
  ReachChoice* m_limit;
  LiveLimitChoice* m_liveChoice;
  Separator* m_line;
  Label* m_seeds;
  LinkButton* m_seedList;
};

}  // namespace heliograph::ui
