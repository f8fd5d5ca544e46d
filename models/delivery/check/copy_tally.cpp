// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/copy_tally.h"

#include <algorithm>

#include "delivery/outbox/reason_text.h"

namespace heliograph::delivery {
namespace {

using campaign::Variants;

campaign::Issue copyIssue(const QString& code, const QString& field, const QString& text) {
  return {campaign::Severity::Warn, code, campaign::Step::What, field, text};
}

/// Among equals the person with the lowest id counts.
void takeLongest(CopyFigures& copy, int units, ProfileId person) {
  if (!person.isValid() || units < copy.longestUnits) return;
  if (units == copy.longestUnits && copy.longest.isValid() && copy.longest < person) return;
  copy.longestUnits = units;
  copy.longest = person;
}

}  // namespace

qint64 CopyFigures::totalParts() const {
  qint64 sum = 0;
  for (auto it = parts.cbegin(); it != parts.cend(); ++it) sum += it.key() * it.value();
  return sum;
}

QMap<QString, qint64> CopyFigures::missing() const {
  QMap<QString, qint64> counts;
  for (auto it = missingOf.cbegin(); it != missingOf.cend(); ++it) counts.insert(it.key(), it->count());
  return counts;
}

CopyTally::CopyTally(const Variants& variants) : m_variants(&variants) {
  const int copies = campaign::copyCount(variants);
  if (copies < 2) return;
  for (int copy = 0; copy < copies; ++copy) m_copies.push_back({campaign::copyName(variants, copy)});
}

void CopyTally::add(const Qualified& person) {
  if (m_copies.empty()) return;
  const auto own = static_cast<std::size_t>(person.text.copy);
  if (!person.isSendable()) {
    // Who isn't drawn has a text or none, as it is quicker; its copy lost nobody.
    const bool lost = person.reason != reason::notDrawn && !person.text.reason.isEmpty();
    if (lost && own < m_copies.size()) ++m_copies[own].leftOut;
    return;
  }
  if (person.tested.empty()) return addText(own, person.person->id, person.text);
  for (std::size_t copy = 0; copy < person.tested.size(); ++copy) {
    addText(copy, person.person->id, person.tested[copy]);
  }
}

void CopyTally::addText(std::size_t copy, ProfileId person, const message::Sendable& text) {
  if (copy >= m_copies.size()) return;
  CopyFigures& figures = m_copies[copy];
  ++figures.people;
  ++figures.parts[text.measure.parts];
  for (const QString& property : text.missing) figures.missingOf[property].add(person);
  takeLongest(figures, text.measure.units, person);
}

void CopyTally::add(const CopyTally& others) {
  for (std::size_t copy = 0; copy < m_copies.size(); ++copy) {
    CopyFigures& into = m_copies[copy];
    const CopyFigures& from = others.m_copies[copy];
    into.people += from.people;
    into.leftOut += from.leftOut;
    for (auto it = from.parts.cbegin(); it != from.parts.cend(); ++it) into.parts[it.key()] += it.value();
    for (auto it = from.missingOf.cbegin(); it != from.missingOf.cend(); ++it) into.missingOf[it.key()].add(it.value());
    takeLongest(into, from.longestUnits, from.longest);
  }
}

int CopyTally::mostParts(const Qualified& person) {
  int parts = person.text.measure.parts;
  for (const message::Sendable& text : person.tested) parts = std::max(parts, text.measure.parts);
  return parts;
}

void CopyTally::addTo(CheckReport& report) const {
  report.copies = m_copies;
  if (m_copies.empty()) return;
  addIssues(report);
  if (m_variants->kind != Variants::Kind::AbTest || !report.estimate.isEmpty()) return;
  report.estimate = QStringLiteral(
      "Which copy wins isn't known yet. Everybody is counted with copy A; the highest cost is that of each person's "
      "dearest copy.");
}

void CopyTally::addIssues(CheckReport& report) const {
  if (report.sendable == 0) return;
  if (m_variants->kind == Variants::Kind::AbTest) {
    const campaign::TestSizes sizes = campaign::testSizes(*m_variants, report.sendable);
    if (sizes.rest > 0) return;
    report.issues.push_back(copyIssue(
        QStringLiteral("test_takes_everybody"), QStringLiteral("variants"),
        QStringLiteral("Everybody is in the A/B test, as it is no smaller than the %L1 people who can be sent "
                       "to. Nobody is left to send a winner to.")
            .arg(report.sendable)));
    return;
  }
  if (m_variants->kind != Variants::Kind::ByProperty) return;
  for (std::size_t copy = 1; copy < m_copies.size(); ++copy) {
    if (m_copies[copy].people + m_copies[copy].leftOut > 0 || m_copies[copy].name.trimmed().isEmpty()) continue;
    const QString words =
        report.skipped.value(reason::notDrawn) > 0
            ? QStringLiteral(
                  "Nobody gets the copy for “%1”: of the people who are drawn, nobody has this value of “%2”.")
            : QStringLiteral("Nobody gets the copy for “%1”: no person who can be sent to has this value of “%2”.");
    report.issues.push_back(copyIssue(QStringLiteral("copy_for_nobody"), QStringLiteral("message:%1").arg(copy),
                                      words.arg(m_copies[copy].name, m_variants->property)));
  }
}

}  // namespace heliograph::delivery
