// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_reports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "providers/sandbox/sandbox_answers.h"

namespace heliograph::providers {
namespace {

constexpr int kMostReceipts = 100;
constexpr int kMostReplies = 200;
const QString kFailedFate = QStringLiteral("failed");

QJsonObject receiptJson(const SandboxMessage& message, const QString& state, int code) {
  return {{QStringLiteral("id"), message.id},
          {QStringLiteral("client_ref"), message.clientRef},
          {QStringLiteral("to"), message.to},
          {QStringLiteral("state"), state},
          {QStringLiteral("code"), state == kFailedFate ? code : 0},
          {QStringLiteral("at"), message.at.toString(Qt::ISODateWithMs)}};
}

}  // namespace

net::ServerAnswer SandboxReports::receipts(const net::ServerRequest& request, const SandboxRecord& record,
                                           const SandboxHolding& holding, const SandboxBehaviour& behaviour) const {
  const QList<QByteArray> ids = net::headerValue(request.query, "ids").split(',').mid(0, kMostReceipts);
  QJsonArray list;
  const std::lock_guard lock(m_mutex);
  for (const QByteArray& id : ids) {
    const auto message = record.byId(QString::fromUtf8(id));
    if (!message || message->status != QStringLiteral("accepted")) continue;
    if (holding.isHeld(*message) || holding.isCanceled(*message)) continue;
    const Fate fate = m_fates.value(message->id, {behaviour.delivery, behaviour.deliveryCode});
    list.append(receiptJson(*message, fate.state, fate.code));
  }
  return jsonAnswer(200, {{QStringLiteral("receipts"), list}});
}

net::ServerAnswer SandboxReports::replies(const net::ServerRequest& request) const {
  const qint64 after = net::headerValue(request.query, "since").toLongLong();
  const std::lock_guard lock(m_mutex);
  QJsonArray list;
  qint64 next = after;
  for (const Reply& reply : m_replies) {
    if (reply.number <= after || list.size() >= kMostReplies) continue;
    next = reply.number;
    list.append(QJsonObject{{QStringLiteral("id"), reply.id},
                            {QStringLiteral("from"), reply.from},
                            {QStringLiteral("to"), reply.to},
                            {QStringLiteral("text"), reply.text},
                            {QStringLiteral("at"), reply.at.toString(Qt::ISODateWithMs)}});
  }
  return jsonAnswer(200, {{QStringLiteral("replies"), list}, {QStringLiteral("next"), QString::number(next)}});
}

net::ServerAnswer SandboxReports::setReceipt(const SandboxMessage& message, const QByteArray& body) {
  const QJsonObject json = QJsonDocument::fromJson(body).object();
  const QString state = json.value(u"state").toString();
  const QStringList known{QStringLiteral("sent"), QStringLiteral("delivered"), kFailedFate};
  if (!known.contains(state)) return errorAnswer(400, 21605);
  const std::lock_guard lock(m_mutex);
  const Fate fate{state, json.value(u"code").toInt(30003)};
  m_fates.insert(message.id, fate);
  return jsonAnswer(200, receiptJson(message, fate.state, fate.code));
}

net::ServerAnswer SandboxReports::setReply(const SandboxMessage& message, const QByteArray& body) {
  const QString text = QJsonDocument::fromJson(body).object().value(u"text").toString();
  if (text.isEmpty()) return errorAnswer(400, 21605);
  answer(message, text);
  return jsonAnswer(200, {{QStringLiteral("from"), message.to}, {QStringLiteral("text"), text}});
}

/// Numbers grow with the time, so that they go on growing when the sandbox begins anew.
void SandboxReports::answer(const SandboxMessage& message, const QString& text) {
  const std::lock_guard lock(m_mutex);
  const QDateTime now = QDateTime::currentDateTimeUtc();
  m_lastNumber = std::max(m_lastNumber + 1, now.toMSecsSinceEpoch());
  m_replies.push_back({m_lastNumber, QStringLiteral("SR%1").arg(m_lastNumber), message.to, message.from, text, now});
}

}  // namespace heliograph::providers
