// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/display_name.h"

namespace heliograph::audience {
namespace {

QString firstOf(const QStringList& properties, const QStringList& plainNames) {
  for (const QString& wanted : plainNames) {
    for (const QString& property : properties) {
      if (plainName(property) == wanted) return property;
    }
  }
  return {};
}

}  // namespace

QString plainName(const QString& name) {
  QString plain;
  for (const QChar c : name.toCaseFolded()) {
    if (!c.isSpace() && c != QLatin1Char('_') && c != QLatin1Char('-') && c != QLatin1Char('.')) plain += c;
  }
  return plain;
}

QStringList nameProperties(const QStringList& properties) {
  const QString whole = firstOf(properties, {QStringLiteral("name"), QStringLiteral("fullname"),
                                             QStringLiteral("displayname"), QStringLiteral("customername")});
  if (!whole.isEmpty()) return {whole};
  QStringList names{
      firstOf(properties, {QStringLiteral("firstname"), QStringLiteral("givenname")}),
      firstOf(properties, {QStringLiteral("lastname"), QStringLiteral("surname"), QStringLiteral("familyname")})};
  names.removeAll(QString());
  return names;
}

}  // namespace heliograph::audience
