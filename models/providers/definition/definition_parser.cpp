// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include "providers/definition/definition_parts.h"
#include "providers/definition/schema_check.h"
#include "providers/template/countries_field.h"
#include "providers/template/json_place.h"

namespace heliograph::providers {
namespace {

NumberForm readNumberForm(const QString& name) {
  if (name == QStringLiteral("digits")) return NumberForm::Digits;
  return name == QStringLiteral("national") ? NumberForm::National : NumberForm::E164;
}

SettingField::Type readType(const QString& name) {
  static const QHash<QString, SettingField::Type> types{{QStringLiteral("choice"), SettingField::Type::Choice},
                                                        {QStringLiteral("number"), SettingField::Type::Number},
                                                        {QStringLiteral("flag"), SettingField::Type::Flag},
                                                        {QStringLiteral("rows"), SettingField::Type::Rows},
                                                        {QStringLiteral("long_text"), SettingField::Type::LongText}};
  return types.value(name, SettingField::Type::Text);
}

ProviderLimits readLimits(const QJsonObject& json) {
  return {json.value(u"per_second").toDouble(), json.value(u"in_flight").toInt(), json.value(u"max_length").toInt(),
          json.value(u"max_parts").toInt()};
}

std::optional<HoldingSpec> readHolding(const QJsonValue& value) {
  if (!value.isObject()) return std::nullopt;
  const QJsonObject json = value.toObject();
  return HoldingSpec{std::chrono::seconds(json.value(u"least").toInteger()),
                     std::chrono::seconds(json.value(u"most").toInteger()), json.value(u"when").toString(),
                     json.value(u"otherwise").toString()};
}

void readSpellings(const QJsonObject& json, ProviderDefinition& definition) {
  for (auto token = json.begin(); token != json.end(); ++token) {
    const QJsonObject spellings = token.value().toObject();
    for (auto each = spellings.begin(); each != spellings.end(); ++each) {
      definition.values[token.key()].insert(each.key(), each.value().toString());
    }
  }
}

Result<std::optional<Exchange>> readExchange(const QJsonObject& json, const QString& name) {
  if (!json.contains(name)) return std::optional<Exchange>();
  const QJsonObject exchange = json.value(name).toObject();
  auto request = readRequest(exchange.value(u"request").toObject(), name + QStringLiteral("/request"));
  if (!request) return fail(request.error());
  auto answer = readAnswer(exchange.value(u"answer").toObject(), name + QStringLiteral("/answer"));
  if (!answer) return fail(answer.error());
  return std::optional<Exchange>(Exchange{std::move(*request), std::move(*answer)});
}

Result<> readSettings(const QJsonObject& json, ProviderDefinition& definition) {
  const QJsonArray settings = json.value(u"settings").toArray();
  for (qsizetype i = 0; i < settings.size(); ++i) {
    const QString place = QStringLiteral("settings/%1").arg(i);
    auto field = readSetting(settings.at(i).toObject(), place);
    if (!field) return fail(field.error());
    if (definition.field(field->name)) {
      return fail(errorAt(place, QStringLiteral("there are two fields “%1”").arg(field->name)));
    }
    definition.settings.push_back(std::move(*field));
  }
  for (const auto& each : json.value(u"one_of").toArray()) {
    const QJsonObject set = each.toObject();
    definition.oneOf.push_back({textsOf(set.value(u"fields")), set.value(u"text").toString()});
  }
  return {};
}

Result<> readExchanges(const QJsonObject& json, const QString& name, ProviderDefinition& definition) {
  auto send = readExchange(json, name);
  if (!send) return fail(send.error());
  if (send->has_value() == definition.madeFromSettings) {
    return fail(errorAt(name, QStringLiteral("a definition has either “%1” or “made_from_settings”: true").arg(name)));
  }
  definition.send = send->value_or(Exchange());
  if (const QJsonValue batch = json.value(name).toObject().value(u"batch"); batch.isObject()) {
    auto read = readBatch(batch.toObject(), definition.send.answer.format, name + QStringLiteral("/batch"));
    if (!read) return fail(read.error());
    definition.batch = std::move(*read);
  }
  const std::pair<QString, std::optional<Exchange>*> others[] = {
      {QStringLiteral("account_check"), &definition.accountCheck},
      {QStringLiteral("sender_check"), &definition.senderCheck},
      {QStringLiteral("look_up_by_id"), &definition.lookUpById},
      {QStringLiteral("look_up_by_client_id"), &definition.lookUpByClientId},
      {QStringLiteral("look_up_by_recipient"), &definition.lookUpByRecipient},
      {QStringLiteral("cancel"), &definition.cancel}};
  for (const auto& [other, exchange] : others) {
    auto read = readExchange(json, other);
    if (!read) return fail(read.error());
    *exchange = std::move(*read);
  }
  auto receipts = readReports(json, QStringLiteral("receipts"));
  if (!receipts) return fail(receipts.error());
  definition.receipts = std::move(*receipts);
  auto inbound = readReports(json, QStringLiteral("inbound"));
  if (!inbound) return fail(inbound.error());
  definition.inbound = std::move(*inbound);
  return {};
}

}  // namespace

Result<SettingField> readSetting(const QJsonObject& json, const QString& place) {
  SettingField field;
  field.name = json.value(u"name").toString();
  field.label = json.value(u"label").toString();
  field.help = json.value(u"help").toString();
  field.type = readType(json.value(u"type").toString());
  field.secret = json.value(u"secret").toBool();
  field.required = json.value(u"required").toBool();
  field.advanced = json.value(u"advanced").toBool();
  field.pattern = json.value(u"pattern").toString();
  field.patternHelp = json.value(u"pattern_help").toString();
  field.defaultValue = json.value(u"default").toString();
  for (const auto& each : json.value(u"choices").toArray()) {
    field.choices.push_back({each.toObject().value(u"value").toString(), each.toObject().value(u"label").toString()});
  }
  if (json.contains(u"when")) {
    const QJsonObject when = json.value(u"when").toObject();
    field.condition = SettingField::Condition{when.value(u"field").toString(), textsOf(when.value(u"is"))};
  }
  if (!QRegularExpression(field.pattern).isValid()) {
    return fail(errorAt(place + QStringLiteral("/pattern"), QStringLiteral("this isn't a regular expression")));
  }
  if ((field.type == SettingField::Type::Choice) == field.choices.empty()) {
    return fail(errorAt(place, QStringLiteral("a field has “choices” if it is of the type “choice”, and only then")));
  }
  if (field.secret && (field.type != SettingField::Type::Text || !field.defaultValue.isEmpty())) {
    return fail(errorAt(place, QStringLiteral("a secret is a text without a default")));
  }
  return field;
}

Result<ProviderDefinition> readDefinition(const QJsonObject& json, const QString& exchange) {
  ProviderDefinition definition;
  definition.id = json.value(u"id").toString();
  definition.name = json.value(u"name").toString();
  definition.summary = json.value(u"summary").toString();
  definition.madeFromSettings = json.value(u"made_from_settings").toBool();
  definition.forTesting = json.value(u"for_testing").toBool();
  definition.templateIdRequired = json.value(u"template_id").toString() == QStringLiteral("required");
  definition.matchesTemplate = json.value(u"matches_template").toBool();
  definition.takesExtraPairs = json.value(u"extra_pairs").toBool();
  definition.numberForm = readNumberForm(json.value(u"number_form").toString());
  definition.holds = readHolding(json.value(u"holds"));
  definition.limits = readLimits(json.value(u"limits").toObject());
  auto baseUrl = readTemplate(json.value(u"base_url").toString(), QStringLiteral("base_url"));
  if (!baseUrl) return fail(baseUrl.error());
  definition.baseUrl = std::move(*baseUrl);
  auto authentication = readAuthentication(json.value(u"authentication").toObject(), QStringLiteral("authentication"));
  if (!authentication) return fail(authentication.error());
  definition.authentication = std::move(*authentication);
  definition.hosts = textsOf(json.value(u"hosts"));
  definition.secretsInAddress = json.value(u"secrets_in_address").toBool();
  auto signature =
      readRequestSignature(json.value(u"request_signature").toObject(), QStringLiteral("request_signature"));
  if (!signature) return fail(signature.error());
  definition.signature = std::move(*signature);
  readSpellings(json.value(u"values").toObject(), definition);
  HELIOGRAPH_TRY(readSettings(json, definition));
  HELIOGRAPH_TRY(readExchanges(json, exchange, definition));
  return definition;
}

Result<ProviderDefinition> ProviderDefinition::parse(const QByteArray& text) {
  HELIOGRAPH_TRY(checkAgainstSchema(text, QStringLiteral(":/schemas/provider.schema.json")));
  auto definition = readDefinition(QJsonDocument::fromJson(text).object(), QStringLiteral("send"));
  if (!definition) return fail(withLine(definition.error(), text));
  if (const auto checked = checkDefinition(*definition); !checked) return fail(withLine(checked.error(), text));
  // What can be said of every provider, unless its definition has a field of its own for it.
  if (!definition->field(countriesField().name)) definition->settings.push_back(countriesField());
  return definition;
}

Result<ProviderDefinition> ProviderDefinition::parseShortener(const QByteArray& text) {
  HELIOGRAPH_TRY(checkAgainstSchema(text, QStringLiteral(":/schemas/shortener.schema.json")));
  const QJsonObject json = QJsonDocument::fromJson(text).object();
  auto definition = readDefinition(json, QStringLiteral("shorten"));
  if (!definition) return fail(withLine(definition.error(), text));
  definition->shortLinkLength = json.value(u"short_link_length").toInt();
  if (const auto checked = checkShortenerDefinition(*definition); !checked) {
    return fail(withLine(checked.error(), text));
  }
  return definition;
}

const SettingField* ProviderDefinition::field(const QString& wanted) const {
  for (const SettingField& each : settings) {
    if (each.name == wanted) return &each;
  }
  return nullptr;
}

}  // namespace heliograph::providers
