// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/provider_fields.h"

#include <QJsonArray>
#include <QStringList>
#include <algorithm>

#include "campaign/json_reader.h"

namespace heliograph::campaign {
namespace {

constexpr auto kMostFields = 100;

QJsonArray pairsJson(const std::vector<KeyValue>& pairs) {
  QJsonArray json;
  for (const KeyValue& pair : pairs) {
    QJsonObject one{{QStringLiteral("name"), pair.name}, {QStringLiteral("value"), QString::fromUtf8(pair.value)}};
    if (pair.own) one.insert(QStringLiteral("own"), true);
    json.append(one);
  }
  return json;
}

std::vector<KeyValue> pairsFromJson(JsonReader& reader, const QString& member) {
  std::vector<KeyValue> pairs;
  for (const QJsonObject& one : reader.objects(member)) {
    JsonReader pair(one);
    KeyValue read{pair.text(QStringLiteral("name")), pair.text(QStringLiteral("value")).toUtf8(),
                  pair.truth(QStringLiteral("own"))};
    if (pair.fault()) reader.take(Result<>(fail(*pair.fault())));
    pairs.push_back(std::move(read));
  }
  if (pairs.size() > kMostFields) reader.note(member, QStringLiteral("at most %1 pairs").arg(kMostFields));
  return pairs;
}

void describePairs(const QString& block, const std::vector<KeyValue>& pairs, QStringList& lines) {
  for (const KeyValue& pair : pairs) {
    lines << QStringLiteral("%1 “%2”: %3").arg(block, pair.name, QString::fromUtf8(pair.value));
  }
}

}  // namespace

std::vector<QByteArray> sourcesOf(const ProviderFields& fields) {
  std::vector<QByteArray> sources = fields.variables;
  for (const auto* pairs : {&fields.body, &fields.headers}) {
    for (const KeyValue& pair : *pairs) sources.push_back(pair.value);
  }
  return sources;
}

Result<ProviderFields> providerFieldsFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  ProviderFields fields;
  fields.templateId = reader.text(QStringLiteral("template_id"));
  fields.approvedText = reader.text(QStringLiteral("approved_text"));
  const QStringList variables = reader.texts(QStringLiteral("variables"));
  if (variables.size() > kMostFields) {
    reader.note(QStringLiteral("variables"), QStringLiteral("at most %1 texts").arg(kMostFields));
  }
  for (const QString& variable : variables) fields.variables.push_back(variable.toUtf8());
  fields.body = pairsFromJson(reader, QStringLiteral("body"));
  fields.headers = pairsFromJson(reader, QStringLiteral("headers"));
  fields.globals = pairsFromJson(reader, QStringLiteral("globals"));
  if (reader.fault()) return fail(*reader.fault());
  return fields;
}

QJsonObject toJson(const ProviderFields& fields) {
  QJsonObject json;
  if (!fields.templateId.isEmpty()) json.insert(QStringLiteral("template_id"), fields.templateId);
  if (!fields.approvedText.isEmpty()) json.insert(QStringLiteral("approved_text"), fields.approvedText);
  if (!fields.variables.empty()) {
    QJsonArray variables;
    for (const QByteArray& variable : fields.variables) variables.append(QString::fromUtf8(variable));
    json.insert(QStringLiteral("variables"), variables);
  }
  if (!fields.body.empty()) json.insert(QStringLiteral("body"), pairsJson(fields.body));
  if (!fields.headers.empty()) json.insert(QStringLiteral("headers"), pairsJson(fields.headers));
  if (!fields.globals.empty()) json.insert(QStringLiteral("globals"), pairsJson(fields.globals));
  return json;
}

QString describe(const ProviderFields& fields) {
  QStringList lines;
  if (!fields.templateId.isEmpty()) lines << QStringLiteral("Template ID: ") + fields.templateId;
  if (!fields.approvedText.isEmpty()) lines << QStringLiteral("Approved text: ") + fields.approvedText;
  for (std::size_t i = 0; i < fields.variables.size(); ++i) {
    lines << QStringLiteral("Variable %1: %2").arg(i + 1).arg(QString::fromUtf8(fields.variables[i]));
  }
  describePairs(QStringLiteral("Message value"), fields.body, lines);
  describePairs(QStringLiteral("Header"), fields.headers, lines);
  describePairs(QStringLiteral("Global value"), fields.globals, lines);
  return lines.join(QLatin1Char('\n'));
}

}  // namespace heliograph::campaign
