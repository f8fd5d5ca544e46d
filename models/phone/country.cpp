// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/country.h"

#include <phonenumbers/phonenumberutil.h>

#include <QLocale>

namespace heliograph::phone {

QString countryName(QStringView region) {
  const QLocale::Territory territory = QLocale::codeToTerritory(region);
  if (territory == QLocale::AnyTerritory) return region.toString();
  return QLocale::territoryToString(territory);
}

QString callingCode(QStringView region) {
  const int code =
      i18n::phonenumbers::PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region.toString().toStdString());
  return code > 0 ? QString::number(code) : QString();
}

}  // namespace heliograph::phone
