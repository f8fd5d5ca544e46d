// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QMutex>

#include "contract/provider_calls.h"
#include "net/http_server.h"

/// A provider's server as its published pages describe it, for one test: it keeps the requests and says what it is
/// told.
namespace heliograph::test {

class StandIn final {
 public:
  StandIn() {
    const auto port = m_server.start([this](const net::ServerRequest& request) { return answer(request); });
    if (!port) qFatal("%s", qPrintable(port.error().message));
  }
  Q_DISABLE_COPY_MOVE(StandIn)

  /// What every request is answered with from now on; forgets the requests so far.
  void answerWith(int status, const QByteArray& body, const net::HttpHeaders& headers = {}) {
    const QMutexLocker lock(&m_mutex);
    m_next = {status, headers, body};
    m_requests.clear();
  }
  [[nodiscard]] QString url() const { return m_server.url().toString(); }
  [[nodiscard]] QList<net::ServerRequest> requests() const {
    const QMutexLocker lock(&m_mutex);
    return m_requests;
  }
  /// The only request there was.
  [[nodiscard]] net::ServerRequest request() const {
    const auto all = requests();
    if (all.size() != 1) qFatal("%d requests instead of one", int(all.size()));
    return all.front();
  }

 private:
  net::ServerAnswer answer(const net::ServerRequest& request) {
    const QMutexLocker lock(&m_mutex);
    m_requests << request;
    net::ServerAnswer answer;
    answer.status = m_next.status;
    answer.headers = m_next.headers;
    answer.body = m_next.body;
    return answer;
  }

  mutable QMutex m_mutex;
  net::HttpAnswer m_next{200, {}, {}};
  QList<net::ServerRequest> m_requests;
  net::HttpServer m_server;
};

/// A text that looks like something else in a form, in JSON, in a header and in SQL.
inline const QString hostileText =
    QStringLiteral("\"; DROP\r\nX: &To=+1900&to=1900\",\"to\":\"1900\\ <x>&amp; + 100% नमस्ते 👋");

inline providers::OutgoingMessage textMessage(const QString& body = QStringLiteral("Hello"),
                                              const QString& to = QStringLiteral("+919812345678")) {
  providers::OutgoingMessage message;
  message.to = to;
  message.body = body;
  message.encoding = body == hostileText ? QStringLiteral("UCS-2") : QStringLiteral("GSM-7");
  message.clientId = QStringLiteral("hg-1-1");
  message.campaignId = QStringLiteral("7");
  return message;
}

inline QByteArray basicOf(const QByteArray& user, const QByteArray& password) {
  return "Basic " + (user + ':' + password).toBase64();
}

inline QJsonObject bodyOf(const net::ServerRequest& request) {
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
  if (problem.error != QJsonParseError::NoError) qFatal("the body isn't JSON: %s", request.body.constData());
  return document.object();
}

/// Percent-encoding as a form has it, with a blank as "+" or "%20".
inline QList<QPair<QByteArray, QByteArray>> formOf(const net::ServerRequest& request) {
  QList<QPair<QByteArray, QByteArray>> pairs;
  for (QByteArray pair : request.body.split('&')) {
    pair.replace('+', "%20");
    const auto at = pair.indexOf('=');
    pairs << qMakePair(QByteArray::fromPercentEncoding(pair.left(at)),
                       QByteArray::fromPercentEncoding(pair.mid(at + 1)));
  }
  return pairs;
}

/// What a send through `line` comes to when the provider answers so; exactly one request is made.
inline providers::SendVerdict verdictOn(StandIn& provider, net::HttpClient& client, const Line& line, int status,
                                        const QByteArray& body,
                                        const providers::OutgoingMessage& message = textMessage()) {
  provider.answerWith(status, body);
  const providers::SendVerdict verdict = sendOver(client, line, message);
  (void)provider.request();
  return verdict;
}

/// What the account check comes to.
inline providers::AccountVerdict accountOn(StandIn& provider, net::HttpClient& client, const Line& line, int status,
                                           const QByteArray& body) {
  provider.answerWith(status, body);
  const auto request = providers::buildAccountCheck(line.definition(), line.provider, line.secrets);
  if (!request) qFatal("%s", qPrintable(request.error().message));
  return providers::readAccountCheck(line.definition(), exchange(client, *request, false), line.secrets);
}

}  // namespace heliograph::test
