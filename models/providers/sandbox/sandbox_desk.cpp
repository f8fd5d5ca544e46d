// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "providers/sandbox/sandbox_answers.h"
#include "providers/sandbox/sandbox_intake.h"
#include "providers/sandbox/sandbox_twilio.h"
#include "providers/sandbox/sandbox_vonage.h"

namespace heliograph::providers {

namespace {

constexpr qsizetype kMostABatch = 100;

}  // namespace

using Mode = SandboxBehaviour::Mode;

net::ServerAnswer SandboxServer::Desk::handle(const net::ServerRequest& request) {
  if (!SandboxTwilio::resourceOf(request.path).name.isEmpty()) return speakTwilio(request);
  if (SandboxVonage::speaks(request.path)) return speakVonage(request);
  return isAllowed(request) ? route(request) : errorAnswer(401, 20003);
}

void SandboxServer::Desk::setBehaviour(const SandboxBehaviour& behaviour) {
  const std::lock_guard lock(m_mutex);
  m_behaviour = behaviour;
  m_taken = 0;
  m_inSecond = 0;
  m_second = {};
}

SandboxBehaviour SandboxServer::Desk::behaviour() const {
  const std::lock_guard lock(m_mutex);
  return m_behaviour;
}

bool SandboxServer::Desk::isAllowed(const net::ServerRequest& request) const {
  return m_options.token.isEmpty() ||
         net::headerValue(request.headers, "Authorization") == "Bearer " + m_options.token.toUtf8();
}

net::ServerAnswer SandboxServer::Desk::route(const net::ServerRequest& request) {
  static const QByteArray messages("/messages");
  const bool isPost = request.method == "POST";
  if (!isPost && request.method != "GET") {
    return errorAnswer(405, 20405);
  }
  if (request.path == messages) {
    return isPost ? take(request, plainDialect()) : list(request);
  }
  if (isPost && request.path == "/batch") {
    return takeBatch(request);
  }
  if (request.path == "/behaviour") {
    return isPost ? change(request) : jsonAnswer(200, behaviour().toJson());
  }
  if (!isPost && request.path == "/receipts") {
    return m_reports.receipts(request, record, m_holding, behaviour());
  }
  if (!isPost && request.path == "/replies") {
    return m_reports.replies(request);
  }
  if (isPost && request.path.startsWith(messages + '/')) {
    return report(request.path.mid(messages.size() + 1), request.body);
  }
  if (!isPost && request.path.startsWith(messages + '/')) {
    return lookUp(request.path.mid(messages.size() + 1));
  }
  if (!isPost && request.path == "/account") {
    return jsonAnswer(200, {{QStringLiteral("account"), QStringLiteral("sandbox")},
                            {QStringLiteral("status"), QStringLiteral("active")},
                            {QStringLiteral("count"), record.count()}});
  }
  return errorAnswer(404, 20404);
}

net::ServerAnswer SandboxServer::Desk::speakTwilio(const net::ServerRequest& request) {
  const auto resource = SandboxTwilio::resourceOf(request.path);
  const SandboxTwilio dialect(resource.account);
  const QByteArray header = net::headerValue(request.headers, "Authorization");
  const QString password = QString::fromUtf8(QByteArray::fromBase64(header.mid(6))).section(QLatin1Char(':'), 1);
  if (!header.startsWith("Basic ") || (!m_options.token.isEmpty() && password != m_options.token)) {
    return dialect.error(401, 20003);
  }
  if (request.method == "GET") return dialect.show(request, resource, record, m_holding);
  const bool isPost = request.method == "POST" && resource.name == QStringLiteral("Messages");
  if (!isPost) return dialect.error(405, 20405);
  return resource.id.isEmpty() ? take(request, dialect) : dialect.change(request, resource, record, m_holding);
}

net::ServerAnswer SandboxServer::Desk::speakVonage(const net::ServerRequest& request) {
  const SandboxVonage dialect;
  const bool isAllowedHere = m_options.token.isEmpty() || SandboxVonage::secretOf(request) == m_options.token;
  if (request.path == "/sms/json") {
    if (!isAllowedHere) return dialect.error(401, 20003);
    return request.method == "POST" ? take(request, dialect) : dialect.error(405, 20405);
  }
  return isAllowedHere ? SandboxVonage::balance() : errorAnswer(401, 20003);
}

SandboxBehaviour SandboxServer::Desk::nextBehaviour() {
  const std::lock_guard lock(m_mutex);
  SandboxBehaviour behaviour = m_behaviour;
  if (++m_taken % behaviour.every != 0) {
    behaviour.mode = Mode::Accept;
  }
  if (behaviour.mode == Mode::Throttle && behaviour.rate > 0) {
    const auto now = std::chrono::steady_clock::now();
    if (now - m_second >= std::chrono::seconds(1)) {
      m_second = now;
      m_inSecond = 0;
    }
    if (m_inSecond < behaviour.rate) {
      ++m_inSecond;
      behaviour.mode = Mode::Accept;
    }
  }
  return behaviour;
}

net::ServerAnswer SandboxServer::Desk::take(const net::ServerRequest& request, const SandboxDialect& dialect) {
  SandboxIntake intake = dialect.read(request);
  if (intake.code != 0) {
    return dialect.refused(intake.message, intake.code);
  }
  if (!m_holding.canHold(intake.message)) {
    return dialect.refused(intake.message, 35115);
  }
  if (m_options.countParts) {
    intake.message.parts = m_options.countParts(intake.message.body.toUtf8());
  }
  const SandboxBehaviour behaviour = nextBehaviour();
  net::ServerAnswer answer = treat(std::move(intake.message), behaviour, dialect);
  answer.delay = std::chrono::milliseconds(behaviour.delayMs);
  return answer;
}

net::ServerAnswer SandboxServer::Desk::takeBatch(const net::ServerRequest& request) {
  const QJsonArray messages = QJsonDocument::fromJson(request.body).object().value(u"messages").toArray();
  if (messages.isEmpty() || messages.size() > kMostABatch) return errorAnswer(400, 21605);
  QJsonArray results;
  std::chrono::milliseconds delay{0};
  for (const auto& each : messages) {
    net::ServerRequest one = request;
    one.body = QJsonDocument(each.toObject()).toJson(QJsonDocument::Compact);
    const net::ServerAnswer said = take(one, plainDialect());
    // Of a request without a whole answer nothing is said of any of its messages.
    if (said.way != net::ServerAnswer::Way::Answer || said.status >= 500) return said;
    results.append(QJsonDocument::fromJson(said.body).object());
    delay = std::max<std::chrono::milliseconds>(delay, said.delay);
  }
  net::ServerAnswer answer = jsonAnswer(200, {{QStringLiteral("results"), results}});
  answer.delay = delay;
  return answer;
}

net::ServerAnswer SandboxServer::Desk::treat(SandboxMessage message, const SandboxBehaviour& behaviour,
                                             const SandboxDialect& dialect) {
  const int code = behaviour.refuseNumbers.value(message.to, codeOfNumber(message.to));
  if (code == 20429 || (code == 0 && behaviour.mode == Mode::Throttle)) {
    return dialect.throttled(behaviour.retryAfterSeconds);
  }
  if (code != 0 || behaviour.mode == Mode::Refuse) {
    return keep(std::move(message), code != 0 ? code : behaviour.code, Mode::Refuse, dialect);
  }
  if (behaviour.mode == Mode::Accept || behaviour.mode == Mode::Lie) {
    return keep(std::move(message), 0, behaviour.mode, dialect);
  }
  return misbehave(std::move(message), behaviour, dialect);
}

net::ServerAnswer SandboxServer::Desk::keep(SandboxMessage message, int code, Mode mode,
                                            const SandboxDialect& dialect) {
  message.status = code == 0 ? QStringLiteral("accepted") : QStringLiteral("refused");
  message.code = code;
  auto kept = record.append(std::move(message));
  if (!kept) {
    return dialect.error(500, 20500);
  }
  if (listener) {
    listener(*kept);
  }
  if (const QString words = behaviour().reply; code == 0 && !words.isEmpty()) {
    m_reports.answer(*kept, words);
  }
  if (code != 0) {
    return dialect.refused(*kept, code);
  }
  if (mode == Mode::Lie) {
    kept->to = QStringLiteral("+15005550000");
    kept->clientRef = QStringLiteral("another");
  }
  return dialect.accepted(*kept);
}

net::ServerAnswer SandboxServer::Desk::misbehave(SandboxMessage message, const SandboxBehaviour& behaviour,
                                                 const SandboxDialect& dialect) {
  net::ServerAnswer answer;
  if (behaviour.recorded) {
    answer = keep(std::move(message), 0, Mode::Accept, dialect);
  }
  switch (behaviour.mode) {
    case Mode::Stall:
      answer.way = net::ServerAnswer::Way::Stall;
      return answer;
    case Mode::Close:
      answer.way = net::ServerAnswer::Way::Close;
      return answer;
    case Mode::Nonsense:
      return nonsenseAnswer();
    default:
      return dialect.error(500, 20500);
  }
}

net::ServerAnswer SandboxServer::Desk::list(const net::ServerRequest& request) const {
  const QByteArray clientRef = net::headerValue(request.query, "client_ref");
  if (!clientRef.isEmpty()) {
    return listAnswer(record.byClientRef(QString::fromUtf8(clientRef)), 0, record.count());
  }
  const qint64 after = net::headerValue(request.query, "since").toLongLong();
  const int limit = net::headerValue(request.query, "limit").toInt();
  return listAnswer(record.since(after, limit > 0 ? std::min(limit, 1000) : 100), after, record.count());
}

net::ServerAnswer SandboxServer::Desk::lookUp(const QByteArray& id) const {
  auto message = record.byId(QString::fromUtf8(id));
  if (!message) return errorAnswer(404, 20404);
  if (m_holding.isHeld(*message)) message->status = QStringLiteral("scheduled");
  if (m_holding.isCanceled(*message)) message->status = QStringLiteral("canceled");
  return jsonAnswer(200, message->toJson());
}

net::ServerAnswer SandboxServer::Desk::cancel(const SandboxMessage& message) {
  if (message.code != 0 || !m_holding.cancel(message)) return errorAnswer(409, 30409);
  return jsonAnswer(200, {{QStringLiteral("id"), message.id}, {QStringLiteral("status"), QStringLiteral("canceled")}});
}

net::ServerAnswer SandboxServer::Desk::report(const QByteArray& what, const QByteArray& body) {
  const qsizetype slash = what.indexOf('/');
  const auto message = record.byId(QString::fromUtf8(what.left(slash)));
  const QByteArray kind = slash < 0 ? QByteArray() : what.mid(slash + 1);
  if (message && kind == "cancel") return cancel(*message);
  if (!message || (kind != "receipt" && kind != "reply")) return errorAnswer(404, 20404);
  return kind == "receipt" ? m_reports.setReceipt(*message, body) : m_reports.setReply(*message, body);
}

net::ServerAnswer SandboxServer::Desk::change(const net::ServerRequest& request) {
  const QJsonDocument document = QJsonDocument::fromJson(request.body);
  const auto wanted = SandboxBehaviour::fromJson(document.object());
  if (!document.isObject() || !wanted) {
    return errorAnswer(400, 21605);
  }
  setBehaviour(*wanted);
  return jsonAnswer(200, wanted->toJson());
}

}  // namespace heliograph::providers
