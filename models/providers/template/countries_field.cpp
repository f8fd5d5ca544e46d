// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/countries_field.h"

#include <QRegularExpression>

namespace heliograph::providers {

SettingField countriesField() {
  SettingField field;
  field.name = QStringLiteral("countries");
  field.label = QStringLiteral("Countries");
  field.help = QStringLiteral(
      "The countries that it sends to, by their codes, such as IN, GB. Left empty, it is taken to reach all of them.");
  field.pattern = QStringLiteral("\\s*[A-Za-z]{2}(\\s*[,; ]\\s*[A-Za-z]{2})*\\s*");
  field.patternHelp = QStringLiteral("codes of two letters, such as IN, GB");
  return field;
}

QStringList countryCodes(const QString& text) {
  static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
  QStringList codes = text.toUpper().split(between, Qt::SkipEmptyParts);
  codes.sort();
  codes.removeDuplicates();
  return codes;
}

}  // namespace heliograph::providers
