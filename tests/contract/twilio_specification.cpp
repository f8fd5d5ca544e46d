// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/twilio_specification.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>
#include <algorithm>

namespace heliograph::test {
namespace {

const QString sendPath = QStringLiteral("/2010-04-01/Accounts/{AccountSid}/Messages.json");

/// A form as a server reads it: a plus is a blank.
QList<QPair<QString, QString>> readForm(const QByteArray& body) {
  QByteArray text = body;
  text.replace('+', "%20");
  return QUrlQuery(QString::fromLatin1(text)).queryItems(QUrl::FullyDecoded);
}

/// "anyOf" over "required" and its negation, which is all the description uses.
bool holds(const QJsonObject& rule, const QStringList& names) {
  if (rule.contains(u"not")) return !holds(rule.value(u"not").toObject(), names);
  const QJsonArray required = rule.value(u"required").toArray();
  return std::all_of(required.begin(), required.end(),
                     [&](const QJsonValue& name) { return names.contains(name.toString()); });
}

}  // namespace

QString TwilioSpecification::file() {
  const QString file = qEnvironmentVariable("HELIOGRAPH_SOURCE_DIR") +
                       QStringLiteral("/../shared/data/openapi/twilio_messages_strict.json");
  return QFile::exists(file) ? file : QString();
}

std::optional<TwilioSpecification> TwilioSpecification::read() {
  QFile file(TwilioSpecification::file());
  if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly)) return std::nullopt;
  const QJsonObject post = QJsonDocument::fromJson(file.readAll())
                               .object()
                               .value(u"paths")
                               .toObject()
                               .value(sendPath)
                               .toObject()
                               .value(u"post")
                               .toObject();
  TwilioSpecification specification;
  specification.m_schema = post.value(u"requestBody")
                               .toObject()
                               .value(u"content")
                               .toObject()
                               .value(u"application/x-www-form-urlencoded")
                               .toObject()
                               .value(u"schema")
                               .toObject();
  for (const auto& each : post.value(u"parameters").toArray()) {
    const QJsonObject parameter = each.toObject();
    if (parameter.value(u"name").toString() != QStringLiteral("AccountSid")) continue;
    specification.m_accountPattern = parameter.value(u"schema").toObject().value(u"pattern").toString();
  }
  if (specification.m_schema.isEmpty() || specification.m_accountPattern.isEmpty()) return std::nullopt;
  return specification;
}

QStringList TwilioSpecification::violations(const net::ServerRequest& request) const {
  QStringList found;
  const QString path = QString::fromUtf8(request.path);
  const QString account = path.section(QLatin1Char('/'), 3, 3);
  if (request.method != "POST") found << QStringLiteral("method");
  if (path != QString(sendPath).replace(QStringLiteral("{AccountSid}"), account)) found << QStringLiteral("path");
  if (!QRegularExpression(m_accountPattern).match(account).hasMatch()) found << QStringLiteral("AccountSid");
  if (!net::headerValue(request.headers, "Authorization").startsWith("Basic "))
    found << QStringLiteral("Authorization");
  if (net::headerValue(request.headers, "Content-Type") != "application/x-www-form-urlencoded") {
    found << QStringLiteral("Content-Type");
  }
  QStringList names;
  for (const auto& [name, value] : readForm(request.body)) {
    if (names.contains(name)) found << name + QStringLiteral(" twice");
    names << name;
    found << fieldViolations(name, value);
  }
  return found << groupViolations(names);
}

QStringList TwilioSpecification::fieldViolations(const QString& name, const QString& value) const {
  const QJsonObject properties = m_schema.value(u"properties").toObject();
  if (!properties.contains(name)) return {name + QStringLiteral(" isn't known")};
  const QJsonObject property = properties.value(name).toObject();
  QStringList found;
  const QString pattern = property.value(u"pattern").toString();
  if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value).hasMatch()) {
    found << name + QStringLiteral(" doesn't match its pattern");
  }
  if (value.size() > property.value(u"maxLength").toInt(1 << 20)) found << name + QStringLiteral(" is too long");
  if (value.size() < property.value(u"minLength").toInt(0)) found << name + QStringLiteral(" is too short");
  return found;
}

QStringList TwilioSpecification::groupViolations(const QStringList& names) const {
  QStringList found;
  for (const auto& name : m_schema.value(u"required").toArray()) {
    if (!names.contains(name.toString())) found << name.toString() + QStringLiteral(" is missing");
  }
  for (const auto& each : m_schema.value(u"allOf").toArray()) {
    const QJsonArray choices = each.toObject().value(u"anyOf").toArray();
    const bool any = std::any_of(choices.begin(), choices.end(),
                                 [&](const QJsonValue& choice) { return holds(choice.toObject(), names); });
    if (!any) found << QString::fromUtf8(QJsonDocument(each.toObject()).toJson(QJsonDocument::Compact));
  }
  return found;
}

}  // namespace heliograph::test
