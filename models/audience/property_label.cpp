// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/property_label.h"

namespace heliograph::audience {

QString propertyLabel(const QString& name) {
  if (name.isEmpty() || name.contains(QLatin1Char(' '))) return name;
  QString label;
  for (qsizetype i = 0; i < name.size(); ++i) {
    const QChar sign = name[i];
    const bool joint = sign == QLatin1Char('_') || sign == QLatin1Char('-');
    const bool hump = i > 0 && sign.isUpper() && name[i - 1].isLower();
    if (joint || hump) label += QLatin1Char(' ');
    if (!joint) label += hump ? sign.toLower() : sign;
  }
  label = label.simplified();
  if (label.isEmpty()) return name;
  label[0] = label[0].toUpper();
  return label;
}

QString propertyWords(const QString& name) {
  QString words = propertyLabel(name);
  if (words.size() > 1 && !words[1].isUpper()) words[0] = words[0].toLower();
  return words;
}

}  // namespace heliograph::audience
