// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phone_state.h"

namespace heliograph::phone {

QString phoneStateName(PhoneState state) {
  switch (state) {
    case PhoneState::None:
      return QStringLiteral("none");
    case PhoneState::Invalid:
      return QStringLiteral("invalid");
    case PhoneState::Possible:
      return QStringLiteral("possible");
    case PhoneState::Valid:
      return QStringLiteral("valid");
  }
  return QStringLiteral("invalid");
}

PhoneState phoneStateFromName(QStringView name) {
  if (name == QLatin1String("none")) return PhoneState::None;
  if (name == QLatin1String("possible")) return PhoneState::Possible;
  if (name == QLatin1String("valid")) return PhoneState::Valid;
  return PhoneState::Invalid;
}

}  // namespace heliograph::phone
