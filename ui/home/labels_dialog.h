// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

#include "campaign/campaign_summary.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Label;

/// Gives labels to one or several campaigns: every label there is with a tick, half of one where only some campaigns
/// have it, and a line for a new one.
class LabelsDialog final : public QDialog {
  Q_OBJECT
 public:
  /// `known` are all labels of the workspace.
  LabelsDialog(std::vector<campaign::CampaignSummary> campaigns, const QStringList& known, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// The person decided which labels all of them get and lose.
  void chosen(const QStringList& add, const QStringList& remove);

 private:
  QWidget* makeList(const QStringList& known);
  QWidget* makeNew();
  QCheckBox* addBox(const QString& label, Qt::CheckState state);
  void addNew();
  void check();
  void take();

  std::vector<campaign::CampaignSummary> m_campaigns;
  struct Line {
    QString label;
    QCheckBox* box;
    Qt::CheckState before;
  };
  std::vector<Line> m_lines;
  QVBoxLayout* m_list = nullptr;
  QLineEdit* m_new;
  Label* m_problem;
  Button* m_done;
};

}  // namespace heliograph::ui
