// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/check_counter.h"

#include <utility>

#include "audience/reachability.h"
#include "delivery/check/check_issues.h"
#include "message/sms_text.h"

namespace heliograph::delivery {
namespace {

using audience::Reachability;

bool isReason(const QString& reason, Reachability reachability) {
  return reason == audience::reachabilityCode(reachability);
}

/// Among equals the person with the lowest id counts.
bool isLonger(const ExtremeText& a, const ExtremeText& b) {
  if (a.units != b.units) return a.units > b.units;
  return a.profile.isValid() && (!b.profile.isValid() || a.profile < b.profile);
}

bool hasMoreParts(const ExtremeText& a, const ExtremeText& b) {
  return a.parts != b.parts ? a.parts > b.parts : isLonger(a, b);
}

}  // namespace

void CheckCounter::add(const Qualified& person) {
  addReach(person.reason);
  m_copies.add(person);
  if (!person.isSendable()) return addSkipped(person);
  ++m_sendable;
  addText(person);
}

void CheckCounter::addSkipped(const Qualified& person) {
  m_skipped.add(person.reason, person.person->id);
  if (!isReason(person.reason, Reachability::NoProvider)) return;
  const std::string_view country = person.person->country;
  m_uncovered.add(QString::fromLatin1(country.data(), static_cast<qsizetype>(country.size())), person.person->id);
}

void CheckCounter::addReach(const QString& reason) {
  ++m_reach.qualified;
  if (reason.isEmpty()) {
    ++m_reach.reachable;
  } else if (isReason(reason, Reachability::Unsubscribed)) {
    ++m_reach.unsubscribed;
  } else if (isReason(reason, Reachability::NoPhone)) {
    ++m_reach.noPhone;
  } else if (isReason(reason, Reachability::InvalidPhone)) {
    ++m_reach.invalidPhone;
  } else if (isReason(reason, Reachability::DuplicatePhone)) {
    ++m_reach.duplicatePhone;
  } else if (isReason(reason, Reachability::HeldBack)) {
    ++m_reach.heldBack;
  } else if (isReason(reason, Reachability::HeldBackByWorkspace)) {
    ++m_reach.heldBackByWorkspace;
  } else if (isReason(reason, Reachability::NoProvider)) {
    ++m_reach.noProvider;
  } else {
    ++m_reach.reachable;
  }
}

void CheckCounter::addText(const Qualified& person) {
  const audience::ProfileRow& row = *person.person;
  const message::Sendable& text = person.text;
  const auto parts = static_cast<std::size_t>(text.measure.parts);
  if (m_parts.size() <= parts) m_parts.resize(parts + 1);
  m_parts[parts].add(row.id);
  ++m_encodings[static_cast<std::size_t>(text.measure.encoding)];
  for (const QString& property : text.missing) m_missingOf.add(property, row.id);
  for (const QString& property : text.defaulted) m_defaultedOf.add(property, row.id);
  if (!text.missing.isEmpty()) m_missing.add(row.id);
  if (!text.defaulted.isEmpty()) m_defaulted.add(row.id);

  const Money* perPart = m_cost.add(row.id, row.phone, row.country, text.measure.parts, CopyTally::mostParts(person));
  if (m_ledger) m_ledger->add(row.id, text.text, text.measure.units, text.measure.parts, perPart);
  m_costly.add(row, text, perPart);
  m_coupons.add(text.text);
  addExtremes(row, text.measure);
}

void CheckCounter::addExtremes(const audience::ProfileRow& person, const message::SmsMeasure& measure) {
  const bool longer = measure.units >= m_longest.units;
  const bool moreParts = measure.parts >= m_mostParts.parts;
  if (!longer && !moreParts) return;
  const ExtremeText text{person.id,
                         QString::fromUtf8(person.identity.data(), static_cast<qsizetype>(person.identity.size())),
                         measure.units, measure.parts};
  addExtremes(text, text);
}

void CheckCounter::addExtremes(const ExtremeText& longest, const ExtremeText& mostParts) {
  if (isLonger(longest, m_longest)) m_longest = longest;
  if (hasMoreParts(mostParts, m_mostParts)) m_mostParts = mostParts;
}

void CheckCounter::add(const CheckCounter& others) {
  m_reach.qualified += others.m_reach.qualified;
  m_reach.reachable += others.m_reach.reachable;
  m_reach.unsubscribed += others.m_reach.unsubscribed;
  m_reach.noPhone += others.m_reach.noPhone;
  m_reach.invalidPhone += others.m_reach.invalidPhone;
  m_reach.duplicatePhone += others.m_reach.duplicatePhone;
  m_reach.heldBack += others.m_reach.heldBack;
  m_reach.heldBackByWorkspace += others.m_reach.heldBackByWorkspace;
  m_reach.noProvider += others.m_reach.noProvider;
  m_sendable += others.m_sendable;
  if (m_parts.size() < others.m_parts.size()) m_parts.resize(others.m_parts.size());
  for (std::size_t parts = 0; parts < others.m_parts.size(); ++parts) m_parts[parts].add(others.m_parts[parts]);
  for (std::size_t i = 0; i < m_encodings.size(); ++i) m_encodings[i] += others.m_encodings[i];
  m_skipped.add(others.m_skipped);
  m_uncovered.add(others.m_uncovered);
  m_missingOf.add(others.m_missingOf);
  m_defaultedOf.add(others.m_defaultedOf);
  m_missing.add(others.m_missing);
  m_defaulted.add(others.m_defaulted);
  m_cost.add(others.m_cost);
  m_costly.add(others.m_costly);
  m_copies.add(others.m_copies);
  m_coupons.add(others.m_coupons);
  addExtremes(others.m_longest, others.m_mostParts);
}

void CheckCounter::finishPicks(PeoplePicks& picks) const {
  picks.longest = m_longest.profile;
  picks.mostParts = m_mostParts.profile;
  picks.missing = m_missing;
  picks.defaulted = m_defaulted;
  m_cost.finishPicks(picks);
  picks.missingOf = m_missingOf.people();
  picks.defaultedOf = m_defaultedOf.people();
  picks.skipped = m_skipped.people();
}

void CheckCounter::finish(CheckReport& report) const {
  report.counted = true;
  report.reach = m_reach;
  report.sendable = m_sendable;
  for (std::size_t parts = 0; parts < m_parts.size(); ++parts) {
    if (m_parts[parts].isEmpty()) continue;
    report.parts[static_cast<int>(parts)] = m_parts[parts].count();
    report.picks.ofParts[static_cast<int>(parts)] = m_parts[parts];
  }
  for (const message::Encoding encoding : {message::Encoding::Gsm7, message::Encoding::Ucs2}) {
    const qint64 count = m_encodings[static_cast<std::size_t>(encoding)];
    if (count > 0) report.encodings[message::encodingName(encoding)] = count;
  }
  report.skipped = m_skipped.counts();
  report.uncovered = m_uncovered.counts();
  report.missing = m_missingOf.counts();
  report.defaulted = m_defaultedOf.counts();
  report.longest = m_mostParts;
  report.cost = m_cost.report();
  report.costly = m_costly.report();
  finishPicks(report.picks);
  report.firstMissing = m_missing.first();
  if (m_reads->usesLinked) {
    report.estimate = QStringLiteral(
        "The message reads linked content, which is fetched when it is sent. Until then texts are counted with what is "
        "stored of it.");
  }
  m_copies.addTo(report);
  m_coupons.addIssues(report);
  addCountedIssues(report, m_rates->isEmpty());
}

}  // namespace heliograph::delivery
