// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/made_fields.h"

#include <QJsonArray>

namespace heliograph::message {
namespace {

QJsonArray madePairsJson(const std::vector<MadePair>& pairs) {
  QJsonArray json;
  for (const MadePair& pair : pairs) {
    QJsonObject one{{QStringLiteral("name"), pair.name}, {QStringLiteral("value"), pair.value}};
    if (pair.own) one.insert(QStringLiteral("own"), true);
    json.append(one);
  }
  return json;
}

std::vector<MadePair> madePairsOf(const QJsonValue& json) {
  std::vector<MadePair> pairs;
  for (const auto& one : json.toArray()) {
    const QJsonObject pair = one.toObject();
    pairs.push_back({pair.value(u"name").toString(), pair.value(u"value").toString(), pair.value(u"own").toBool()});
  }
  return pairs;
}

}  // namespace

QJsonObject madeFieldsToJson(const MadeFields& fields) {
  QJsonObject json;
  if (!fields.templateId.isEmpty()) json.insert(QStringLiteral("template_id"), fields.templateId);
  if (!fields.variables.isEmpty()) {
    json.insert(QStringLiteral("variables"), QJsonArray::fromStringList(fields.variables));
  }
  if (!fields.body.empty()) json.insert(QStringLiteral("body"), madePairsJson(fields.body));
  if (!fields.headers.empty()) json.insert(QStringLiteral("headers"), madePairsJson(fields.headers));
  if (!fields.globals.empty()) json.insert(QStringLiteral("globals"), madePairsJson(fields.globals));
  return json;
}

MadeFields madeFieldsFromJson(const QJsonObject& json) {
  MadeFields fields;
  fields.templateId = json.value(u"template_id").toString();
  for (const auto& one : json.value(u"variables").toArray()) fields.variables << one.toString();
  fields.body = madePairsOf(json.value(u"body"));
  fields.headers = madePairsOf(json.value(u"headers"));
  fields.globals = madePairsOf(json.value(u"globals"));
  return fields;
}

}  // namespace heliograph::message
