// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "campaign/campaign.h"
#include "schedule/zone_names.h"

namespace heliograph::ui {

class Label;
class LinkButton;
class QuietEditor;
class SegmentedChoice;

/// Which quiet hours a campaign keeps, and what becomes of a text that would leave in them.
class QuietChoice final : public QWidget {
  Q_OBJECT
 public:
  explicit QuietChoice(QWidget* parent = nullptr);

  /// Shows what a campaign says without a signal.
  void load(const campaign::Campaign& campaign);
  /// The workspace's hours; without any they are off.
  void setWorkspace(const campaign::ZonedQuiet& workspace);
  void offerZones(const std::vector<schedule::ZoneName>& zones);
  /// Who waits if it starts now or when it is due; empty: nobody, or it isn't known.
  void setForecast(const QString& words);
  void focusChoice();
  /// What is set, in a line.
  [[nodiscard]] QString summary() const;

 Q_SIGNALS:
  void changed(const heliograph::campaign::QuietRule& rule);
  /// The workspace's hours are to be changed.
  void workspaceRequested();

 private:
  void arrange();
  void choose(campaign::QuietRule::Use use);
  void showState();
  [[nodiscard]] QString words() const;
  [[nodiscard]] bool keepsNone() const;

  campaign::QuietRule m_rule;
  campaign::ZonedQuiet m_workspace;
  bool m_isMarketing = true;
  SegmentedChoice* m_use;
  Label* m_words;
  LinkButton* m_edit;
  QuietEditor* m_own;
  QWidget* m_thenBox;
  SegmentedChoice* m_then;
  Label* m_forecast;
};

}  // namespace heliograph::ui
