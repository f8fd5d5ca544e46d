// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/qualification_stage.h"

#include <utility>

#include "delivery/outbox/reason_text.h"
#include "delivery/reach/person_values.h"

namespace heliograph::delivery {

QString ControlGroupStage::refusal(const audience::ProfileRow& person, message::Sendable& text) {
  Q_UNUSED(text)
  return m_groups.isOn() ? audience::reachabilityCode(audience::heldBackBy(m_groups, person.id)) : QString();
}

QString ReachableStage::refusal(const audience::ProfileRow& person, message::Sendable& text) {
  Q_UNUSED(text)
  return audience::reachabilityCode(m_check.next(person.phoneState, person.phone, person.unsubscribed));
}

QString CoveredStage::refusal(const audience::ProfileRow& person, message::Sendable& text) {
  Q_UNUSED(text)
  return m_countries.covers(person.country) ? QString()
                                            : audience::reachabilityCode(audience::Reachability::NoProvider);
}

SendableStage::SendableStage(message::MessagePlan message, const liquid::Shape& shape, const QDateTime& now,
                             const QString& campaignName, qint64 campaignId)
    : m_message(std::move(message)), m_shape(shape), m_renderer(now, campaignName, campaignId) {}

QString SendableStage::refusal(const audience::ProfileRow& person, message::Sendable& text) {
  if (m_message.isTest()) {
    m_tested.resize(m_message.copies().size());
    for (std::size_t copy = 0; copy < m_tested.size(); ++copy) {
      m_tested[copy] = m_message.prepare(personValues(m_shape, person), static_cast<int>(copy), m_renderer);
      if (m_tested[copy].ok || m_message.awaitsLinked()) continue;
      text = m_tested[copy];
      return text.reason;
    }
    text = m_tested.front();
    return {};
  }
  text = m_message.prepare(personValues(m_shape, person), m_renderer);
  // Without its linked content a text says nothing yet; who sends it decides.
  return text.ok || m_message.awaitsLinked() ? QString() : text.reason;
}

QString DrawnStage::refusal(const audience::ProfileRow& person, message::Sendable& text) {
  Q_UNUSED(text)
  return m_last && m_lots.of(person.id) > *m_last ? QString(reason::notDrawn) : QString();
}

}  // namespace heliograph::delivery
