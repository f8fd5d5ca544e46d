// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audience/events/device_reading.h"
#include "audience/stored_value.h"
#include "phone/phone_state.h"

namespace heliograph::audience {

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
  std::string_view addressHash;  ///< of a number that can be texted, see AddressHasher; else empty
  std::string country;
  bool unsubscribed = false;
  std::string_view timeZone;
  std::vector<StoredValue> values;  ///< one for each of the plan's properties
  std::vector<ImportedDevice> devices;
  std::vector<ImportedConsent> consents;
};

}  // namespace heliograph::audience
