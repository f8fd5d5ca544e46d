// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/json_path.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace heliograph::library {

std::optional<JsonPath> JsonPath::parse(const QString& text) {
  static const QRegularExpression step(
      QStringLiteral("\\G(?:\\.?([\\p{L}_$][\\p{L}\\p{N}_$-]*)|\\[(\\d{1,6})\\]|\\[\"([^\"]*)\"\\])"),
      QRegularExpression::UseUnicodePropertiesOption);
  JsonPath path;
  QString rest = text.trimmed();
  if (rest == QLatin1String("$")) return path;
  if (rest.startsWith(QLatin1String("$.")) || rest.startsWith(QLatin1String("$["))) rest.remove(0, 1);
  qsizetype done = 0;
  while (done < rest.size()) {
    const auto match = step.match(rest, done);
    if (!match.hasMatch() || (done > 0 && match.capturedStart(1) == done)) return std::nullopt;
    if (match.hasCaptured(2)) {
      path.m_steps.emplace_back(match.captured(2).toInt());
    } else {
      path.m_steps.emplace_back(match.hasCaptured(3) ? match.captured(3) : match.captured(1));
    }
    done = match.capturedEnd();
  }
  return path;
}

QString JsonPath::ofName(const QString& name) {
  static const QRegularExpression plain(QStringLiteral("^[\\p{L}_][\\p{L}\\p{N}_-]*$"),
                                        QRegularExpression::UseUnicodePropertiesOption);
  return plain.match(name).hasMatch() ? name : QStringLiteral("[\"%1\"]").arg(name);
}

QJsonValue JsonPath::in(const QJsonValue& answer) const {
  QJsonValue place = answer;
  for (const auto& step : m_steps) {
    if (const QString* name = std::get_if<QString>(&step)) {
      place = place.isObject() ? place.toObject().value(*name) : QJsonValue(QJsonValue::Undefined);
    } else {
      place = place.isArray() ? place.toArray().at(std::get<int>(step)) : QJsonValue(QJsonValue::Undefined);
    }
  }
  return place;
}

}  // namespace heliograph::library
