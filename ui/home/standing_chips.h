// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <set>
#include <vector>

#include "campaign/campaign_query.h"

namespace heliograph::ui {

class FilterChip;

/// Quick filters over the campaigns: all, drafts, scheduled, sending, completed, with how many each has.
class StandingChips final : public QWidget {
  Q_OBJECT
 public:
  explicit StandingChips(QWidget* parent = nullptr);

  /// Counts those that are archived, or those that aren't.
  void count(const std::vector<campaign::CampaignSummary>& campaigns, bool archived);
  /// Marks the choice that stands for these; none when it is a mixture of its own.
  void choose(const std::set<campaign::Standing>& standings);

 Q_SIGNALS:
  /// An empty set stands for all.
  void chosen(const std::set<heliograph::campaign::Standing>& standings);

 private:
  struct Choice {
    FilterChip* chip;
    std::set<campaign::Standing> standings;
  };
  void add(const QString& text, std::set<campaign::Standing> standings);

  std::vector<Choice> m_choices;
};

}  // namespace heliograph::ui
