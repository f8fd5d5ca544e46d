// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/qualification_stage.h"

#include <utility>

namespace heliograph::delivery {

QString ReachableStage::refusal(const audience::ProfileRow& person, message::Sendable& text) {
  Q_UNUSED(text)
  return audience::reachabilityCode(m_check.next(person.phoneState, person.phone, person.unsubscribed));
}

SendableStage::SendableStage(message::MessagePlan message, const liquid::Shape& shape, const QDateTime& now,
                             const QString& campaignName, qint64 campaignId)
    : m_message(std::move(message)), m_shape(shape), m_renderer(now, campaignName, campaignId) {}

QString SendableStage::refusal(const audience::ProfileRow& person, message::Sendable& text) {
  text = m_message.prepare({&m_shape, person.slots}, m_renderer);
  return text.ok ? QString() : text.reason;
}

}  // namespace heliograph::delivery
