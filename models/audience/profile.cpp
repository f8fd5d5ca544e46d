// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile.h"

#include "audience/display_name.h"

namespace heliograph::audience {

QString Profile::displayName() const {
  QStringList names;
  for (const QString& property : nameProperties(values.keys())) names << values.value(property).toString().trimmed();
  names.removeAll(QString());
  return names.isEmpty() ? identity : names.join(QLatin1Char(' '));
}

}  // namespace heliograph::audience
