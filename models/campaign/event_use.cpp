// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/event_use.h"

namespace heliograph::campaign {

std::optional<message::ReadableEvent> readableEvent(const Audience& audience,
                                                    const std::optional<std::vector<audience::EventType>>& events) {
  const audience::LiveEvent* trigger = audience.isLive() ? audience::triggerOf(audience.live) : nullptr;
  if (trigger == nullptr) return std::nullopt;
  message::ReadableEvent event{trigger->event};
  event.outlived = audience::outlivesEvent(audience.live);
  const audience::EventType* type = events ? audience::findEventType(*events, trigger->event) : nullptr;
  if (type == nullptr) return event;
  event.properties.emplace();
  for (const audience::EventProperty& property : type->properties) *event.properties << property.name;
  return event;
}

QString eventInTexts(const Audience& audience) {
  const auto event = readableEvent(audience, std::nullopt);
  return event && !event->outlived ? event->name : QString();
}

}  // namespace heliograph::campaign
