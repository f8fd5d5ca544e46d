// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_people.h"

#include "audience/columns/event_scan.h"
#include "audience/columns/fixed_column.h"
#include "liquid/value.h"

namespace heliograph::audience {
namespace {

using liquid::Value;

constexpr auto kIdsOfPart = static_cast<std::size_t>(kPeopleOfPart);

/// The row's text; empty if it has none.
std::string_view textOfRow(const Column& column, std::size_t row) {
  const std::size_t code = column.codeAt(row);
  return code == 0 ? std::string_view() : column.texts.at(code - 1);
}

Value textOrNothing(std::string_view text) {
  return text.empty() ? Value::nil() : Value::string(text);
}

Value numberOfRow(const Column& column, std::size_t row) {
  const double number = column.numbers[row];
  return isWholeNumber(number) ? Value::integer(static_cast<std::int64_t>(number)) : Value::number(number);
}

Value valueOfRow(const Column& column, std::size_t row, std::size_t slot, SlotTexts& texts) {
  if (column.isEmpty) return Value::nil();
  const bool isText = column.type == PropertyType::Text || column.type == PropertyType::List;
  const std::size_t code = isText ? column.codeAt(row) : 0;
  if (isText ? code == 0 : !column.has(row)) return Value::nil();
  switch (column.type) {
    case PropertyType::Text:
      return Value::string(column.texts.at(code - 1));
    case PropertyType::List:
      return texts.list(slot, column.texts.at(code - 1));
    case PropertyType::Number:
      return numberOfRow(column, row);
    case PropertyType::Boolean:
      return Value::boolean((column.truths[row / 64] >> (row % 64) & 1) != 0);
    case PropertyType::Date:
      return texts.instant(slot, column.instants[row]);
  }
  return Value::nil();
}

}  // namespace

PeopleBits& PeopleByReachability::of(Reachability reachability) {
  switch (reachability) {
    case Reachability::Reachable:
      return reachable;
    case Reachability::Unsubscribed:
      return unsubscribed;
    case Reachability::NoPhone:
      return noPhone;
    case Reachability::InvalidPhone:
      return invalidPhone;
    case Reachability::DuplicatePhone:
      return duplicatePhone;
    case Reachability::HeldBack:
      return heldBack;
    case Reachability::HeldBackByWorkspace:
      return heldBackByWorkspace;
    case Reachability::NoProvider:
      return noProvider;
  }
  return qualified;
}

Result<std::shared_ptr<const ColumnPeople>> ColumnPeople::of(std::shared_ptr<const ColumnSnapshot> snapshot,
                                                             PeopleByReachability people,
                                                             std::optional<PeopleBits> textedBefore,
                                                             const ColumnReading& reading, const QTimeZone& zone,
                                                             const CancelToken& cancel) {
  std::shared_ptr<ColumnPeople> made(new ColumnPeople(zone));
  const std::vector<Property>& properties = reading.schema->properties();
  for (const std::size_t slot : reading.slots) {
    if (slot < ProfileSchema::firstPropertySlot) continue;
    made->m_slots.push_back({slot, properties[slot - ProfileSchema::firstPropertySlot].type});
  }
  for (const auto& part : snapshot->people()) {
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    auto columns = made->load(*part, properties);
    if (!columns) return fail(columns.error());
    made->m_parts.push_back(std::move(*columns));
  }
  made->m_snapshot = std::move(snapshot);
  made->m_people = std::move(people);
  made->m_textedBefore = std::move(textedBefore);
  return made;
}

Result<ColumnPeople::PartColumns> ColumnPeople::load(const ColumnPart& part,
                                                     const std::vector<Property>& properties) const {
  PartColumns columns;
  const auto take = [&part](const Column*& to, std::int64_t id, PropertyType type) -> Result<> {
    auto column = part.column(id, type);
    if (!column) return fail(column.error());
    if ((*column)->isStrange) return leftToStatement();
    to = *column;
    return {};
  };
  HELIOGRAPH_TRY(take(columns.identity, FixedColumn::identity, PropertyType::Text));
  HELIOGRAPH_TRY(take(columns.phone, FixedColumn::phone, PropertyType::Text));
  HELIOGRAPH_TRY(take(columns.country, FixedColumn::country, PropertyType::Text));
  HELIOGRAPH_TRY(take(columns.timeZone, FixedColumn::timeZone, PropertyType::Text));
  auto possible = bitSection(part.file(), FixedColumn::possible, SectionKind::Bits);
  if (!possible) return fail(possible.error());
  columns.possible = *possible;
  columns.slots.resize(m_slots.size());
  for (std::size_t i = 0; i < m_slots.size(); ++i) {
    const Property& property = properties[m_slots[i].slot - ProfileSchema::firstPropertySlot];
    HELIOGRAPH_TRY(take(columns.slots[i], property.id.value, property.type));
  }
  return columns;
}

void ColumnPeople::read(ProfileId id, Row& row, ProfileRow& person, std::vector<Value>& values) const {
  const auto place = static_cast<std::size_t>(id.value);
  const PartColumns& columns = m_parts[place / kIdsOfPart];
  const std::size_t at = place % kIdsOfPart;
  person.id = id;
  person.identity = textOfRow(*columns.identity, at);
  person.phone = textOfRow(*columns.phone, at);
  person.country = textOfRow(*columns.country, at);
  person.timeZone = textOfRow(*columns.timeZone, at);
  const bool isPossible = (columns.possible[at / 64] >> (at % 64) & 1) != 0;
  person.phoneState = isPossible ? phone::PhoneState::Possible : phone::PhoneState::Valid;
  person.textedBefore = m_textedBefore && m_textedBefore->contains(id);
  values[ProfileSchema::identitySlot] = Value::string(person.identity);
  values[ProfileSchema::phoneSlot] = textOrNothing(person.phone);
  values[ProfileSchema::countrySlot] = textOrNothing(person.country);
  for (std::size_t i = 0; i < m_slots.size(); ++i) {
    values[m_slots[i].slot] = valueOfRow(*columns.slots[i], at, m_slots[i].slot, row.m_texts);
  }
}

std::string_view ColumnPeople::country(ProfileId id) const {
  const auto place = static_cast<std::size_t>(id.value);
  return textOfRow(*m_parts[place / kIdsOfPart].country, place % kIdsOfPart);
}

}  // namespace heliograph::audience
