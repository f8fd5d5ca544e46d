// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/openapi_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace heliograph::providers {
namespace {

constexpr int deepestSchema = 24;

/// A path of the specification, its parameters as anything but a slash.
QRegularExpression patternOf(const QString& path) {
  static const QRegularExpression parameter(QStringLiteral("\\{[^}]*\\}"));
  QString pattern;
  qsizetype end = 0;
  for (auto it = parameter.globalMatch(path); it.hasNext();) {
    const auto match = it.next();
    pattern += QRegularExpression::escape(path.mid(end, match.capturedStart() - end)) + QStringLiteral("[^/]+");
    end = match.capturedEnd();
  }
  return QRegularExpression(QRegularExpression::anchoredPattern(pattern + QRegularExpression::escape(path.mid(end))));
}

QStringList stringsOf(const QJsonValue& list) {
  QStringList texts;
  for (const auto& each : list.toArray()) texts << each.toString();
  return texts;
}

void merge(OpenApiShape& into, const OpenApiShape& part) {
  for (auto it = part.properties.begin(); it != part.properties.end(); ++it) into.properties.insert(it.key(), *it);
  into.required += part.required;
  if (into.items.isEmpty()) into.items = part.items;
  into.types += part.types;
  into.isOpen = into.isOpen || part.isOpen;
}

}  // namespace

Result<OpenApiDocument> OpenApiDocument::parse(const QByteArray& text) {
  QJsonParseError problem;
  OpenApiDocument document;
  document.m_root = QJsonDocument::fromJson(text, &problem).object();
  if (problem.error != QJsonParseError::NoError) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The specification isn't JSON. Convert it first if it is YAML."));
  }
  if (document.m_root.value(u"openapi").toString().startsWith(QStringLiteral("3."))) return document;
  return fail(ErrorCode::InvalidInput, QStringLiteral("This isn't an OpenAPI 3 specification."));
}

QJsonObject OpenApiDocument::resolved(const QJsonObject& object) const {
  QJsonObject at = object;
  for (int steps = 0; at.contains(u"$ref") && steps < deepestSchema; ++steps) {
    const QString reference = at.value(u"$ref").toString();
    if (!reference.startsWith(QStringLiteral("#/"))) return {};
    QJsonValue target = m_root;
    for (QString name : reference.mid(2).split(QLatin1Char('/'))) {
      name = QUrl::fromPercentEncoding(name.toUtf8());
      name.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
      target = target.toObject().value(name);
    }
    at = target.toObject();
  }
  return at;
}

OpenApiShape OpenApiDocument::shapeOf(const QJsonObject& schema, int depth) const {
  OpenApiShape shape;
  if (depth > deepestSchema) return shape;
  const QJsonObject whole = resolved(schema);
  shape.properties = whole.value(u"properties").toObject();
  shape.required = stringsOf(whole.value(u"required"));
  shape.items = whole.value(u"items").toObject();
  const QJsonValue type = whole.value(u"type");
  shape.types = type.isArray() ? stringsOf(type) : type.isString() ? QStringList{type.toString()} : QStringList();
  const QJsonValue additional = whole.value(u"additionalProperties");
  shape.isOpen = additional.isObject() || additional.toBool();
  for (const auto& part : whole.value(u"allOf").toArray()) merge(shape, shapeOf(part.toObject(), depth + 1));
  for (const QString& choice : {QStringLiteral("anyOf"), QStringLiteral("oneOf")}) {
    QStringList everywhere;
    const QJsonArray parts = whole.value(choice).toArray();
    for (qsizetype i = 0; i < parts.size(); ++i) {
      OpenApiShape part = shapeOf(parts.at(i).toObject(), depth + 1);
      if (i == 0) everywhere = part.required;
      everywhere.removeIf([&](const QString& name) { return !part.required.contains(name); });
      part.required.clear();
      merge(shape, part);
    }
    shape.required += everywhere;
  }
  return shape;
}

QStringList OpenApiDocument::basePaths(const QJsonObject& pathItem) const {
  QStringList bases{QString()};
  for (const QJsonValue& servers : {m_root.value(u"servers"), pathItem.value(u"servers")}) {
    for (const auto& server : servers.toArray()) {
      QString path = QUrl(server.toObject().value(u"url").toString()).path();
      while (path.endsWith(QLatin1Char('/'))) path.chop(1);
      if (!path.isEmpty()) bases << path;
    }
  }
  return bases;
}

QJsonObject OpenApiDocument::operation(const QString& method, const QString& path) const {
  const QJsonObject paths = m_root.value(u"paths").toObject();
  for (auto it = paths.begin(); it != paths.end(); ++it) {
    const QJsonObject item = resolved(it.value().toObject());
    if (!item.contains(method)) continue;
    for (const QString& base : basePaths(item)) {
      if (!patternOf(base + it.key()).match(path).hasMatch()) continue;
      QJsonObject found = item.value(method).toObject();
      QJsonArray parameters = found.value(u"parameters").toArray();
      for (const auto& shared : item.value(u"parameters").toArray()) parameters.append(shared);
      found.insert(QStringLiteral("parameters"), parameters);
      return found;
    }
  }
  return {};
}

}  // namespace heliograph::providers
