// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/list_value.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace heliograph::audience {
namespace {

QString elementText(const QJsonValue& value) {
  switch (value.type()) {
    case QJsonValue::Double:
      return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::Bool:
      return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Array:
      return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
      return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
      return value.toString();
  }
}

}  // namespace

QStringList listElements(const QByteArray& json) {
  QStringList elements;
  for (const QJsonValue& value : QJsonDocument::fromJson(json).array()) {
    const QString element = elementText(value).toCaseFolded();
    if (!element.isEmpty() && !elements.contains(element)) elements << element;
  }
  return elements;
}

}  // namespace heliograph::audience
