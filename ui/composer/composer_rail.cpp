// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer_rail.h"

#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "items/issue_list_model.h"
#include "ui/theme/tokens.h"

namespace heliograph::ui {

using campaign::Issue;
using campaign::Severity;
using campaign::Step;

namespace {

QString problemWords(const std::vector<Issue>& issues, Step step) {
  const auto here =
      std::count_if(issues.begin(), issues.end(), [step](const Issue& issue) { return issue.step == step; });
  if (here == 0) return {};
  return here == 1 ? ComposerRail::tr("1 problem") : ComposerRail::tr("%1 problems").arg(here);
}

QString whenWords(const schedule::When& when) {
  if (std::holds_alternative<schedule::OnPublish>(when)) return ComposerRail::tr("when I publish");
  const auto* once = std::get_if<schedule::Once>(&when);
  if (!once) return {};
  return QLocale().toString(once->at.date, QStringLiteral("ddd d MMM, ")) +
         once->at.time.toString(QStringLiteral("HH:mm"));
}

QString subtitleOf(Step step, const campaign::Campaign& campaign, const std::vector<Issue>& issues, qint64 reach) {
  switch (step) {
    case Step::Start:
      return ComposerRail::tr("SMS");
    case Step::Who:
      return reach < 0 ? QString() : ComposerRail::tr("%1 will receive").arg(QLocale().toString(reach));
    case Step::What:
      return campaign.message.isEmpty() ? QString() : problemWords(issues, step);
    case Step::When:
      return whenWords(campaign.when);
    case Step::Publish:
      break;
  }
  return {};
}

}  // namespace

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

StepMark ComposerRail::markOf(Step step, const campaign::Campaign& campaign, const std::vector<Issue>& issues) const {
  const auto has = [step, &issues](Severity severity) {
    return std::any_of(issues.begin(), issues.end(),
                       [&](const Issue& issue) { return issue.step == step && issue.severity == severity; });
  };
  // A message that is being written shows what is wrong with it at once.
  const bool begun = step == Step::What && !campaign.message.isEmpty();
  const bool visited = begun || m_visited[static_cast<std::size_t>(step)];
  if (has(Severity::Block)) return visited ? StepMark::Problem : StepMark::Untouched;
  if (has(Severity::Warn)) return StepMark::Problem;
  return step == Step::Publish ? StepMark::Untouched : StepMark::Fine;
}

void ComposerRail::show(const campaign::Campaign& campaign, const std::vector<Issue>& issues, qint64 reach) {
  for (int step = 0; step < StepCount; ++step) {
    m_list->setMark(step, markOf(static_cast<Step>(step), campaign, issues));
    m_list->setSubtitle(step, subtitleOf(static_cast<Step>(step), campaign, issues, reach));
  }
}

}  // namespace heliograph::ui
