// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check_counter.h"

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
  const message::Sendable& text = person.text;
  ++m_report.parts[text.measure.parts];
  ++m_report.encodings[message::encodingName(text.measure.encoding)];
  for (const QString& property : text.defaulted) ++m_report.defaulted[property];
  for (const QString& property : text.missing) ++m_report.missing[property];
  if (!text.missing.isEmpty() && !m_report.firstMissing.isValid()) m_report.firstMissing = person.person->id;

  ExtremeText& longest = m_report.longest;
  if (std::pair(text.measure.parts, text.measure.units) <= std::pair(longest.parts, longest.units)) return;
  longest = {person.person->id, QString::fromUtf8(person.person->identity.data(), person.person->identity.size()),
             text.measure.units, text.measure.parts};
}

void CheckCounter::addIssues() const {
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

}  // namespace heliograph::delivery
