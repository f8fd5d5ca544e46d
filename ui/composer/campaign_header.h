// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tone.h"
#include "ui/widgets/surface.h"

class QAction;
class QHBoxLayout;

namespace heliograph::ui {

class Chip;
class ElidedLabel;
class Label;

/// The bar over a campaign: back, its name, how it stands, whether it is saved, and what can be done at the right.
class CampaignHeader final : public Surface {
  Q_OBJECT
 public:
  explicit CampaignHeader(QWidget* parent = nullptr);

  void setName(const QString& name);
  void setStanding(const QString& word, Tone tone);
  /// "Saved 14:02"; `problem` colours it.
  void setNote(const QString& text, bool problem = false);
  /// Adds a control at the trailing end.
  void addControl(QWidget* control);
  /// Adds an arrow that follows an action whose name changes ("Undo change of name").
  void addArrow(Icon icon, QAction* action);
  /// Adds "⋯" with these actions; null is a separator.
  void addMenu(const QList<QAction*>& actions);

 Q_SIGNALS:
  void backRequested();

 private:
  QHBoxLayout* m_row;
  ElidedLabel* m_name;
  Chip* m_standing;
  Label* m_note;
};

}  // namespace heliograph::ui
