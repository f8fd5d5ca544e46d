// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/conversions_json.h"

#include <QJsonArray>

namespace heliograph::reports {
namespace {

QJsonObject figuresJson(const delivery::ConversionFigures& figures, const audience::Goal& goal) {
  QJsonObject json{{QStringLiteral("people"), figures.people},
                   {QStringLiteral("converted"), figures.converted},
                   {QStringLiteral("share"), figures.share().share()}};
  if (goal.revenue.isEmpty()) return json;
  json.insert(QStringLiteral("revenue"), figures.revenue);
  json.insert(QStringLiteral("revenue_per_person"), figures.revenueEach());
  return json;
}

}  // namespace

QJsonObject conversionsJson(const RunReport& report) {
  if (!report.conversionsProblem.isEmpty()) return {{QStringLiteral("problem"), report.conversionsProblem}};
  if (!report.conversions) return {};
  const delivery::RunConversions& counted = *report.conversions;
  QJsonObject json = figuresJson(counted.sent, counted.goal);
  json.insert(QStringLiteral("goal"), audience::toJson(counted.goal));
  if (counted.heldBack) json.insert(QStringLiteral("held_back"), figuresJson(*counted.heldBack, counted.goal));
  if (report.copies.empty()) return json;
  QJsonArray copies;
  for (std::size_t copy = 0; copy < report.copies.size() && copy < counted.copies.size(); ++copy) {
    QJsonObject one = figuresJson(counted.copies[copy], counted.goal);
    one.insert(QStringLiteral("copy"), report.copies[copy].name);
    copies.append(one);
  }
  json.insert(QStringLiteral("copies"), copies);
  return json;
}

}  // namespace heliograph::reports
