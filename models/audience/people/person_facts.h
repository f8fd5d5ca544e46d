// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <optional>
#include <vector>

#include "audience/profile.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// An app of a person, or a browser.
struct Device {
  QString key;       ///< the app's own id of the device
  QString platform;  ///< 'android', 'ios', 'web' or as it was given
  QString make;
  QString model;
  QString osVersion;
  QString appVersion;
  QString sdkVersion;
  QString pushToken;  ///< empty: it can't be pushed to
  QDateTime updatedAt;

  bool operator==(const Device&) const = default;
};

/// What a person said last about being written to on a channel.
struct Consent {
  QString channel;  ///< 'sms', 'push', 'email', 'whatsapp'
  bool given = false;
  QString source;  ///< where from; may be empty
  QDateTime at;

  bool operator==(const Consent&) const = default;
};

/// Why an address must not be texted.
struct OptOut {
  QString source;  ///< 'import', 'person', 'provider', 'reply'
  QString reason;  ///< short code, or the provider's
  QDateTime at;

  bool operator==(const OptOut&) const = default;
};

/// A person with all that the workspace knows of them beside events and messages.
struct PersonFacts {
  Profile profile;
  QDateTime createdAt;
  QDateTime updatedAt;
  std::vector<Device> devices;
  std::vector<Consent> consents;
  QStringList lists;             ///< names of the custom lists they are on
  std::optional<OptOut> optOut;  ///< of the number, if it has one

  bool operator==(const PersonFacts&) const = default;
};

/// Errors: NotFound, those of storage. Any thread.
[[nodiscard]] Result<PersonFacts> readPersonFacts(const storage::Database& database, const Clock& clock, ProfileId id);

}  // namespace heliograph::audience
