// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check_counter.h"

#include <algorithm>

#include "audience/reachability.h"
#include "message/sms_text.h"

namespace heliograph::delivery {
namespace {

using audience::Reachability;
using campaign::Issue;
using campaign::Severity;
using campaign::Step;

bool is(const QString& reason, Reachability reachability) {
  return reason == audience::reachabilityCode(reachability);
}

QString people(qint64 count) {
  return count == 1 ? QStringLiteral("1 person") : QStringLiteral("%L1 people").arg(count);
}

Issue messageIssue(Severity severity, const QString& code, const QString& text) {
  return {severity, code, Step::What, QStringLiteral("message"), text};
}

}  // namespace

void CheckCounter::add(const Qualified& person) {
  addReach(person.reason);
  if (!person.isSendable()) {
    ++m_report.skipped[person.reason];
    return;
  }
  ++m_report.sendable;
  addText(person);
}

void CheckCounter::addReach(const QString& reason) {
  audience::Reach& reach = m_report.reach;
  ++reach.qualified;
  if (is(reason, Reachability::Unsubscribed)) {
    ++reach.unsubscribed;
  } else if (is(reason, Reachability::NoPhone)) {
    ++reach.noPhone;
  } else if (is(reason, Reachability::InvalidPhone)) {
    ++reach.invalidPhone;
  } else if (is(reason, Reachability::DuplicatePhone)) {
    ++reach.duplicatePhone;
  } else {
    ++reach.reachable;
  }
}

void CheckCounter::addText(const Qualified& person) {
  const audience::ProfileRow& row = *person.person;
  const message::Sendable& text = person.text;
  const auto parts = static_cast<std::size_t>(text.measure.parts);
  if (m_parts.size() <= parts) m_parts.resize(parts + 1);
  ++m_parts[parts];
  ++m_encodings[static_cast<std::size_t>(text.measure.encoding)];
  for (const QString& property : text.defaulted) ++m_report.defaulted[property];
  for (const QString& property : text.missing) ++m_report.missing[property];

  const Money* perPart = m_cost.add(row.id, row.phone, row.country, text.measure.parts);
  if (m_ledger) m_ledger->add(row.id, text.text, text.measure.units, text.measure.parts, perPart);
  addPicks(row.id, text);

  ExtremeText& longest = m_report.longest;
  if (std::pair(text.measure.parts, text.measure.units) <= std::pair(longest.parts, longest.units)) return;
  longest = {row.id, QString::fromUtf8(row.identity.data(), static_cast<qsizetype>(row.identity.size())),
             text.measure.units, text.measure.parts};
}

void CheckCounter::addPicks(ProfileId person, const message::Sendable& text) {
  PeoplePicks& picks = m_report.picks;
  if (!text.missing.isEmpty() && picks.missing.size() < PeoplePicks::most) picks.missing.push_back(person);
  if (!text.defaulted.isEmpty() && picks.defaulted.size() < PeoplePicks::most) picks.defaulted.push_back(person);
  if (text.measure.units <= m_mostUnits) return;
  m_mostUnits = text.measure.units;
  picks.longest = person;
}

void CheckCounter::finish() {
  for (std::size_t parts = 0; parts < m_parts.size(); ++parts) {
    if (m_parts[parts] > 0) m_report.parts[static_cast<int>(parts)] = m_parts[parts];
  }
  for (const message::Encoding encoding : {message::Encoding::Gsm7, message::Encoding::Ucs2}) {
    const qint64 count = m_encodings[static_cast<std::size_t>(encoding)];
    if (count > 0) m_report.encodings[message::encodingName(encoding)] = count;
  }
  m_report.cost = m_cost.report();
  m_report.picks.countries = m_cost.firstOfEach();
  m_report.picks.mostParts = m_report.longest.profile;
  if (!m_report.picks.missing.empty()) m_report.firstMissing = m_report.picks.missing.front();
  addLeftOutIssues();
  addPriceIssue();
}

void CheckCounter::addLeftOutIssues() const {
  auto& issues = m_report.issues;
  if (m_report.sendable == 0) {
    issues.push_back({Severity::Block, QStringLiteral("nobody_reached"), Step::Who, QStringLiteral("audience"),
                      QStringLiteral("Nobody of the %1 in the audience can be sent to. Choose other people, or look at "
                                     "why each is left out.")
                          .arg(people(m_report.reach.qualified))});
  }
  const auto leftOut = [&](const QString& reason, const QString& text) {
    const qint64 count = m_report.skipped.value(reason);
    if (count > 0) issues.push_back(messageIssue(Severity::Warn, reason, text.arg(people(count))));
  };
  leftOut(QStringLiteral("render_failed"), QStringLiteral("The text can't be made for %1; they are left out."));
  leftOut(QStringLiteral("empty_text"), QStringLiteral("Nothing is left of the text for %1; they are left out."));
  leftOut(QStringLiteral("too_long"), QStringLiteral("The text is too long for %1; they are left out. Shorten it."));
  leftOut(QStringLiteral("aborted"), QStringLiteral("The message itself leaves %1 out."));
  for (auto it = m_report.missing.cbegin(); it != m_report.missing.cend(); ++it) {
    issues.push_back(messageIssue(Severity::Warn, QStringLiteral("missing_values"),
                                  QStringLiteral("“%1” is empty for %2, who get a gap there. Give it a default.")
                                      .arg(it.key(), people(it.value()))));
  }
}

void CheckCounter::addPriceIssue() const {
  const CostReport& cost = m_report.cost;
  if (cost.isComplete()) return;
  const auto place = [](Severity severity, const QString& text) {
    return Issue{severity, QStringLiteral("prices_missing"), Step::Start, QStringLiteral("prices"), text};
  };
  if (m_rates.isEmpty()) {
    m_report.issues.push_back(
        place(Severity::Note, QStringLiteral("What it costs isn't known, as no prices are entered for the provider.")));
    return;
  }
  const auto missing = std::count_if(cost.countries.begin(), cost.countries.end(),
                                     [](const CountryCost& country) { return !country.priced; });
  const QString where = missing == 1 ? QStringLiteral("1 country") : QStringLiteral("%L1 countries").arg(missing);
  m_report.issues.push_back(
      place(Severity::Warn, QStringLiteral("The price is missing for %1 in %2. The cost leaves them out.")
                                .arg(people(cost.unpricedPeople), where)));
}

}  // namespace heliograph::delivery
