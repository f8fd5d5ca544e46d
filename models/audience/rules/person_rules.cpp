// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/person_rules.h"

#include <array>

namespace heliograph::audience {
namespace {

using DeviceField = DeviceRule::Field;

struct DeviceFieldEntry {
  DeviceField field;
  const char* name;
  const char* words;
};

constexpr std::array<DeviceFieldEntry, 6> kDeviceFields{{
    {DeviceField::AppVersion, "app_version", "app version"},
    {DeviceField::Make, "make", "make"},
    {DeviceField::Model, "model", "model"},
    {DeviceField::OsVersion, "os_version", "OS version"},
    {DeviceField::SdkVersion, "sdk_version", "SDK version"},
    {DeviceField::Platform, "platform", "platform"},
}};

}  // namespace

QString deviceFieldName(DeviceField field) {
  return QString::fromLatin1(kDeviceFields[static_cast<std::size_t>(field)].name);
}

QString deviceFieldWords(DeviceField field) {
  return QString::fromLatin1(kDeviceFields[static_cast<std::size_t>(field)].words);
}

std::optional<DeviceField> deviceFieldFromName(QStringView name) {
  for (const DeviceFieldEntry& entry : kDeviceFields) {
    if (name == QLatin1String(entry.name)) return entry.field;
  }
  return std::nullopt;
}

}  // namespace heliograph::audience
