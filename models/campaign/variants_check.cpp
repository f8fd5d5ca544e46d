// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/variants_check.h"

#include <QSet>
#include <algorithm>

#include "message/value_matching.h"

namespace heliograph::campaign {
namespace {

Issue variantsIssue(const char* code, const QString& text, Severity severity = Severity::Block,
                    const QString& field = QStringLiteral("variants")) {
  return {severity, QLatin1String(code), Step::What, field, text};
}

void checkCount(const Variants& variants, std::vector<Issue>& issues) {
  const bool byProperty = variants.kind == Variants::Kind::ByProperty;
  if (variants.others.empty()) {
    issues.push_back(variantsIssue(
        "copies_missing", byProperty ? QStringLiteral("No value has a copy of its own. Add a value, or choose a single "
                                                      "message.")
                                     : QStringLiteral("There is only one copy. Add another, or choose a single "
                                                      "message.")));
  }
  const std::size_t most = byProperty ? Variants::mostByValue : Variants::mostTested - 1;
  if (variants.others.size() <= most) return;
  issues.push_back(variantsIssue(
      "copies_too_many",
      byProperty ? QStringLiteral("At most %1 values may have a copy of their own. Remove some.").arg(most)
                 : QStringLiteral("At most %1 copies may be compared. Remove some.").arg(Variants::mostTested)));
}

void checkShares(const Variants& variants, std::vector<Issue>& issues) {
  const std::vector<int> shares = sharesOf(variants);
  if (std::all_of(shares.begin(), shares.end(), [](int share) { return share >= leastShare; })) return;
  issues.push_back(
      variantsIssue("shares_wrong", QStringLiteral("Each copy needs at least 1 % of the people, and all of "
                                                   "them together 100 %. Copy A gets what the others "
                                                   "leave.")));
}

void checkProperty(const Variants& variants, const QStringList& properties, std::vector<Issue>& issues) {
  if (variants.property.isEmpty()) {
    issues.push_back(variantsIssue("copies_property_missing",
                                   QStringLiteral("It is not chosen which property decides who gets which copy.")));
  } else if (!properties.isEmpty() && !properties.contains(variants.property)) {
    issues.push_back(variantsIssue(
        "copies_property_unknown",
        QStringLiteral("There is no property “%1”, so everybody would get the copy for everybody else. Choose another.")
            .arg(variants.property)));
  }
}

void checkValues(const Variants& variants, std::vector<Issue>& issues) {
  QSet<QString> seen;
  for (std::size_t i = 0; i < variants.others.size(); ++i) {
    const QString field = QStringLiteral("message:%1").arg(i + 1);
    const QString value = message::comparableValue(variants.others[i].value);
    if (value.isEmpty()) {
      issues.push_back(variantsIssue("copies_value_empty",
                                     QStringLiteral("A copy has no value. Write the value whose people get it."),
                                     Severity::Block, field));
    } else if (seen.contains(value)) {
      issues.push_back(variantsIssue(
          "copies_value_twice",
          QStringLiteral("“%1” has two copies. Remove one of them.").arg(variants.others[i].value.trimmed()),
          Severity::Block, field));
    }
    seen.insert(value);
  }
}

/// What was counted on can't choose, so a person is asked.
void checkWinner(const Campaign& campaign, std::vector<Issue>& issues) {
  const WinnerRule::By by = campaign.variants.winner.by;
  if (canChoose(campaign, by)) return;
  issues.push_back(variantsIssue(
      "winner_by_hand",
      by == WinnerRule::By::Clicks
          ? QStringLiteral("What it is sent through doesn't tell of clicks, so they can't choose the winner. You are "
                           "asked to choose it.")
          : QStringLiteral("Without a goal nothing counts conversions, so they can't choose the winner. Set a goal "
                           "under Start, or you are asked to choose it."),
      Severity::Warn));
}

}  // namespace

std::vector<Issue> variantsIssues(const Campaign& campaign, const QStringList& properties) {
  const Variants& variants = campaign.variants;
  std::vector<Issue> issues;
  if (variants.kind == Variants::Kind::Single) return issues;
  checkCount(variants, issues);
  switch (variants.kind) {
    case Variants::Kind::Split:
      checkShares(variants, issues);
      break;
    case Variants::Kind::ByProperty:
      checkProperty(variants, properties, issues);
      checkValues(variants, issues);
      break;
    case Variants::Kind::AbTest:
      checkWinner(campaign, issues);
      break;
    case Variants::Kind::Single:
      break;
  }
  return issues;
}

}  // namespace heliograph::campaign
