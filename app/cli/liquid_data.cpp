// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/liquid_data.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <nlohmann/json.hpp>

namespace heliograph::cli {

// QJsonDocument sorts members and makes every number a double, so the data of templates is read with another parser.
using Json = nlohmann::ordered_json;

/// Turns parsed JSON into what Liquid works on.
class LiquidJson final {
 public:
  static LiquidData data(const Json& object) {
    LiquidData data;
    const liquid::Value all = value(object, data.m_store);
    for (std::uint32_t i = 0; i < all.size(); ++i)
      data.m_roots.push_back({all.entries()[i].key, all.entries()[i].value});
    return data;
  }

 private:
  static liquid::Value value(const Json& json, liquid::ValueStore& store) {
    switch (json.type()) {
      case Json::value_t::boolean:
        return liquid::Value::boolean(json.get<bool>());
      case Json::value_t::number_integer:
        return liquid::Value::integer(json.get<std::int64_t>());
      case Json::value_t::number_unsigned:
        return unsignedValue(json.get<std::uint64_t>());
      case Json::value_t::number_float:
        return liquid::Value::number(json.get<double>());
      case Json::value_t::string:
        return store.string(json.get<std::string>());
      case Json::value_t::array:
        return array(json, store);
      case Json::value_t::object:
        return hash(json, store);
      default:
        return liquid::Value::nil();
    }
  }

  static liquid::Value unsignedValue(std::uint64_t number) {
    if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return liquid::Value::integer(static_cast<std::int64_t>(number));
    }
    return liquid::Value::number(static_cast<double>(number));
  }

  static liquid::Value array(const Json& json, liquid::ValueStore& store) {
    std::vector<liquid::Value> items;
    items.reserve(json.size());
    for (const Json& one : json) items.push_back(value(one, store));
    return store.array(std::move(items));
  }

  static liquid::Value hash(const Json& json, liquid::ValueStore& store) {
    std::vector<std::pair<std::string, liquid::Value>> entries;
    entries.reserve(json.size());
    for (const auto& [key, one] : json.items()) entries.emplace_back(key, value(one, store));
    return store.hash(std::move(entries));
  }
};

namespace {

Result<Json> parseObject(const QByteArray& text) {
  try {
    Json json = Json::parse(text.begin(), text.end());
    if (json.is_object()) return json;
    return fail(ErrorCode::InvalidInput, QStringLiteral("A JSON object is wanted here, {…}."));
  } catch (const Json::parse_error& error) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("This is no JSON; it can't be read any more at byte %1.").arg(error.byte));
  }
}

QJsonValue plainValue(const Json& json) {
  const QByteArray wrapped = '[' + QByteArray::fromStdString(json.dump()) + ']';
  return QJsonDocument::fromJson(wrapped).array().at(0);
}

}  // namespace

Result<LiquidData> LiquidData::parse(const QByteArray& json) {
  auto object = parseObject(json);
  if (!object) return fail(object.error());
  return LiquidJson::data(*object);
}

Result<LiquidCase> LiquidCase::parse(const QByteArray& json) {
  auto object = parseObject(json);
  if (!object) return fail(object.error());
  const Json source = object->value("template", Json());
  const Json templates = object->value("templates", Json::object());
  const Json data = object->value("data", Json::object());
  if (!source.is_string() || !(data.is_object() || data.is_null())) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("A case needs \"template\", a text, and \"data\", an object."));
  }
  LiquidCase one{plainValue(object->value("id", Json())),
                 source.get<std::string>(),
                 LiquidJson::data(data.is_object() ? data : Json::object()),
                 {}};
  if (!templates.is_object()) return one;
  for (const auto& [name, text] : templates.items()) {
    if (text.is_string()) one.templates.emplace(name, text.get<std::string>());
  }
  return one;
}

}  // namespace heliograph::cli
