// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include "providers/definition/definition_parts.h"
#include "providers/template/header_rules.h"
#include "providers/template/json_template.h"

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

Result<XmlTemplate> readXml(const QJsonValue& xml, const QString& place) {
  if (xml.isUndefined()) return XmlTemplate();
  auto parsed = XmlTemplate::parse(xml.toString(), TokenStyle::Braces);
  if (!parsed) return fail(errorAt(place, parsed.error().message));
  return parsed;
}

}  // namespace

Result<std::vector<RequestField>> readFields(const QJsonValue& list, const QString& place) {
  std::vector<RequestField> fields;
  const QJsonArray rows = list.toArray();
  for (qsizetype i = 0; i < rows.size(); ++i) {
    const QJsonObject row = rows.at(i).toObject();
    const QString here = QStringLiteral("%1/%2").arg(place).arg(i);
    auto name = readTemplate(row.value(u"name").toString(), here + QStringLiteral("/name"));
    if (!name) return fail(name.error());
    auto value = readTemplate(row.value(u"value").toString(), here + QStringLiteral("/value"));
    if (!value) return fail(value.error());
    if (int(row.contains(u"value")) + int(row.contains(u"json")) + int(row.contains(u"xml")) != 1) {
      return fail(errorAt(here, QStringLiteral("a field has one of “value”, “json” and “xml”")));
    }
    auto json = readJson(row.value(u"json"), here + QStringLiteral("/json"));
    if (!json) return fail(json.error());
    auto xml = readXml(row.value(u"xml"), here + QStringLiteral("/xml"));
    if (!xml) return fail(xml.error());
    fields.push_back(
        {std::move(*name), std::move(*value), row.value(u"when").toString(), std::move(*json), std::move(*xml)});
  }
  return fields;
}

namespace {

/// "form", "json" or "xml"; nothing for a request without a body.
Result<QString> bodyMember(const QJsonObject& json, const QString& place, const RequestSpec& spec) {
  QStringList there;
  for (const QString& name : {QStringLiteral("form"), QStringLiteral("json"), QStringLiteral("xml")}) {
    if (json.contains(name)) there << name;
  }
  if (there.size() > 1) {
    return fail(errorAt(place, QStringLiteral("a request has one body, “form”, “json” or “xml”")));
  }
  if (!there.isEmpty() && spec.method == RequestSpec::Method::Get) {
    return fail(errorAt(place, QStringLiteral("a GET request has no body; use “query”")));
  }
  return there.value(0);
}

Result<> readBody(const QJsonObject& json, const QString& place, RequestSpec& spec) {
  const auto member = bodyMember(json, place, spec);
  if (!member) return fail(member.error());
  const QString here = place + QLatin1Char('/') + *member;
  spec.omitEmpty = json.value(u"omit_empty").toBool();
  if (*member == QStringLiteral("form")) {
    spec.body = RequestSpec::Body::Form;
    auto form = readFields(json.value(u"form"), here);
    if (!form) return fail(form.error());
    spec.form = std::move(*form);
  } else if (*member == QStringLiteral("json")) {
    spec.body = RequestSpec::Body::Json;
    auto parsed = readJson(json.value(u"json"), here);
    if (!parsed) return fail(parsed.error());
    spec.json = std::move(*parsed);
  } else if (*member == QStringLiteral("xml")) {
    spec.body = RequestSpec::Body::Xml;
    auto parsed = readXml(json.value(u"xml"), here);
    if (!parsed) return fail(parsed.error());
    spec.xml = std::move(*parsed);
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

Result<std::vector<RequestField>> readHeaders(const QJsonValue& list, const QString& place) {
  auto headers = readFields(list, place);
  if (!headers) return headers;
  for (const RequestField& header : *headers) {
    const auto name = header.name.render({}, Place::Plain);
    if (!header.json.isEmpty() || !header.xml.isEmpty()) {
      return fail(errorAt(place, QStringLiteral("a header has a “value”")));
    }
    if (!name || !isSettableHeader(QString::fromUtf8(*name))) {
      return fail(
          errorAt(place, QStringLiteral("a header's name is plain text, and not one the program writes itself")));
    }
  }
  return headers;
}

RequestSpec::Method readMethod(const QString& name) {
  if (name == QStringLiteral("GET")) return RequestSpec::Method::Get;
  if (name == QStringLiteral("DELETE")) return RequestSpec::Method::Delete;
  return name == QStringLiteral("PUT") ? RequestSpec::Method::Put : RequestSpec::Method::Post;
}

Result<RequestSpec> readRequest(const QJsonObject& json, const QString& place) {
  RequestSpec spec;
  spec.method = readMethod(json.value(u"method").toString());
  spec.host = json.value(u"host").toString();
  auto target = readTemplate(json.value(u"path").toString(), place + QStringLiteral("/path"));
  if (!target) return fail(target.error());
  spec.target = std::move(*target);
  auto query = readFields(json.value(u"query"), place + QStringLiteral("/query"));
  if (!query) return fail(query.error());
  spec.query = std::move(*query);
  auto headers = readHeaders(json.value(u"headers"), place + QStringLiteral("/headers"));
  if (!headers) return fail(headers.error());
  spec.headers = std::move(*headers);
  HELIOGRAPH_TRY(readBody(json, place, spec));
  return spec;
}

}  // namespace heliograph::providers
