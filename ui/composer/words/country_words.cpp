// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/words/country_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace heliograph::ui {

QString countryWords(const QString& code) {
  if (code.isEmpty()) return QCoreApplication::translate("heliograph::ui::PublishCost", "No country");
  const auto territory = QLocale::codeToTerritory(code);
  return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

}  // namespace heliograph::ui
