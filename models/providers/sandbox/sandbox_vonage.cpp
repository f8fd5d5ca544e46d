// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_vonage.h"

#include <QJsonArray>

#include "providers/sandbox/sandbox_answers.h"

namespace heliograph::providers {
namespace {

/// What Vonage calls what the sandbox means by `code`.
QString vonageStatus(int code) {
  static const QHash<int, QString> statuses{{20003, QStringLiteral("4")}, {kSandboxNoCredit, QStringLiteral("9")},
                                            {20429, QStringLiteral("1")}, {20500, QStringLiteral("5")},
                                            {21211, QStringLiteral("3")}, {21602, QStringLiteral("2")},
                                            {21603, QStringLiteral("2")}, {21604, QStringLiteral("2")},
                                            {21605, QStringLiteral("3")}, {21610, QStringLiteral("7")},
                                            {21614, QStringLiteral("33")}};
  return statuses.value(code, QStringLiteral("6"));
}

/// One id for each part, as Vonage gives.
QString vonageId(const SandboxMessage& message, int part) {
  return QStringLiteral("0A%1%2")
      .arg(message.number, 12, 16, QLatin1Char('0'))
      .arg(part, 2, 16, QLatin1Char('0'))
      .toUpper();
}

net::ServerAnswer submitted(const QJsonArray& messages) {
  return jsonAnswer(200, {{QStringLiteral("message-count"), QString::number(messages.size())},
                          {QStringLiteral("messages"), messages}});
}

}  // namespace

bool SandboxVonage::speaks(const QByteArray& path) {
  return path == "/sms/json" || path == "/account/get-balance";
}

QString SandboxVonage::secretOf(const net::ServerRequest& request) {
  const QByteArray header = net::headerValue(request.headers, "Authorization");
  if (header.startsWith("Basic ")) {
    return QString::fromUtf8(QByteArray::fromBase64(header.mid(6))).section(QLatin1Char(':'), 1);
  }
  const QString inQuery = QString::fromUtf8(net::headerValue(request.query, "api_secret"));
  return inQuery.isEmpty() ? requestFields(request).value(QStringLiteral("api_secret")) : inQuery;
}

SandboxIntake SandboxVonage::read(const net::ServerRequest& request) const {
  const auto fields = requestFields(request);
  SandboxIntake intake;
  const QString to = fields.value(QStringLiteral("to"));
  if (!to.isEmpty()) intake.message.to = to.startsWith(QLatin1Char('+')) ? to : QLatin1Char('+') + to;
  intake.message.from = fields.value(QStringLiteral("from"));
  intake.message.body = fields.value(QStringLiteral("text"));
  intake.message.clientRef = fields.value(QStringLiteral("client-ref"));
  if (to.isEmpty()) {
    intake.code = 21604;
  } else if (intake.message.from.isEmpty()) {
    intake.code = 21603;
  } else if (intake.message.body.isEmpty()) {
    intake.code = 21602;
  }
  return intake;
}

net::ServerAnswer SandboxVonage::accepted(const SandboxMessage& message) const {
  QJsonArray parts;
  for (int part = 1; part <= message.parts; ++part) {
    QJsonObject entry{{QStringLiteral("to"), message.to.mid(1)},
                      {QStringLiteral("message-id"), vonageId(message, part)},
                      {QStringLiteral("status"), QStringLiteral("0")},
                      {QStringLiteral("remaining-balance"), QStringLiteral("100.00000000")},
                      {QStringLiteral("message-price"), QStringLiteral("0.00000000")},
                      {QStringLiteral("network"), QStringLiteral("00000")}};
    if (!message.clientRef.isEmpty()) entry.insert(QStringLiteral("client-ref"), message.clientRef);
    parts.append(entry);
  }
  return submitted(parts);
}

net::ServerAnswer SandboxVonage::refused(const SandboxMessage&, int code) const {
  return error(200, code);
}

net::ServerAnswer SandboxVonage::throttled(int) const {
  return error(200, 20429);
}

net::ServerAnswer SandboxVonage::error(int status, int code) const {
  net::ServerAnswer answer = submitted({QJsonObject{{QStringLiteral("status"), vonageStatus(code)},
                                                    {QStringLiteral("error-text"), sandboxWords(code)}}});
  // Wrong credentials are a status of the body as well; only what isn't a message at all has one of HTTP.
  if (status != 401) answer.status = status;
  return answer;
}

net::ServerAnswer SandboxVonage::balance() {
  return jsonAnswer(200, {{QStringLiteral("value"), 100.0}, {QStringLiteral("autoReload"), false}});
}

}  // namespace heliograph::providers
