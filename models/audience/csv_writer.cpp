// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/csv_writer.h"

#include <algorithm>

namespace heliograph::audience {
namespace {

QString quoted(QString field) {
  static const QString special = QStringLiteral(",\"\r\n");
  const bool needed = std::any_of(field.cbegin(), field.cend(), [](QChar c) { return special.contains(c); });
  if (!needed) return field;
  field.replace(QLatin1Char('"'), QStringLiteral("\"\""));
  return QLatin1Char('"') + field + QLatin1Char('"');
}

}  // namespace

QByteArray csvLine(const QStringList& fields) {
  QStringList written;
  for (const QString& field : fields) written << quoted(field);
  return written.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

}  // namespace heliograph::audience
