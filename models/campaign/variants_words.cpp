// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/variants_words.h"

#include <QStringList>

namespace heliograph::campaign {
namespace {

QString winnerWords(const WinnerRule& rule) {
  switch (rule.by) {
    case WinnerRule::By::Hand:
      return QStringLiteral("winner chosen by hand, asked for after %1 minutes").arg(rule.waitMinutes);
    case WinnerRule::By::Clicks:
      return QStringLiteral("winner by clicks after %1 minutes").arg(rule.waitMinutes);
    case WinnerRule::By::Conversions:
      return QStringLiteral("winner by conversions after %1 minutes").arg(rule.waitMinutes);
  }
  return {};
}

QString ruleWords(const Variants& variants) {
  switch (variants.kind) {
    case Variants::Kind::Single:
      return variants.others.empty() ? QStringLiteral("One message")
                                     : QStringLiteral("One message; copies kept aside:");
    case Variants::Kind::AbTest: {
      const QString size = variants.testPeople > 0 ? QStringLiteral("%1 people").arg(variants.testPeople)
                                                   : QStringLiteral("%1 % of the people").arg(variants.testPercent);
      return QStringLiteral("A/B test with %1, %2").arg(size, winnerWords(variants.winner));
    }
    case Variants::Kind::Split: {
      QStringList shares;
      const std::vector<int> percents = sharesOf(variants);
      for (std::size_t copy = 0; copy < percents.size(); ++copy) {
        shares << QStringLiteral("%1 %2 %").arg(copyName(variants, static_cast<int>(copy))).arg(percents[copy]);
      }
      return QStringLiteral("Split: ") + shares.join(QStringLiteral(", "));
    }
    case Variants::Kind::ByProperty:
      return QStringLiteral("By “%1”").arg(variants.property);
  }
  return {};
}

}  // namespace

QString describe(const Variants& variants) {
  QStringList lines{ruleWords(variants)};
  for (std::size_t i = 0; i < variants.others.size(); ++i) {
    lines << copyName(variants, static_cast<int>(i) + 1) + QStringLiteral(": ") +
                 QString::fromUtf8(variants.others[i].message);
    const QString fields = describe(variants.others[i].fields);
    if (!fields.isEmpty()) lines << fields;
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace heliograph::campaign
