// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <algorithm>
#include <optional>
#include <vector>

#include "core/result.h"

namespace heliograph::campaign {

/// That a member isn't what it has to be.
[[nodiscard]] inline tl::unexpected<Error> wrongMember(const QString& member, const QString& wanted) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("\"%1\" must be %2.").arg(member, wanted));
}

/// Reads the members of one object and keeps the first fault.
class JsonReader final {
 public:
  explicit JsonReader(const QJsonObject& json) : m_json(json) {}

  [[nodiscard]] bool has(const QString& name) const { return m_json.contains(name); }

  QString text(const QString& name) {
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isString()) note(name, QStringLiteral("a text"));
    return value.toString();
  }

  QJsonObject object(const QString& name) {
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isObject()) note(name, QStringLiteral("an object"));
    return value.toObject();
  }

  [[nodiscard]] bool truth(const QString& name) {
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isBool()) note(name, QStringLiteral("true or false"));
    return value.toBool();
  }

  /// The objects of a list.
  std::vector<QJsonObject> objects(const QString& name) {
    const QJsonValue value = m_json.value(name);
    std::vector<QJsonObject> list;
    bool fits = value.isUndefined() || value.isArray();
    for (const auto& one : value.toArray()) {
      fits = fits && one.isObject();
      list.push_back(one.toObject());
    }
    if (!fits) note(name, QStringLiteral("a list of objects"));
    return list;
  }

  QStringList texts(const QString& name) {
    const QJsonValue value = m_json.value(name);
    QStringList list;
    bool fits = value.isUndefined() || value.isArray();
    for (const auto& one : value.toArray()) {
      fits = fits && one.isString();
      list << one.toString();
    }
    if (!fits) note(name, QStringLiteral("a list of texts"));
    return list;
  }

  int number(const QString& name, int least, int most, int fallback) {
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined()) return fallback;
    const int number = value.toInt(least - 1);
    if (number < least || number > most) {
      note(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    }
    return number;
  }

  /// The place of a text in a list of names; 0 when it is absent.
  int oneOf(const QString& name, const QStringList& names) {
    if (!has(name)) return 0;
    const auto at = names.indexOf(text(name));
    if (at < 0) note(name, QStringLiteral("one of %1").arg(names.join(QStringLiteral(", "))));
    return static_cast<int>(std::max<qsizetype>(at, 0));
  }

  /// Keeps the fault of a member's own reading.
  template <class T>
  void take(const Result<T>& read) {
    if (!read && !m_fault) m_fault = read.error();
  }
  void note(const QString& name, const QString& wanted) {
    if (!m_fault) m_fault = wrongMember(name, wanted).value();
  }
  [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

 private:
  QJsonObject m_json;
  std::optional<Error> m_fault;
};

}  // namespace heliograph::campaign
