// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/json_place.h"

#include <cmath>

namespace heliograph::audience {
namespace {

tl::unexpected<Error> wrongSegment(const QString& place, const QString& what) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("The segment can't be used: %1%2.")
                                           .arg(place.isEmpty() ? place : place + QStringLiteral(": "), what));
}

}  // namespace

QString JsonPlace::placeOf(const QString& key) const {
  return m_place.isEmpty() ? key : m_place + QLatin1Char('.') + key;
}

tl::unexpected<Error> JsonPlace::wrong(const QString& what) const {
  return wrongSegment(m_place, what);
}

tl::unexpected<Error> JsonPlace::wrongAt(const QString& key, const QString& what) const {
  return wrongSegment(placeOf(key), what);
}

Result<> JsonPlace::onlyKeys(const QStringList& known) const {
  for (const QString& key : m_object.keys()) {
    if (!known.contains(key)) return wrong(QStringLiteral("“%1” is not known here").arg(key));
  }
  return {};
}

Result<QString> JsonPlace::text(const QString& key) const {
  const QString text = m_object.value(key).toString();
  if (text.isEmpty()) return wrongAt(key, QStringLiteral("a text is missing"));
  return text;
}

Result<bool> JsonPlace::flag(const QString& key, bool otherwise) const {
  const QJsonValue value = m_object.value(key);
  if (value.isUndefined()) return otherwise;
  if (!value.isBool()) return wrongAt(key, QStringLiteral("it is neither true nor false"));
  return value.toBool();
}

Result<double> JsonPlace::number(const QString& key) const {
  const QJsonValue value = m_object.value(key);
  if (!value.isDouble() || !std::isfinite(value.toDouble())) {
    return wrongAt(key, QStringLiteral("a number is missing"));
  }
  return value.toDouble();
}

Result<int> JsonPlace::whole(const QString& key) const {
  const QJsonValue value = m_object.value(key);
  const int number = value.toInt(-1);
  if (number < 0 || number != value.toDouble(-1)) {
    return wrongAt(key, QStringLiteral("a whole number from 0 on is missing"));
  }
  return number;
}

Result<QJsonArray> JsonPlace::list(const QString& key) const {
  const QJsonValue value = m_object.value(key);
  if (!value.isUndefined() && !value.isArray()) return wrongAt(key, QStringLiteral("it is not a list"));
  return value.toArray();
}

Result<std::vector<JsonPlace>> JsonPlace::objects(const QString& key) const {
  const auto array = list(key);
  if (!array) return fail(array.error());
  std::vector<JsonPlace> places;
  for (int i = 0; i < array->size(); ++i) {
    places.emplace_back(array->at(i).toObject(), QStringLiteral("%1[%2]").arg(placeOf(key)).arg(i));
    if (!array->at(i).isObject()) return places.back().wrong(QStringLiteral("it is not an object"));
  }
  return places;
}

Result<JsonPlace> JsonPlace::inner(const QString& key) const {
  const QJsonValue value = m_object.value(key);
  if (!value.isUndefined() && !value.isObject()) return wrongAt(key, QStringLiteral("it is not an object"));
  return JsonPlace(value.toObject(), placeOf(key));
}

}  // namespace heliograph::audience
