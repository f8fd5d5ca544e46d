// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heliograph::audience {

class ValueTyping;

/// A person's device as a file tells of it; empty fields leave what is known.
struct ImportedDevice {
  std::string key;  ///< the app's own id of it, else its push token
  std::string platform;
  std::string make;
  std::string model;
  std::string osVersion;
  std::string appVersion;
  std::string sdkVersion;
  std::string pushToken;
};

/// What a person said about being written to, as a file tells of it.
struct ImportedConsent {
  std::string channel;  ///< 'sms', 'push', 'email', 'whatsapp'
  bool given = false;
  std::string source;                   ///< empty: not said
  std::optional<std::int64_t> at = {};  ///< milliseconds since 1970; nothing: not said
};

/// Reads a JSON array of devices: id, platform, make, model, os_version, app_version, sdk_version, push_token. False if
/// it is none, or one of them has neither id nor token; the others are there then.
[[nodiscard]] bool readDevices(std::string_view json, std::vector<ImportedDevice>& devices);

/// Reads a JSON array of consents: channel, given, source, at (a date or a Unix time). False if it is none, or one of
/// them can't be understood; the others are there then.
[[nodiscard]] bool readConsents(std::string_view json, ValueTyping& typing, std::vector<ImportedConsent>& consents);

}  // namespace heliograph::audience
