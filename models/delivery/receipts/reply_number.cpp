// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/reply_number.h"

#include "phone/phone_number.h"

namespace heliograph::delivery {

QString reportedNumber(const QString& text, const QString& region) {
  const QString trimmed = text.trimmed();
  const QString international = trimmed.startsWith(QLatin1Char('+')) ? trimmed : QLatin1Char('+') + trimmed;
  const phone::ParsedPhone whole = phone::parsePhone(international, QStringView());
  if (whole.number && whole.state == phone::PhoneState::Valid) return whole.number->e164();
  const phone::ParsedPhone national = phone::parsePhone(trimmed, region);
  if (national.number && national.state == phone::PhoneState::Valid) return national.number->e164();
  // Numbers of tests and of new ranges are possible at most.
  if (whole.number) return whole.number->e164();
  return national.number ? national.number->e164() : trimmed.left(32);
}

}  // namespace heliograph::delivery
