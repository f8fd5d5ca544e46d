// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/number_form.h"

#include <phonenumbers/phonenumberutil.h>

namespace heliograph::providers {
namespace {

QString asciiDigits(const QString& text) {
  QString digits;
  for (const QChar c : text) {
    if (c.unicode() >= u'0' && c.unicode() <= u'9') digits.append(c);
  }
  return digits;
}

QString nationalNumber(const QString& e164) {
  const auto& util = *i18n::phonenumbers::PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  const auto outcome = util.Parse(e164.toStdString(), "ZZ", &number);
  if (outcome != i18n::phonenumbers::PhoneNumberUtil::NO_PARSING_ERROR) return e164;
  std::string national;
  util.GetNationalSignificantNumber(number, &national);
  return QString::fromStdString(national);
}

}  // namespace

QString formatNumber(const QString& e164, NumberForm form) {
  if (!e164.startsWith(QLatin1Char('+'))) return e164;
  switch (form) {
    case NumberForm::Digits:
      return e164.mid(1);
    case NumberForm::National:
      return nationalNumber(e164);
    case NumberForm::E164:
      break;
  }
  return e164;
}

bool isSameNumber(const QString& echoed, const QString& e164, NumberForm form) {
  const QString all = asciiDigits(echoed);
  // 0091… is how the number is dialled from abroad; no country's code begins with 0.
  const QString digits = all.startsWith(QStringLiteral("00")) ? all.mid(2) : all;
  return digits == asciiDigits(e164) || digits == asciiDigits(formatNumber(e164, form));
}

}  // namespace heliograph::providers
