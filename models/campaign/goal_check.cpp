// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/goal_check.h"

namespace heliograph::campaign {
namespace {

Issue goalIssue(const char* code, const QString& text) {
  return {Severity::Warn, QLatin1String(code), Step::Start, QStringLiteral("goal"), text};
}

}  // namespace

std::vector<Issue> goalIssues(const audience::Goal& goal, const std::vector<audience::EventType>& events) {
  const audience::EventType* type = audience::findEventType(events, goal.event);
  if (type == nullptr) {
    return {
        goalIssue("goal_event_unknown",
                  QStringLiteral("Nobody ever did “%1”, the goal. Conversions are counted once there are such events.")
                      .arg(goal.event))};
  }
  std::vector<Issue> issues;
  QStringList asked;
  for (const audience::SegmentRule& rule : goal.where) asked << rule.property;
  if (!goal.revenue.isEmpty()) asked << goal.revenue;
  asked.removeDuplicates();
  for (const QString& name : asked) {
    if (audience::findEventProperty(*type, name) != nullptr) continue;
    issues.push_back(goalIssue(
        "goal_property_unknown",
        QStringLiteral("The event “%1” has no property “%2”, which the goal asks for, so conversions can't be counted.")
            .arg(goal.event, name)));
  }
  return issues;
}

}  // namespace heliograph::campaign
