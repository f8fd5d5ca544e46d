// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

#include "core/ids.h"
#include "phone/phone_state.h"

namespace heliograph::audience {

using phone::PhoneState;

/// One person, as shown and edited. For many people at once see ProfileReader.
struct Profile {
  ProfileId id;
  QString identity;  ///< what the person is called in the user's own systems; unique
  QString phone;     ///< E.164 if phoneState can be sent to, else as it was given
  PhoneState phoneState = PhoneState::None;
  QString country;            ///< ISO 3166 region of the number
  QString timeZone;           ///< IANA name, may be empty
  bool unsubscribed = false;  ///< by the person or by the address
  bool isTest = false;        ///< marked: tests are offered to them first
  bool isColleague = false;   ///< of the seed list
  QVariantMap values;         ///< by property name: QString, double or qlonglong, bool, QDateTime (UTC)

  bool operator==(const Profile&) const = default;

  /// How to name the person on screen: a name among the values ("name", "first name" …), else the identity.
  [[nodiscard]] QString displayName() const;
};

}  // namespace heliograph::audience
