// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/property_choice.h"

namespace heliograph::editors {

QString propertyLabel(const QString& name) {
  if (name.contains(QLatin1Char(' ')) || name.toLower() != name) return name;
  QString label = name;
  label.replace(QLatin1Char('_'), QLatin1Char(' '));
  if (!label.isEmpty()) label[0] = label[0].toUpper();
  return label;
}

QString tokenLabel(const QString& root, const QString& name) {
  const QLatin1String linked("Linked.");
  if (root == QLatin1String("Coupon")) return root + QStringLiteral(": ") + name;
  if (root == QLatin1String("Event")) return root + QStringLiteral(": ") + propertyLabel(name);
  if (!root.startsWith(linked)) return propertyLabel(name);
  return root.mid(linked.size()) + QStringLiteral(": ") + propertyLabel(name);
}

}  // namespace heliograph::editors
