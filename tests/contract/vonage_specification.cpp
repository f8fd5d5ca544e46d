// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/vonage_specification.h"

#include <QFile>
#include <QRegularExpression>

namespace heliograph::test {

QString vonageSpecificationFile() {
  const QString file =
      qEnvironmentVariable("HELIOGRAPH_SOURCE_DIR") + QStringLiteral("/../shared/data/openapi/vonage_sms.patched.yml");
  return QFile::exists(file) ? file : QString();
}

std::optional<QStringList> vonageMessageFields() {
  QFile file(vonageSpecificationFile());
  if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly)) return std::nullopt;
  // components / schemas / NewMessage / properties, by the indentation of the file.
  static const QRegularExpression schema(QStringLiteral("\\A    (\\w+):\\s*\\z"));
  static const QRegularExpression property(QStringLiteral("\\A        ([\\w-]+):\\s*\\z"));
  QStringList fields;
  bool inside = false;
  while (!file.atEnd()) {
    const QString line = QString::fromUtf8(file.readLine()).chopped(1);
    if (const auto found = schema.match(line); found.hasMatch()) {
      inside = found.captured(1) == QStringLiteral("NewMessage");
    } else if (const auto name = property.match(line); inside && name.hasMatch()) {
      fields << name.captured(1);
    }
  }
  if (!fields.contains(QStringLiteral("client-ref"))) return std::nullopt;
  return fields;
}

}  // namespace heliograph::test
