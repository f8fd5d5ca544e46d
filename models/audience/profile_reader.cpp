// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_reader.h"

#include <string>

#include "audience/segment_sql.h"
#include "audience/slot_texts.h"
#include "audience/texted_before_sql.h"
#include "audience/unsubscribed_sql.h"
#include "liquid/value.h"
#include "storage/native_connection.h"

namespace heliograph::audience {
namespace {

using liquid::Value;
using storage::NativeConnection;
using storage::NativeStatement;

enum ReadColumn { Id, Identity, Phone, State, CountryCode, TimeZone, Unsubscribed, TextedBefore, FirstProperty };

phone::PhoneState stateOf(std::string_view name) {
  switch (name.empty() ? '\0' : name.front()) {
    case 'v':
      return phone::PhoneState::Valid;
    case 'p':
      return phone::PhoneState::Possible;
    case 'n':
      return phone::PhoneState::None;
    default:
      return phone::PhoneState::Invalid;
  }
}

void bindConditions(NativeStatement& statement, int position, const QVariantList& values,
                    std::vector<std::string>& texts) {
  texts.reserve(static_cast<std::size_t>(values.size()));
  for (const QVariant& value : values) {
    if (value.typeId() == QMetaType::Double) {
      statement.bind(position++, value.toDouble());
    } else if (value.typeId() == QMetaType::LongLong) {
      statement.bind(position++, std::int64_t{value.toLongLong()});
    } else {
      statement.bindText(position++, texts.emplace_back(value.toString().toStdString()));
    }
  }
}

std::string jsonArray(const std::vector<ProfileId>& ids) {
  std::string array = "[";
  for (const ProfileId id : ids) array += (array.size() > 1 ? "," : "") + std::to_string(id.value);
  return array + "]";
}

QString seedCondition(ProfileReading::Seeds seeds) {
  switch (seeds) {
    case ProfileReading::Seeds::Among:
      break;
    case ProfileReading::Seeds::Without:
      return QStringLiteral(" AND p.id NOT IN (SELECT profile_id FROM seed_person)");
    case ProfileReading::Seeds::Only:
      return QStringLiteral(" AND p.id IN (SELECT profile_id FROM seed_person)");
  }
  return {};
}

}  // namespace

struct ProfileReader::State {
  /// A column of the reading and the slot it fills.
  struct FilledSlot {
    std::size_t slot;
    PropertyType type;
  };

  State(NativeConnection&& opened, NativeStatement&& prepared, std::shared_ptr<const ProfileSchema>&& fields,
        const QTimeZone& zone)
      : connection(std::move(opened)),
        statement(std::move(prepared)),
        schema(std::move(fields)),
        texts(zone, schema->slotCount()) {}

  NativeConnection connection;
  NativeStatement statement;
  std::shared_ptr<const ProfileSchema> schema;
  SlotTexts texts;
  std::vector<std::string> boundTexts;
  std::string wantedIds;
  std::vector<FilledSlot> filled;
  std::vector<Value> values;
  ProfileRow row;
  bool ended = false;

  void fillRow();
  [[nodiscard]] Value value(int column, std::size_t index);
};

Value ProfileReader::State::value(int column, std::size_t index) {
  if (statement.isNull(column)) return Value::nil();
  switch (filled[index].type) {
    case PropertyType::Text:
      return Value::string(statement.text(column));
    case PropertyType::Number:
      return statement.isInteger(column) ? Value::integer(statement.integer(column))
                                         : Value::number(statement.real(column));
    case PropertyType::Boolean:
      return Value::boolean(statement.integer(column) != 0);
    case PropertyType::Date:
      return texts.instant(filled[index].slot, statement.integer(column));
    case PropertyType::List:
      return texts.list(filled[index].slot, statement.text(column));
  }
  return Value::nil();
}

void ProfileReader::State::fillRow() {
  row.id = ProfileId{statement.integer(Id)};
  row.identity = statement.text(Identity);
  row.phone = statement.text(Phone);
  row.phoneState = stateOf(statement.text(ReadColumn::State));
  row.country = statement.text(CountryCode);
  row.timeZone = statement.text(TimeZone);
  row.unsubscribed = statement.integer(Unsubscribed) != 0;
  row.textedBefore = statement.integer(TextedBefore) != 0;
  values[ProfileSchema::identitySlot] = Value::string(row.identity);
  values[ProfileSchema::phoneSlot] = row.phone.empty() ? Value::nil() : Value::string(row.phone);
  values[ProfileSchema::countrySlot] = row.country.empty() ? Value::nil() : Value::string(row.country);
  for (std::size_t i = 0; i < filled.size(); ++i) {
    values[filled[i].slot] = value(FirstProperty + static_cast<int>(i), i);
  }
}

ProfileReader::ProfileReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProfileReader::~ProfileReader() = default;
ProfileReader::ProfileReader(ProfileReader&&) noexcept = default;
ProfileReader& ProfileReader::operator=(ProfileReader&&) noexcept = default;

Result<ProfileReader> ProfileReader::open(const storage::Database& database,
                                          std::shared_ptr<const ProfileSchema> schema, const ProfileReading& reading,
                                          const EvaluationTime& time) {
  auto condition = compileSegment(reading.segment, database, time);
  if (!condition) return fail(condition.error());
  auto connection = NativeConnection::open(database, NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());

  QString columns;
  std::vector<State::FilledSlot> filled;
  for (std::size_t i = 0; i < schema->properties().size(); ++i) {
    const Property& property = schema->properties()[i];
    if (reading.wanted && !reading.wanted->contains(property.name)) continue;
    columns += QStringLiteral(", p.") + propertyColumn(property.id);
    filled.push_back({ProfileSchema::firstPropertySlot + i, property.type});
  }
  const QString onlyThese =
      reading.only.empty() ? QString() : QStringLiteral(" AND p.id IN (SELECT value FROM json_each(?))");
  auto statement = connection->prepare(
      QStringLiteral(
          "SELECT p.id, p.identity, p.phone, p.phone_state, p.country, p.time_zone, %1, %2%3 FROM profile AS p "
          "WHERE p.id > ? AND %4%5 ORDER BY p.id LIMIT ?")
          .arg(unsubscribedSql(), reading.textedBefore ? textedBeforeSql() : QStringLiteral("0"), columns,
               condition->condition, onlyThese + seedCondition(reading.seeds)));
  if (!statement) return fail(statement.error());

  auto state = std::make_unique<State>(std::move(*connection), std::move(*statement), std::move(schema), time.zone);
  state->filled = std::move(filled);
  state->values.resize(state->schema->slotCount());
  state->row.slots = state->values.data();
  state->statement.bind(1, std::int64_t{reading.after.value});
  bindConditions(state->statement, 2, condition->values, state->boundTexts);
  int position = 2 + static_cast<int>(condition->values.size());
  if (!reading.only.empty()) state->statement.bindText(position++, state->wantedIds = jsonArray(reading.only));
  state->statement.bind(position, std::int64_t{reading.limit});
  return ProfileReader(std::move(state));
}

Result<const ProfileRow*> ProfileReader::next() {
  if (m_state->ended) return nullptr;
  auto row = m_state->statement.step();
  m_state->ended = !row || !*row;
  if (!row) return fail(row.error());
  if (m_state->ended) return nullptr;
  m_state->fillRow();
  return &m_state->row;
}

}  // namespace heliograph::audience
