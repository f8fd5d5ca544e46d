// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/page/step_marks.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/preview/text_words.h"

namespace heliograph::ui {

using campaign::Issue;
using campaign::Severity;
using campaign::Step;

namespace {

struct StepWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

/// Nothing wrong was done yet: something is not filled in.
bool isMissing(const Issue& issue) {
  return issue.code.endsWith(QLatin1String("_empty")) || issue.code.endsWith(QLatin1String("_missing"));
}

bool isProblem(const Issue& issue) {
  return issue.severity != Severity::Note && !isMissing(issue);
}

QString stepProblemWords(const std::vector<Issue>& issues, Step step) {
  const auto here = std::count_if(issues.begin(), issues.end(),
                                  [step](const Issue& issue) { return issue.step == step && isProblem(issue); });
  if (here == 0) return {};
  return here == 1 ? StepWords::tr("1 problem") : StepWords::tr("%1 problems").arg(here);
}

QString shortWhenWords(const schedule::When& when) {
  if (std::holds_alternative<schedule::OnPublish>(when)) return StepWords::tr("When I publish");
  const auto* once = std::get_if<schedule::Once>(&when);
  if (!once) return {};
  return QLocale().toString(once->at.date, QStringLiteral("ddd d MMM, ")) +
         once->at.time.toString(QStringLiteral("HH:mm"));
}

QString reachWords(qint64 reach) {
  if (reach < 0) return {};
  return reach == 0 ? StepWords::tr("nobody to text") : StepWords::tr("%1 will receive").arg(QLocale().toString(reach));
}

QString partsLine(const StepFacts& facts) {
  if (facts.mostParts <= 0) return {};
  if (facts.fewestParts == facts.mostParts) return partsWords(facts.mostParts);
  return StepWords::tr("%1 to %2").arg(facts.fewestParts).arg(partsWords(facts.mostParts));
}

/// A message that is being written shows what is wrong with it at once.
bool isBegun(Step step, const campaign::Campaign& campaign) {
  return step == Step::What && (!campaign.message.isEmpty() || !campaign.fields.templateId.isEmpty());
}

}  // namespace

StepMark stepMark(Step step, const campaign::Campaign& campaign, const std::vector<Issue>& issues, bool visited) {
  const bool looked = visited || isBegun(step, campaign);
  bool missing = false;
  bool warned = false;
  for (const Issue& issue : issues) {
    if (issue.step != step || issue.severity == Severity::Note) continue;
    if (isMissing(issue)) {
      missing = true;
    } else if (issue.severity == Severity::Block) {
      return StepMark::Problem;
    } else {
      warned = true;
    }
  }
  if (warned) return StepMark::Problem;
  if (missing) return looked ? StepMark::Incomplete : StepMark::Untouched;
  return step == Step::Publish ? StepMark::Untouched : StepMark::Fine;
}

QString stepLine(Step step, const campaign::Campaign& campaign, const std::vector<Issue>& issues,
                 const StepFacts& facts) {
  if (const QString problems = stepProblemWords(issues, step); !problems.isEmpty()) return problems;
  switch (step) {
    case Step::Start:
      return campaign.purpose == campaign::Purpose::Marketing ? StepWords::tr("SMS · Marketing")
                                                              : StepWords::tr("SMS · Transactional");
    case Step::Who:
      return reachWords(facts.reach);
    case Step::What:
      return campaign.message.isEmpty() && campaign.fields.templateId.isEmpty() ? QString() : partsLine(facts);
    case Step::When:
      return shortWhenWords(campaign.when);
    case Step::Publish:
      break;
  }
  return {};
}

}  // namespace heliograph::ui
