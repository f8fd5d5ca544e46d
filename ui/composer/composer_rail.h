// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"
#include "ui/composer/page/step_marks.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

/// The rail of a draft's steps: where it stands, what is open on each, and a line about each.
class ComposerRail final : public Surface {
  Q_OBJECT
 public:
  static constexpr int StepCount = 5;

  explicit ComposerRail(QWidget* parent = nullptr);

  /// The step that is shown; the one before counts as visited.
  void setCurrent(int step);
  void show(const campaign::Campaign& campaign, const std::vector<campaign::Issue>& issues, const StepFacts& facts);
  using QWidget::show;

 Q_SIGNALS:
  void stepRequested(int step);

 private:
  StepList* m_list;
  std::array<bool, StepCount> m_visited{};
};

}  // namespace heliograph::ui
