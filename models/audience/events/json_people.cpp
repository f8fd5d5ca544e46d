// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/json_people.h"

#include <QDateTime>

#include "audience/iso_date.h"

namespace heliograph::audience {
namespace {

/// As tables write it: CleverTap's "$D_1577836800" is a date.
std::string_view cellOf(const RawValue& value, TextArena& arena) {
  if (value.form != ValueForm::Text || !value.text.starts_with("$D_")) return value.text;
  const auto date = readUnixTime(value.text.substr(3));
  if (!date) return value.text;
  return arena.keep(
      QDateTime::fromMSecsSinceEpoch(date->milliseconds, Qt::UTC).toString(Qt::ISODateWithMs).toStdString());
}

}  // namespace

Result<std::unique_ptr<JsonPeople>> JsonPeople::open(const QString& path) {
  auto first = JsonRecords::open(path);
  if (!first) return fail(first.error());
  auto second = JsonRecords::open(path);
  if (!second) return fail(second.error());
  std::unique_ptr<JsonPeople> people(new JsonPeople(std::move(*second)));
  HELIOGRAPH_TRY(people->findNames(**first));
  if (people->m_names.empty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("“%1” has no people in it. Events are imported with “import events”.").arg(path));
  }
  return people;
}

std::size_t JsonPeople::columnOf(std::string_view name) {
  // People mostly have their properties in the same order.
  if (m_nextColumn < m_names.size() && m_names[m_nextColumn] == name) return m_nextColumn++;
  auto known = m_columns.find(name);
  if (known == m_columns.end()) {
    known = m_columns.emplace(std::string(name), m_names.size()).first;
    m_names.emplace_back(name);
  }
  m_nextColumn = known->second + 1;
  return known->second;
}

Result<> JsonPeople::findNames(JsonRecords& records) {
  JsonFieldReader reader(m_arena);
  static_cast<void>(columnOf("identity"));
  while (true) {
    auto record = records.next();
    if (!record) return fail(record.error());
    if (*record == nullptr) break;
    m_arena.clear();
    if ((*record)->broken || !reader.read((*record)->begin, (*record)->end, m_fields)) continue;
    if (m_fields.kind != JsonFields::Kind::Person) continue;
    m_identities = m_identities || !m_fields.identity.empty();
    m_nextColumn = 1;
    for (const RawValue& value : m_fields.values) static_cast<void>(columnOf(value.name));
  }
  if (m_identities) return {};
  // Something else tells people apart, such as their e-mail addresses.
  m_names.erase(m_names.begin());
  m_columns.clear();
  for (std::size_t i = 0; i < m_names.size(); ++i) m_columns.emplace(m_names[i], i);
  return {};
}

void JsonPeople::fillRow() {
  m_row.fields.assign(m_names.size(), {});
  if (m_identities) m_row.fields.front() = m_fields.identity;
  m_nextColumn = m_identities ? 1 : 0;
  for (const RawValue& value : m_fields.values) {
    const std::size_t column = columnOf(value.name);
    if (column < m_row.fields.size()) m_row.fields[column] = cellOf(value, m_arena);
  }
  m_row.devices = m_fields.devices;
  m_row.consents = m_fields.consents;
}

Result<const TableRow*> JsonPeople::next() {
  if (!m_begun) {
    m_begun = true;
    m_row.fields.assign(m_names.begin(), m_names.end());
    return &m_row;
  }
  JsonFieldReader reader(m_arena);
  while (true) {
    auto record = m_records->next();
    if (!record) return fail(record.error());
    if (*record == nullptr) return nullptr;
    m_arena.clear();
    m_row = {(*record)->row, std::move(m_row.fields), TableRow::Damage::None, true, {}, {}};
    if ((*record)->broken || !reader.read((*record)->begin, (*record)->end, m_fields)) {
      m_row.fields.clear();
      m_row.damage = TableRow::Damage::NoJson;
      return &m_row;
    }
    if (m_fields.kind != JsonFields::Kind::Person) continue;
    fillRow();
    return &m_row;
  }
}

TableFacts JsonPeople::facts() const {
  TableFacts facts;
  facts.namesFields = true;
  return facts;
}

}  // namespace heliograph::audience
