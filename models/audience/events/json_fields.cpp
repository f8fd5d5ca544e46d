// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/json_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "audience/events/list_value.h"

namespace heliograph::audience {
namespace {

using JsonKind = JsonCursor::Kind;

constexpr int deepestNames = 8;

/// Members that say whom a record is about, the surest first.
constexpr std::array<std::string_view, 7> identityNames{"identity", "userId", "user_id",    "objectId",
                                                        "FBID",     "GPID",   "anonymousId"};

/// Members of an event's record that are no properties of it, where it has no object for these.
constexpr std::array<std::string_view, 19> eventFrame{"type",       "identity",  "userId",      "user_id",   "objectId",
                                                      "FBID",       "GPID",      "anonymousId", "evtName",   "event",
                                                      "event_name", "eventName", "ts",          "timestamp", "time",
                                                      "messageId",  "event_id",  "eventId",     "insert_id"};

bool isAmongNames(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Adds `"name":"text"` to an object that is written.
void addField(std::string& object, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  if (object.size() > 2) object += ',';
  appendJsonText(object, name);
  object += ':';
  appendJsonText(object, text);
}

}  // namespace

JsonCursor JsonFieldReader::within(std::string_view json) const {
  if (json.empty()) return {m_end, m_end};
  char* const begin = m_begin + (json.data() - m_begin);
  return {begin, begin + json.size()};
}

JsonFieldReader::Member* JsonFieldReader::member(std::string_view name) {
  const auto at =
      std::find_if(m_members.begin(), m_members.end(), [name](const Member& each) { return each.name == name; });
  return at == m_members.end() ? nullptr : &*at;
}

/// A text or a number; empty for everything else.
std::string_view JsonFieldReader::scalar(Member& member) const {
  if (std::exchange(member.asked, true)) return member.text;
  JsonCursor cursor = within(member.json);
  if (cursor.kind() == JsonKind::String) member.text = cursor.string();
  if (cursor.kind() == JsonKind::Number) member.text = cursor.number();
  return member.text;
}

std::string_view JsonFieldReader::firstOf(std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    Member* found = member(name);
    if (found == nullptr) continue;
    if (const std::string_view text = scalar(*found); !text.empty()) return text;
  }
  return {};
}

/// What says who it is about; nullptr if nothing does.
const JsonFieldReader::Member* JsonFieldReader::identityMember() {
  for (const std::string_view name : identityNames) {
    Member* found = member(name);
    if (found != nullptr && !scalar(*found).empty()) return found;
  }
  return nullptr;
}

std::string_view JsonFieldReader::identity() {
  const Member* const found = identityMember();
  return found == nullptr ? std::string_view() : found->text;
}

/// The object that the properties stand in, if they have one of their own.
std::string_view JsonFieldReader::container() {
  for (const std::string_view name : {"evtData", "profileData", "properties", "traits"}) {
    const Member* found = member(name);
    if (found != nullptr && found->json.starts_with('{')) return found->json;
  }
  return {};
}

bool JsonFieldReader::read(char* begin, char* end, JsonFields& fields) {
  m_begin = begin;
  m_end = end;
  m_fields = &fields;
  m_members.clear();
  fields.values.clear();
  fields.identity = fields.event = fields.id = fields.devices = fields.consents = {};
  fields.at = {};
  JsonCursor cursor(begin, end);
  if (cursor.kind() != JsonKind::Object) return false;
  cursor.enter();
  std::string_view name;
  while (cursor.key(name)) {
    const std::string_view json = cursor.skip();
    m_members.push_back({name, json, {}, false});
  }
  if (cursor.failed() || !cursor.atEnd()) return false;
  tellKind();
  if (fields.kind == JsonFields::Kind::Event) readEvent();
  if (fields.kind == JsonFields::Kind::Person) readPerson();
  return true;
}

void JsonFieldReader::tellKind() {
  JsonFields& fields = *m_fields;
  const Member* given = member("type");
  // Looked at as it stands: a plain person may have a property of that name, which is read later.
  const std::string_view type = given == nullptr ? std::string_view() : given->json;
  fields.event = firstOf({"evtName", "event", "event_name", "eventName"});
  if (type == "\"profile\"" || type == "\"identify\"" || type == "\"token\"") {
    fields.kind = JsonFields::Kind::Person;
  } else if (type == "\"page\"" || type == "\"screen\"" || type == "\"group\"" || type == "\"alias\"") {
    fields.kind = JsonFields::Kind::Other;
  } else {
    const bool isEvent = type == "\"event\"" || type == "\"track\"" || !fields.event.empty();
    fields.kind = isEvent ? JsonFields::Kind::Event : JsonFields::Kind::Person;
  }
}

void JsonFieldReader::readEvent() {
  JsonFields& fields = *m_fields;
  fields.identity = identity();
  fields.id = firstOf({"messageId", "event_id", "eventId", "insert_id"});
  for (const std::string_view name : {"ts", "timestamp", "time"}) {
    Member* found = member(name);
    if (found == nullptr || found->json == "null") continue;
    const ValueForm form = found->json.starts_with('"') ? ValueForm::Text : ValueForm::Number;
    fields.at = {name, form, scalar(*found)};
    break;
  }
  if (const std::string_view json = container(); !json.empty()) {
    JsonCursor cursor = within(json);
    flatten(cursor, {}, 0);
    return;
  }
  for (const Member& each : m_members) {
    if (isAmongNames(each.name, eventFrame)) continue;
    JsonCursor cursor = within(each.json);
    flatten(cursor, each.name, 1);
  }
}

void JsonFieldReader::readPerson() {
  JsonFields& fields = *m_fields;
  const std::string_view json = container();
  const Member* token = member("tokenData");
  if (!json.empty() || token != nullptr) {
    fields.identity = identity();
    JsonCursor cursor = within(json);
    if (!json.empty()) flatten(cursor, {}, 0);
  } else {
    const Member* const identity = identityMember();
    if (identity != nullptr) fields.identity = identity->text;
    for (const Member& each : m_members) {
      if (each.name == "devices" || each.name == "consents" || &each == identity) continue;
      JsonCursor cursor = within(each.json);
      flatten(cursor, each.name, 1);
    }
  }
  readDevices();
  readConsents(0);
}

void JsonFieldReader::flatten(JsonCursor& cursor, std::string_view name, int depth) {
  auto& values = m_fields->values;
  switch (cursor.kind()) {
    case JsonKind::Object: {
      if (depth >= deepestNames) {
        values.push_back({name, ValueForm::Json, cursor.skip()});
        return;
      }
      cursor.enter();
      std::string_view inner;
      while (cursor.key(inner)) flatten(cursor, name.empty() ? inner : m_arena.keepJoined(name, inner), depth + 1);
      return;
    }
    case JsonKind::Array: {
      const std::string_view json = cursor.skip();
      if (const auto list = readList(json)) {
        values.push_back({name, ValueForm::List, m_arena.keep(*list)});
      } else {
        values.push_back({name, ValueForm::Json, json});
      }
      return;
    }
    case JsonKind::String:
      if (const std::string_view text = cursor.string(); !text.empty()) {
        values.push_back({name, ValueForm::Text, text});
      }
      return;
    case JsonKind::Number:
      values.push_back({name, ValueForm::Number, cursor.number()});
      return;
    case JsonKind::Boolean:
      values.push_back({name, ValueForm::Boolean, cursor.boolean() ? "true" : "false"});
      return;
    case JsonKind::Null:
    case JsonKind::Nothing:
      cursor.skip();
  }
}

/// Devices are told of in an array of their own, by Segment's context, and by CleverTap's push tokens.
void JsonFieldReader::readDevices() {
  JsonFields& fields = *m_fields;
  if (const Member* given = member("devices"); given != nullptr && given->json.starts_with('[')) {
    fields.devices = given->json;
    return;
  }
  const Member* token = member("tokenData");
  const Member* context = member("context");
  if (token == nullptr && context == nullptr) return;
  const std::size_t before = fields.values.size();
  JsonCursor cursor = within(token != nullptr ? token->json : context->json);
  flatten(cursor, {}, 0);
  const auto field = [&](std::string_view name) {
    for (std::size_t i = before; i < fields.values.size(); ++i) {
      if (fields.values[i].name == name) return fields.values[i].text;
    }
    return std::string_view();
  };
  std::string object = "[{";
  if (token != nullptr) {
    addField(object, "key", firstOf({"objectId"}));
    addField(object, "push_token", field("id"));
    const std::string_view service = field("type");
    addField(object, "platform",
             service == "apns"                      ? "ios"
             : service == "fcm" || service == "gcm" ? "android"
                                                    : service);
  } else {
    addField(object, "key", field("device.id"));
    addField(object, "push_token", field("device.token"));
    addField(object, "platform", field("device.type").empty() ? field("os.name") : field("device.type"));
    addField(object, "make", field("device.manufacturer"));
    addField(object, "model", field("device.model"));
    addField(object, "os_version", field("os.version"));
    addField(object, "app_version", field("app.version"));
    addField(object, "sdk_version", field("library.version"));
  }
  object += "}]";
  const bool known = !field("device.id").empty() || !field("device.token").empty() || token != nullptr;
  fields.values.resize(before);
  if (known) fields.devices = m_arena.keep(object);
}

/// Consents stand in an array of their own, or as CleverTap's subscriptions ("MSG-push": false).
void JsonFieldReader::readConsents(std::size_t firstValue) {
  JsonFields& fields = *m_fields;
  if (const Member* given = member("consents"); given != nullptr && given->json.starts_with('[')) {
    fields.consents = given->json;
    return;
  }
  std::string array = "[";
  for (std::size_t i = firstValue; i < fields.values.size(); ++i) {
    const RawValue& value = fields.values[i];
    if (!value.name.starts_with("MSG-") || value.form != ValueForm::Boolean) continue;
    std::string channel(value.name.substr(4));
    std::transform(channel.begin(), channel.end(), channel.begin(),
                   [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign; });
    array += array.size() > 1 ? ",{" : "{";
    array += "\"channel\":";
    appendJsonText(array, channel);
    array += ",\"given\":" + std::string(value.text);
    const std::string_view at = firstOf({"ts", "timestamp"});
    if (!at.empty()) {
      array += ",\"at\":";
      appendJsonText(array, at);
    }
    array += '}';
  }
  if (array.size() > 1) fields.consents = m_arena.keep(array + ']');
}

}  // namespace heliograph::audience
