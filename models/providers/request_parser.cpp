// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include "providers/definition_parts.h"
#include "providers/header_rules.h"
#include "providers/json_template.h"

namespace heliograph::providers {
namespace {

/// Nothing for a value that isn't there.
Result<JsonTemplate> readJson(const QJsonValue& json, const QString& place) {
  if (json.isUndefined()) return JsonTemplate();
  const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
  const QString text = json.isString() ? json.toString() : QString::fromUtf8(document.toJson(QJsonDocument::Compact));
  auto parsed = JsonTemplate::parse(text, TokenStyle::Braces);
  if (!parsed) return fail(errorAt(place, parsed.error().message));
  return parsed;
}

}  // namespace

Result<std::vector<RequestField>> readFields(const QJsonValue& json, const QString& place) {
  std::vector<RequestField> fields;
  const QJsonArray rows = json.toArray();
  for (qsizetype i = 0; i < rows.size(); ++i) {
    const QJsonObject row = rows.at(i).toObject();
    const QString here = QStringLiteral("%1/%2").arg(place).arg(i);
    auto name = readTemplate(row.value(u"name").toString(), here + QStringLiteral("/name"));
    if (!name) return fail(name.error());
    auto value = readTemplate(row.value(u"value").toString(), here + QStringLiteral("/value"));
    if (!value) return fail(value.error());
    if (row.contains(u"value") == row.contains(u"json")) {
      return fail(errorAt(here, QStringLiteral("a field has either “value” or “json”")));
    }
    auto typed = readJson(row.value(u"json"), here + QStringLiteral("/json"));
    if (!typed) return fail(typed.error());
    fields.push_back({std::move(*name), std::move(*value), row.value(u"when").toString(), std::move(*typed)});
  }
  return fields;
}

namespace {

Result<> checkHeaders(const std::vector<RequestField>& headers, const QString& place) {
  for (const RequestField& header : headers) {
    const auto name = header.name.render({}, Place::Plain);
    if (!header.json.isEmpty()) return fail(errorAt(place, QStringLiteral("a header has a “value”")));
    if (!name || !isSettableHeader(QString::fromUtf8(*name))) {
      return fail(
          errorAt(place, QStringLiteral("a header's name is plain text, and not one the program writes itself")));
    }
  }
  return {};
}

Result<> readBody(const QJsonObject& json, const QString& place, RequestSpec& spec) {
  const QJsonValue body = json.value(u"json");
  if (json.contains(u"form") && !body.isUndefined()) {
    return fail(errorAt(place, QStringLiteral("a request has “form” or “json”, not both")));
  }
  const bool hasBody = json.contains(u"form") || !body.isUndefined();
  if (hasBody && spec.method == RequestSpec::Method::Get) {
    return fail(errorAt(place, QStringLiteral("a GET request has no body; use “query”")));
  }
  if (json.contains(u"form")) {
    spec.body = RequestSpec::Body::Form;
    auto form = readFields(json.value(u"form"), place + QStringLiteral("/form"));
    if (!form) return fail(form.error());
    spec.form = std::move(*form);
  } else if (!body.isUndefined()) {
    spec.body = RequestSpec::Body::Json;
    auto parsed = readJson(body, place + QStringLiteral("/json"));
    if (!parsed) return fail(parsed.error());
    spec.json = std::move(*parsed);
    spec.omitEmpty = json.value(u"omit_empty").toBool();
  }
  return {};
}

}  // namespace

QStringList textsOf(const QJsonValue& list) {
  QStringList texts;
  for (const auto& each : list.toArray()) texts.append(each.toString());
  return texts;
}

Error errorAt(const QString& place, const QString& text) {
  const QString end = text.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
  return Error{ErrorCode::InvalidInput, QStringLiteral("At “%1”: %2").arg(place, text) + end, {}};
}

Result<TextTemplate> readTemplate(const QString& text, const QString& place) {
  auto parsed = TextTemplate::parse(text);
  if (!parsed) return fail(errorAt(place, parsed.error().message));
  return parsed;
}

Result<RequestSpec> readRequest(const QJsonObject& json, const QString& place) {
  RequestSpec spec;
  spec.method =
      json.value(u"method").toString() == QStringLiteral("GET") ? RequestSpec::Method::Get : RequestSpec::Method::Post;
  auto target = readTemplate(json.value(u"path").toString(), place + QStringLiteral("/path"));
  if (!target) return fail(target.error());
  spec.target = std::move(*target);
  auto query = readFields(json.value(u"query"), place + QStringLiteral("/query"));
  if (!query) return fail(query.error());
  spec.query = std::move(*query);
  auto headers = readFields(json.value(u"headers"), place + QStringLiteral("/headers"));
  if (!headers) return fail(headers.error());
  spec.headers = std::move(*headers);
  HELIOGRAPH_TRY(checkHeaders(spec.headers, place + QStringLiteral("/headers")));
  HELIOGRAPH_TRY(readBody(json, place, spec));
  return spec;
}

}  // namespace heliograph::providers
