// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_intake.h"

#include <QJsonDocument>
#include <algorithm>

namespace heliograph::providers {
namespace {

QString decoded(QByteArray text) {
  text.replace('+', ' ');
  return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

QHash<QString, QString> formFields(const QByteArray& body) {
  QHash<QString, QString> fields;
  for (const QByteArray& pair : body.split('&')) {
    const qsizetype equals = pair.indexOf('=');
    if (equals > 0) {
      fields.insert(decoded(pair.left(equals)), decoded(pair.mid(equals + 1)));
    }
  }
  return fields;
}

QHash<QString, QString> jsonFields(const QJsonObject& object) {
  QHash<QString, QString> fields;
  for (auto entry = object.begin(); entry != object.end(); ++entry) {
    fields.insert(entry.key(), entry.value().toString());
  }
  return fields;
}

bool isE164(const QString& number) {
  return number.size() >= 8 && number.size() <= 16 && number.at(0) == QLatin1Char('+') &&
         number.at(1) != QLatin1Char('0') && std::all_of(number.cbegin() + 1, number.cend(), [](QChar c) {
           return c >= QLatin1Char('0') && c <= QLatin1Char('9');
         });
}

SandboxIntake intakeOf(const QHash<QString, QString>& fields) {
  SandboxIntake intake;
  intake.message.to = fields.value(QStringLiteral("to"));
  intake.message.from = fields.value(QStringLiteral("from"));
  intake.message.body = fields.value(QStringLiteral("body"));
  intake.message.clientRef = fields.value(QStringLiteral("client_ref"));
  intake.message.sendAt = QDateTime::fromString(fields.value(QStringLiteral("send_at")), Qt::ISODate);
  if (intake.message.to.isEmpty()) {
    intake.code = 21604;
  } else if (intake.message.body.isEmpty()) {
    intake.code = 21602;
  }
  return intake;
}

}  // namespace

QHash<QString, QString> requestFields(const net::ServerRequest& request) {
  const QByteArray type = net::headerValue(request.headers, "Content-Type").toLower();
  if (type.startsWith("application/json")) return jsonFields(QJsonDocument::fromJson(request.body).object());
  return type.startsWith("application/x-www-form-urlencoded") ? formFields(request.body) : QHash<QString, QString>();
}

SandboxIntake readIntake(const net::ServerRequest& request) {
  const QByteArray type = net::headerValue(request.headers, "Content-Type").toLower();
  if (type.startsWith("application/json")) {
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    return document.isObject() ? intakeOf(jsonFields(document.object())) : SandboxIntake{{}, 21605};
  }
  return type.startsWith("application/x-www-form-urlencoded") ? intakeOf(formFields(request.body))
                                                              : SandboxIntake{{}, 21605};
}

int codeOfNumber(const QString& number) {
  static const QHash<QString, int> codes{
      {QStringLiteral("+15005550001"), 21211}, {QStringLiteral("+15005550002"), 21612},
      {QStringLiteral("+15005550003"), 21408}, {QStringLiteral("+15005550004"), 21610},
      {QStringLiteral("+15005550005"), 20402}, {QStringLiteral("+15005550008"), 20429},
      {QStringLiteral("+15005550009"), 21614}};
  return isE164(number) ? codes.value(number) : 21211;
}

}  // namespace heliograph::providers
