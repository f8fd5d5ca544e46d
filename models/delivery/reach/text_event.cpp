// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/text_event.h"

#include <QLocale>
#include <algorithm>

#include "audience/live/event_root.h"
#include "audience/live/trigger_events.h"
#include "campaign/event_use.h"

namespace heliograph::delivery {
namespace {

QString dayWords(const QDateTime& at, const QDateTime& now) {
  const QDate day = at.toLocalTime().date();
  const bool thisYear = day.year() == now.toLocalTime().date().year();
  return QLocale().toString(day, thisYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

}  // namespace

QString describe(const TextEvent& event, const QDateTime& now) {
  switch (event.from) {
    case TextEvent::From::None:
      break;
    case TextEvent::From::Person:
      return QStringLiteral("%1, %2").arg(event.name, dayWords(event.at, now));
    case TextEvent::From::Sample:
      return QStringLiteral("%1, sample values").arg(event.name);
    case TextEvent::From::Nothing:
      return QStringLiteral("No %1 yet: fallbacks").arg(event.name);
    case TextEvent::From::TooLate:
      return QStringLiteral("Over 24 hours after %1: fallbacks").arg(event.name);
  }
  return {};
}

Result<TextEvent> textEventOf(const storage::Database& database, const Clock& clock, audience::SegmentEngine* columns,
                              const campaign::Audience& audience, const QStringList& properties, ProfileId person) {
  const auto readable = campaign::readableEvent(audience, std::nullopt);
  if (properties.isEmpty() || !readable || readable->name.isEmpty()) return TextEvent{};
  TextEvent shown{TextEvent::From::Nothing, readable->name};
  if (readable->outlived) {
    shown.from = TextEvent::From::TooLate;
    return shown;
  }
  const QTimeZone zone = audience::EvaluationTime::local(clock).zone;
  const audience::TriggerEvents events(database, clock, columns);
  if (person.isValid()) {
    const auto own = events.latestOf(audience.live, person);
    if (!own) return fail(own.error());
    if (*own) {
      shown.from = TextEvent::From::Person;
      shown.at = (*own)->at;
      shown.values = audience::eventRoot((*own)->values, zone);
      return shown;
    }
  }
  const auto samples = events.samples(audience.live, properties);
  if (!samples) return fail(samples.error());
  std::vector<std::pair<QString, QVariant>> values;
  for (const audience::TriggerSample& each : samples->properties) {
    if (!each.values.isEmpty()) values.emplace_back(each.property, each.values.front());
  }
  if (values.empty()) return shown;
  shown.from = TextEvent::From::Sample;
  shown.values = audience::eventRoot(values, zone);
  return shown;
}

}  // namespace heliograph::delivery
