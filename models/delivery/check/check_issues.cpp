// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/check_issues.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "audience/reachability.h"
#include "campaign/fields_check.h"
#include "phone/country.h"

namespace heliograph::delivery {
namespace {

using campaign::Issue;
using campaign::Severity;
using campaign::Step;

QString countedPeople(qint64 count) {
  return count == 1 ? QStringLiteral("1 person") : QStringLiteral("%L1 people").arg(count);
}

Issue messageIssue(Severity severity, const QString& code, const QString& text) {
  return {severity, code, Step::What, QStringLiteral("message"), text};
}

void addLeftOutIssues(CheckReport& report) {
  auto& issues = report.issues;
  if (report.couldReceive() == 0) {
    issues.push_back({Severity::Block, QStringLiteral("nobody_reached"), Step::Who, QStringLiteral("audience"),
                      QStringLiteral("Nobody of the %1 in the audience can be sent to. Choose other people, or look at "
                                     "why each is left out.")
                          .arg(countedPeople(report.reach.qualified))});
  }
  const auto leftOut = [&](const QString& reason, const QString& text) {
    const qint64 count = report.skipped.value(reason);
    if (count > 0) issues.push_back(messageIssue(Severity::Warn, reason, text.arg(countedPeople(count))));
  };
  leftOut(QStringLiteral("render_failed"), QStringLiteral("The text can't be made for %1; they are left out."));
  leftOut(QStringLiteral("empty_text"), QStringLiteral("Nothing is left of the text for %1; they are left out."));
  leftOut(QStringLiteral("too_long"), QStringLiteral("The text is too long for %1; they are left out. Shorten it."));
  leftOut(QStringLiteral("template_mismatch"),
          QStringLiteral("The text isn't the approved one for %1; they are left out."));
  leftOut(QStringLiteral("aborted"), QStringLiteral("The message itself leaves %1 out."));
  if (const qint64 count = report.skipped.value(QStringLiteral("empty_value")); count > 0) {
    issues.push_back({Severity::Warn, QStringLiteral("empty_value"), Step::What, QStringLiteral("provider_fields"),
                      QStringLiteral("A value that the provider asks for is empty for %1; they are left out. Give it a "
                                     "default.")
                          .arg(countedPeople(count))});
  }
  for (auto it = report.missing.cbegin(); it != report.missing.cend(); ++it) {
    issues.push_back(messageIssue(Severity::Warn, QStringLiteral("missing_values"),
                                  QStringLiteral("“%1” is empty for %2, who get a gap there. Give it a default.")
                                      .arg(it.key(), countedPeople(it.value()))));
  }
}

/// "No provider covers France (312 people) and Italy (4 people)", those with most people first.
void addCountryIssue(CheckReport& report) {
  if (report.uncovered.isEmpty()) return;
  constexpr std::size_t mostNamed = 3;
  std::vector<std::pair<QString, qint64>> countries(report.uncovered.keyValueBegin(), report.uncovered.keyValueEnd());
  std::stable_sort(countries.begin(), countries.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  QStringList named;
  qint64 others = 0;
  for (std::size_t i = 0; i < countries.size(); ++i) {
    const auto& [code, people] = countries[i];
    if (i < mostNamed || countries.size() == mostNamed + 1) {
      named << QStringLiteral("%1 (%2)").arg(phone::countryName(code), countedPeople(people));
    } else {
      others += people;
    }
  }
  if (others > 0) {
    named << QStringLiteral("%L1 other countries (%2)").arg(countries.size() - mostNamed).arg(countedPeople(others));
  }
  const QString last = named.takeLast();
  const QString where = named.isEmpty() ? last : named.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
  report.issues.push_back(
      {Severity::Warn, audience::reachabilityCode(audience::Reachability::NoProvider), Step::Who,
       QStringLiteral("audience"),
       QStringLiteral("No provider of the campaign covers %1; they are left out. Choose another provider or group, or "
                      "add the country to the provider's settings.")
           .arg(where)});
}

/// A template ID that is only wanted in India stands in the way of texts to India, and of no others.
void countTemplateIds(CheckReport& report) {
  const qint64 there = report.picks.ofCountry.value(QStringLiteral("IN")).count();
  std::erase_if(report.issues, [there](const Issue& issue) {
    return issue.code == u"template_id_missing" && issue.severity != Severity::Block && there == 0;
  });
  for (Issue& issue : report.issues) {
    if (issue.code != u"template_id_missing") continue;
    const bool isDemanded = issue.severity == Severity::Block;
    const qint64 people = isDemanded ? report.sendable : there;
    issue.severity = Severity::Block;
    if (people == 0) continue;
    // The copy's name stands before it.
    issue.text.replace(campaign::missingTemplateId(isDemanded), campaign::missingTemplateId(isDemanded, people));
  }
}

void addPriceIssue(CheckReport& report, bool noPrices) {
  const CostReport& cost = report.cost;
  if (cost.isComplete()) return;
  const auto place = [](Severity severity, const QString& text) {
    return Issue{severity, QStringLiteral("prices_missing"), Step::Start, QStringLiteral("prices"), text};
  };
  if (noPrices) {
    report.issues.push_back(
        place(Severity::Note, QStringLiteral("What it costs isn't known, as no prices are entered for the provider.")));
    return;
  }
  const auto missing = std::count_if(cost.countries.begin(), cost.countries.end(),
                                     [](const CountryCost& country) { return !country.priced; });
  const QString where = missing == 1 ? QStringLiteral("1 country") : QStringLiteral("%L1 countries").arg(missing);
  report.issues.push_back(
      place(Severity::Warn, QStringLiteral("The price is missing for %1 in %2. The cost leaves them out.")
                                .arg(countedPeople(cost.unpricedPeople), where)));
}

}  // namespace

void addCountedIssues(CheckReport& report, bool noPrices) {
  countTemplateIds(report);
  addLeftOutIssues(report);
  addCountryIssue(report);
  addPriceIssue(report, noPrices);
}

campaign::Issue audienceIssue(const Error& error) {
  const bool segment = error.code == ErrorCode::NotFound || error.code == ErrorCode::InvalidInput;
  return {Severity::Block, segment ? QStringLiteral("audience_unknown") : QStringLiteral("audience_unreadable"),
          Step::Who, QStringLiteral("audience"), error.message};
}

void dropOldNews(CheckReport& report) {
  const bool empty = std::any_of(report.issues.begin(), report.issues.end(),
                                 [](const Issue& issue) { return issue.code == u"message_empty"; });
  std::erase_if(report.issues, [empty](const Issue& issue) {
    const bool followsFromEmpty = issue.code == u"nobody_reached" || issue.code == u"empty_text";
    return issue.code == u"message_no_fallback" || issue.code == u"field_no_fallback" || (empty && followsFromEmpty);
  });
}

}  // namespace heliograph::delivery
