// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer_rail.h"

#include <QVBoxLayout>

#include "items/issue_list_model.h"
#include "ui/theme/tokens.h"

namespace heliograph::ui {

using campaign::Step;

ComposerRail::ComposerRail(QWidget* parent) : Surface(Qt::RightEdge, parent), m_list(new StepList) {
  setFixedWidth(size::StepRail);
  QStringList names;
  for (int step = 0; step < StepCount; ++step) names.append(items::stepTitle(static_cast<Step>(step)));
  m_list->setSteps(names);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_list);
  column->addStretch();
  connect(m_list, &StepList::stepRequested, this, &ComposerRail::stepRequested);
}

void ComposerRail::setCurrent(int step) {
  if (step != m_list->current()) m_visited[static_cast<std::size_t>(m_list->current())] = true;
  m_list->setCurrent(step);
}

void ComposerRail::show(const campaign::Campaign& campaign, const std::vector<campaign::Issue>& issues,
                        const StepFacts& facts) {
  for (int step = 0; step < StepCount; ++step) {
    const bool visited = m_visited[static_cast<std::size_t>(step)];
    m_list->setMark(step, stepMark(static_cast<Step>(step), campaign, issues, visited));
    m_list->setSubtitle(step, stepLine(static_cast<Step>(step), campaign, issues, facts));
  }
}

}  // namespace heliograph::ui
