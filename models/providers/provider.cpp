// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/provider.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace heliograph::providers {
namespace {

QString textOf(const QJsonValue& value) {
  if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
  if (value.isDouble()) return QString::number(value.toDouble(), 'g', 15);
  return value.toString();
}

Error wrongForm(const QString& what) {
  return Error{
      ErrorCode::InvalidInput,
      QStringLiteral("%1 A provider is written {\"name\": …, \"type\": …, \"settings\": {…}, \"base_url\": …}.")
          .arg(what),
      {}};
}

}  // namespace

QString Provider::setting(const SettingField& field) const {
  const QString text = textOf(settings.value(field.name));
  return text.isEmpty() ? field.defaultValue : text;
}

Result<Provider> providerFromJson(const QByteArray& text) {
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
  if (problem.error != QJsonParseError::NoError) {
    const QByteArray before = text.left(problem.offset);
    return fail(wrongForm(QStringLiteral("This isn't valid JSON (line %1).").arg(before.count('\n') + 1)));
  }
  if (!document.isObject()) return fail(wrongForm(QStringLiteral("This isn't a provider.")));
  const QJsonObject json = document.object();
  static const QStringList known{QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("settings"),
                                 QStringLiteral("base_url")};
  for (const QString& key : json.keys()) {
    if (!known.contains(key)) return fail(wrongForm(QStringLiteral("“%1” isn't known.").arg(key)));
  }
  const bool texts =
      json.value(u"name").isString() && json.value(u"type").isString() &&
      (json.value(u"base_url").isString() || json.value(u"base_url").isUndefined() || json.value(u"base_url").isNull());
  const bool settings = json.value(u"settings").isObject() || json.value(u"settings").isUndefined();
  if (!texts || !settings) return fail(wrongForm(QStringLiteral("A part is missing or isn't of the right kind.")));
  Provider provider;
  provider.name = json.value(u"name").toString().trimmed();
  provider.type = json.value(u"type").toString();
  provider.settings = json.value(u"settings").toObject();
  provider.baseUrl = json.value(u"base_url").toString().trimmed();
  return provider;
}

QJsonObject providerToJson(const Provider& provider) {
  QJsonObject json{{QStringLiteral("name"), provider.name},
                   {QStringLiteral("type"), provider.type},
                   {QStringLiteral("settings"), provider.settings}};
  if (!provider.baseUrl.isEmpty()) json.insert(QStringLiteral("base_url"), provider.baseUrl);
  return json;
}

Result<std::vector<SettingRow>> settingRows(const Provider& provider, const QString& field) {
  const QJsonValue json = provider.settings.value(field);
  std::vector<SettingRow> rows;
  if (json.isUndefined() || json.isNull()) return rows;
  bool right = json.isArray();
  for (const auto& each : json.toArray()) {
    const QJsonObject row = each.toObject();
    const SettingRow read{row.value(u"name").toString(), textOf(row.value(u"value")), row.value(u"secret").toString()};
    right = right && !read.name.isEmpty() && row.contains(u"value") != row.contains(u"secret") && row.size() == 2;
    rows.push_back(read);
  }
  if (right) return rows;
  return fail(
      ErrorCode::InvalidInput,
      QStringLiteral("This is a list of {\"name\": …, \"value\": …}, or {\"name\": …, \"secret\": …} for a value "
                     "that is kept in the secret store."));
}

bool fieldApplies(const SettingField& field, const Provider& provider, const ProviderDefinition& definition) {
  // Conditions are chains, never long; the bound ends one that a definition has bent into a circle.
  const SettingField* at = &field;
  for (int steps = 0; at && at->condition && steps < 16; ++steps) {
    const SettingField* other = definition.field(at->condition->field);
    if (!other || !at->condition->values.contains(provider.setting(*other))) return false;
    at = other;
  }
  return true;
}

}  // namespace heliograph::providers
