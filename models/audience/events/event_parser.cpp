// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_parser.h"

#include "audience/cell_value.h"
#include "audience/events/stable_hash.h"

namespace heliograph::audience {
namespace {

constexpr std::size_t longestEventIdentity = 1024;
constexpr std::size_t longestNameBytes = 400;

QString eventText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Whether it can name an event or a property; EventCatalog says the same of it.
bool isGoodName(std::string_view name) {
  if (name.empty() || name.size() > longestNameBytes || name.find('\0') != std::string_view::npos) return false;
  const QString text = eventText(name);
  return text.size() <= 200 && text == text.trimmed();
}

}  // namespace

EventParser::EventParser(std::unique_ptr<EventSource> source, const std::vector<EventType>& known,
                         const QTimeZone& zone, std::int64_t now)
    : m_source(std::move(source)), m_typing(zone), m_now(now) {
  for (const EventType& type : known) {
    m_typePlaces.emplace(type.name.toStdString(), static_cast<std::uint32_t>(m_types.size()));
    Type& made = m_types.emplace_back();
    made.name = type.name;
    for (const EventProperty& property : type.properties) {
      made.places.emplace(property.name.toStdString(), static_cast<std::uint32_t>(made.properties.size()));
      made.properties.push_back({property.name.toStdString(), property.type, true});
    }
    // The one who writes hasn't heard of it yet.
    made.grown = true;
  }
}

void EventParser::reject(EventBatch& batch, const QString& column, const QString& reason) {
  batch.problems.push_back({m_draft.row, {column, reason, true}});
  ++batch.rejected;
}

void EventParser::warn(EventBatch& batch, const QString& column, const QString& reason) {
  batch.problems.push_back({m_draft.row, {column, reason, false}});
  m_draftWarned = true;
}

Result<bool> EventParser::next(EventBatch& batch) {
  batch.clear();
  m_raw.clear();
  m_rows.clear();
  m_warned.clear();
  const qint64 before = m_records;
  while (m_records - before < static_cast<qint64>(eventsABatch)) {
    auto some = m_source->next(m_draft, batch.texts);
    if (!some) return fail(some.error());
    if (!*some) break;
    ++m_records;
    take(batch);
  }
  if (m_records == before) return false;
  settleTypes(batch);
  typeValues(batch);
  batch.records = m_records;
  batch.bytesRead = m_source->bytesRead();
  return true;
}

void EventParser::take(EventBatch& batch) {
  switch (m_draft.kind) {
    case EventDraft::Kind::Event:
      takeEvent(batch);
      return;
    case EventDraft::Kind::Person:
      ++batch.people;
      return;
    case EventDraft::Kind::Broken:
      reject(batch, {}, m_draft.problem);
  }
}

void EventParser::takeEvent(EventBatch& batch) {
  m_draftWarned = false;
  EventBatch::Event event;
  if (!takeFacts(batch, event)) return;
  event.type = typeOf(m_draft.event);
  takeValues(batch, event);
  batch.events.push_back(event);
  m_rows.push_back(m_draft.row);
  m_warned.push_back(m_draftWarned);
}

bool EventParser::takeFacts(EventBatch& batch, EventBatch::Event& event) {
  m_draft.event = trimmedCell(m_draft.event);
  event.identity = trimmedCell(m_draft.identity);
  if (event.identity.empty()) {
    reject(batch, QStringLiteral("identity"), QStringLiteral("it doesn't say whose the event is"));
  } else if (event.identity.size() > longestEventIdentity) {
    reject(batch, QStringLiteral("identity"),
           QStringLiteral("the identity is longer than %1 bytes").arg(longestEventIdentity));
  } else if (event.identity.find('\0') != std::string_view::npos) {
    reject(batch, QStringLiteral("identity"), QStringLiteral("there is a NUL character in it, which no text has"));
  } else if (!isGoodName(m_draft.event)) {
    reject(batch, QStringLiteral("event"),
           m_draft.event.empty() ? QStringLiteral("it doesn't say what happened")
                                 : QStringLiteral("no event can be called like that: the name is too long or has "
                                                  "invisible characters at its ends"));
  } else {
    const auto at = m_typing.instant(m_draft.at);
    if (!at && !m_draft.at.name.empty()) {
      reject(batch, eventText(m_draft.at.name), QStringLiteral("not a time of the expected form"));
      return false;
    }
    if (!at) warn(batch, {}, QStringLiteral("it doesn't say when; the time of the import was taken"));
    event.record = m_records;
    event.at = at.value_or(m_now);
    event.identityHash = stableHash(event.identity);
    event.hasKey = !m_draft.id.empty();
    if (event.hasKey) event.key = static_cast<std::int64_t>(stableHash(m_draft.id));
    return true;
  }
  return false;
}

std::uint32_t EventParser::typeOf(std::string_view name) {
  const auto known = m_typePlaces.find(name);
  if (known != m_typePlaces.end()) return known->second;
  const auto place = static_cast<std::uint32_t>(m_types.size());
  m_typePlaces.emplace(std::string(name), place);
  Type& made = m_types.emplace_back();
  made.name = eventText(name);
  made.grown = true;
  return place;
}

std::uint32_t EventParser::propertyOf(Type& type, std::string_view name) {
  // Events of one type mostly have their properties in the same order.
  if (type.next < type.properties.size() && type.properties[type.next].name == name) return type.next++;
  const auto known = type.places.find(name);
  if (known != type.places.end()) {
    type.next = known->second + 1;
    return known->second;
  }
  const auto place = static_cast<std::uint32_t>(type.properties.size());
  type.places.emplace(std::string(name), place);
  type.properties.push_back({std::string(name)});
  type.grown = true;
  type.next = place + 1;
  return place;
}

void EventParser::takeValues(EventBatch& batch, EventBatch::Event& event) {
  Type& type = m_types[event.type];
  event.firstValue = static_cast<std::uint32_t>(m_raw.size());
  type.next = 0;
  for (const RawValue& value : m_draft.values) {
    const bool known = type.places.contains(value.name);
    if (!known && !isGoodName(value.name)) {
      warn(batch, eventText(value.name.substr(0, 40)), QStringLiteral("no property can be called like that; left out"));
      continue;
    }
    if (value.text.find('\0') != std::string_view::npos) {
      warn(batch, eventText(value.name), QStringLiteral("there is a NUL character in it, which no text has; left out"));
      continue;
    }
    const std::uint32_t place = propertyOf(type, value.name);
    Property& property = type.properties[place];
    if (!property.settled) property.guess.observe(value);
    batch.values.push_back({place, {}});
    m_raw.push_back(value);
  }
  event.valueCount = static_cast<std::uint32_t>(m_raw.size()) - event.firstValue;
}

/// The types of the properties that were met for the first time, by all values that they have in the batch.
void EventParser::settleTypes(EventBatch& batch) {
  for (std::size_t i = 0; i < m_types.size(); ++i) {
    Type& type = m_types[i];
    if (!type.grown) continue;
    type.grown = false;
    EventBatch::GrownType grown{static_cast<std::uint32_t>(i), type.name, {}};
    for (Property& property : type.properties) {
      if (!property.settled) {
        property.type = property.guess.type();
        property.settled = true;
      }
      grown.properties.push_back({EventPropertyId(), QString::fromStdString(property.name), property.type});
    }
    batch.grown.push_back(std::move(grown));
  }
}

void EventParser::typeValues(EventBatch& batch) {
  for (std::size_t i = 0; i < batch.events.size(); ++i) {
    const EventBatch::Event& event = batch.events[i];
    const Type& type = m_types[event.type];
    for (std::uint32_t k = event.firstValue; k < event.firstValue + event.valueCount; ++k) {
      const Property& property = type.properties[batch.values[k].property];
      batch.values[k].value = m_typing.typed(m_raw[k], property.type, batch.texts);
      if (!std::holds_alternative<std::monostate>(batch.values[k].value)) continue;
      batch.problems.push_back(
          {m_rows[i], {QString::fromStdString(property.name), untypedReason(property.type), false}});
      m_warned[i] = true;
    }
    batch.warned += m_warned[i] ? 1 : 0;
  }
}

}  // namespace heliograph::audience
