// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/prices/price.h"

#include <algorithm>

#include "phone/country.h"
#include "phone/phone_number.h"

namespace heliograph::providers {
namespace {

constexpr qsizetype kMostDigits = 15;

/// The digits of a prefix as people write it; nothing if it is none.
std::optional<QString> prefixDigits(const QString& text) {
  QString digits;
  const QString trimmed = text.trimmed();
  for (qsizetype i = 0; i < trimmed.size(); ++i) {
    const QChar c = trimmed[i];
    if (c == u' ' || c == u'-' || (c == u'+' && i == 0)) continue;
    if (c < u'0' || c > u'9') return std::nullopt;
    digits += c;
  }
  if (digits.size() > kMostDigits || digits.startsWith(u'0')) return std::nullopt;
  return digits;
}

}  // namespace

Result<Price> normalised(Price price) {
  const auto digits = prefixDigits(price.prefix);
  if (!digits) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("“%1” is no beginning of a number. Write the digits after the plus, as in 91.")
                    .arg(price.prefix.left(40)));
  }
  price.prefix = *digits;
  price.country = price.country.trimmed().toUpper();
  if (!price.country.isEmpty()) {
    const QString code = phone::callingCode(price.country);
    if (code.isEmpty()) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“%1” is no country. Write its two letters, as in IN.").arg(price.country.left(40)));
    }
    if (price.prefix.isEmpty()) price.prefix = code;
    if (!price.prefix.startsWith(code)) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("Numbers of %1 begin with %2, not with %3.")
                                               .arg(phone::countryName(price.country), code, price.prefix));
    }
  }
  if (!isCurrencyCode(price.perPart.currency)) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is no currency. Write its three letters, as in EUR.")
                                             .arg(price.perPart.currency.left(40)));
  }
  if (price.perPart.micros < 0) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("A price can't be below 0."));
  }
  return price;
}

}  // namespace heliograph::providers
