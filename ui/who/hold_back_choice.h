// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "campaign/campaign.h"

class QCheckBox;
class QSpinBox;

namespace heliograph::ui {

class Label;
class LinkButton;

/// Who gets no message, to be compared with those who do: a share of this campaign's people, and the workspace's
/// control group.
class HoldBackChoice final : public QWidget {
  Q_OBJECT
 public:
  explicit HoldBackChoice(QWidget* parent = nullptr);

  /// Shows what a campaign says without a signal.
  void load(const campaign::Campaign& campaign);
  /// The workspace's group, with 0 percent when there is none.
  void setWorkspaceGroup(const audience::ControlGroup& group);
  /// How many the campaign's own group and the workspace's hold back; -1 while it isn't known.
  void setHeldBack(qint64 own, qint64 byWorkspace);
  /// What is set, in a line.
  [[nodiscard]] QString summary() const;
  void focusChoice();

 Q_SIGNALS:
  void changed(const heliograph::campaign::HoldBack& holdBack);
  /// The workspace's group is to be changed.
  void groupRequested();

 private:
  void arrange();
  void choose();
  void showState();
  [[nodiscard]] bool holdsWorkspaceGroup() const;
  [[nodiscard]] QString groupWords() const;
  [[nodiscard]] QString workspaceWords() const;

  campaign::HoldBack m_holdBack;
  bool m_isMarketing = true;
  audience::ControlGroup m_group;
  qint64 m_own = -1;
  qint64 m_byWorkspace = -1;
  QCheckBox* m_on;
  QSpinBox* m_percent;
  Label* m_words;
  QCheckBox* m_workspace;
  Label* m_workspaceWords;
  LinkButton* m_edit;
};

}  // namespace heliograph::ui
