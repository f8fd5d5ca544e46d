// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "audience/events/device_reading.h"
#include "phone/phone_state.h"

namespace heliograph::audience {

/// A value as it is stored; monostate leaves what is known.
using StoredValue = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// What a person of a file does to the workspace.
enum class ImportEffect {
  Added,
  Changed,
  Same,  ///< known already, with the same values
};

/// A row of a file, read. Views hold as long as the record they were read from.
struct ImportedPerson {
  std::string_view identity;
  std::string phone;  ///< empty leaves what is known
  phone::PhoneState phoneState = phone::PhoneState::None;
  std::string country;
  bool unsubscribed = false;
  std::string_view timeZone;
  std::vector<StoredValue> values;  ///< one for each of the plan's properties
  std::vector<ImportedDevice> devices;
  std::vector<ImportedConsent> consents;
};

}  // namespace heliograph::audience
