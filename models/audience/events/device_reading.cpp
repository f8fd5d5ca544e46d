// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/device_reading.h"

#include <algorithm>
#include <utility>

#include "audience/events/json_cursor.h"
#include "audience/events/value_typing.h"

namespace heliograph::audience {
namespace {

using JsonKind = JsonCursor::Kind;

std::string scalarText(JsonCursor& cursor) {
  switch (cursor.kind()) {
    case JsonKind::String:
      return std::string(cursor.string());
    case JsonKind::Number:
      return std::string(cursor.number());
    case JsonKind::Boolean:
      return cursor.boolean() ? "true" : "false";
    default:
      cursor.skip();
      return {};
  }
}

/// The field of a device that a member fills; nullptr for others.
std::string* fieldOf(ImportedDevice& device, std::string_view name) {
  static constexpr std::pair<std::string_view, std::string ImportedDevice::*> fields[] = {
      {"key", &ImportedDevice::key},
      {"id", &ImportedDevice::key},
      {"platform", &ImportedDevice::platform},
      {"make", &ImportedDevice::make},
      {"manufacturer", &ImportedDevice::make},
      {"model", &ImportedDevice::model},
      {"os_version", &ImportedDevice::osVersion},
      {"app_version", &ImportedDevice::appVersion},
      {"sdk_version", &ImportedDevice::sdkVersion},
      {"push_token", &ImportedDevice::pushToken},
      {"token", &ImportedDevice::pushToken}};
  for (const auto& [known, field] : fields) {
    if (known == name) return &(device.*field);
  }
  return nullptr;
}

std::string lowerCase(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign; });
  return text;
}

/// Calls `member` for each member of each object of an array, and `end` behind each object.
template <class Member, class End>
bool eachObject(std::string& json, const Member& member, const End& end) {
  JsonCursor cursor(json);
  if (cursor.kind() != JsonKind::Array) return false;
  cursor.enter();
  while (cursor.item()) {
    if (cursor.kind() != JsonKind::Object) return false;
    cursor.enter();
    std::string_view name;
    while (cursor.key(name)) member(name, cursor);
    end();
  }
  return !cursor.failed() && cursor.atEnd();
}

}  // namespace

bool readDevices(std::string_view json, std::vector<ImportedDevice>& devices) {
  std::string source(json);
  ImportedDevice device;
  bool whole = true;
  const bool isArray = eachObject(
      source,
      [&device](std::string_view name, JsonCursor& cursor) {
        std::string* const field = fieldOf(device, name);
        if (field == nullptr) {
          cursor.skip();
        } else {
          *field = scalarText(cursor);
        }
      },
      [&] {
        if (device.key.empty()) device.key = device.pushToken;
        device.platform = lowerCase(std::move(device.platform));
        if (device.key.empty()) {
          whole = false;
        } else {
          devices.push_back(std::move(device));
        }
        device = {};
      });
  return isArray && whole;
}

bool readConsents(std::string_view json, ValueTyping& typing, std::vector<ImportedConsent>& consents) {
  std::string source(json);
  ImportedConsent consent;
  bool answered = false;
  bool whole = true;
  const bool isArray = eachObject(
      source,
      [&](std::string_view name, JsonCursor& cursor) {
        if (name == "channel") {
          consent.channel = lowerCase(scalarText(cursor));
        } else if (name == "source") {
          consent.source = scalarText(cursor);
        } else if (name == "at") {
          const std::string text = scalarText(cursor);
          consent.at = typing.instant({name, ValueForm::Cell, text});
          whole = whole && (consent.at || text.empty());
        } else if (name == "given" && cursor.kind() == JsonKind::Boolean) {
          consent.given = cursor.boolean();
          answered = true;
        } else {
          cursor.skip();
        }
      },
      [&] {
        if (answered && !consent.channel.empty()) {
          consents.push_back(std::move(consent));
        } else {
          whole = false;
        }
        consent = {};
        answered = false;
      });
  return isArray && whole;
}

}  // namespace heliograph::audience
