// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_exchange.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace heliograph::net {
namespace {

using namespace std::chrono_literals;

constexpr auto kSleptFor = 500ms;  ///< later than any busy event loop is
constexpr auto kLastLook = 1000ms;

}  // namespace

HttpExchange::HttpExchange(QNetworkAccessManager& manager, const HttpRequest& request, const QNetworkRequest& qtRequest,
                           Done done, QObject* parent)
    : QObject(parent), m_request(request), m_done(std::move(done)) {
  // A GET carries an empty body: that is what keeps Qt from asking again by itself.
  m_body = new OnceBody(m_request.body);
  m_reply = m_request.method == HttpRequest::Method::Post
                ? manager.post(qtRequest, m_body)
                : manager.sendCustomRequest(qtRequest, methodName(m_request.method), m_body);
  m_body->setParent(m_reply);
  // Queued: a reply may fail from inside post() already.
  connect(
      m_reply, &QNetworkReply::finished, this, [this] { end(ExchangeEnd::Cut::None); }, Qt::QueuedConnection);
  connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_end.requestSent = true; });
  connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHeaders);
  connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readBody);

  m_deadline.setSingleShot(true);
  m_deadline.setTimerType(Qt::PreciseTimer);
  connect(&m_deadline, &QTimer::timeout, this, &HttpExchange::runOut);
  m_begun.start();
  m_deadline.start(m_request.deadline);
}

HttpExchange::~HttpExchange() {
  if (m_reply != nullptr) {
    m_reply->disconnect(this);
    if (m_body != nullptr) {
      m_body->cut();
    }
    m_reply->abort();
    m_reply->deleteLater();
  }
}

// A timer that comes late tells of a computer that slept: what arrived meanwhile is still to be read.
void HttpExchange::runOut() {
  const auto late = std::chrono::milliseconds(m_begun.elapsed()) - m_request.deadline;
  if (m_looksAgain || late < kSleptFor) return end(ExchangeEnd::Cut::Deadline);
  m_looksAgain = true;
  m_deadline.start(kLastLook);
}

void HttpExchange::abort() {
  end(ExchangeEnd::Cut::Cancelled);
}

void HttpExchange::readHeaders() {
  const QByteArray length = m_reply->rawHeader("Content-Length");
  bool isNumber = false;
  const qint64 announced = length.toLongLong(&isNumber);
  if (isNumber && announced > m_request.maxAnswerBytes) {
    end(ExchangeEnd::Cut::TooLong);
  }
}

void HttpExchange::readBody() {
  m_answerBody += m_reply->read(m_request.maxAnswerBytes + 1 - m_answerBody.size());
  if (m_answerBody.size() > m_request.maxAnswerBytes) {
    end(ExchangeEnd::Cut::TooLong);
  }
}

void HttpExchange::fillEnd(ExchangeEnd::Cut cut) {
  const QByteArray length = m_reply->rawHeader("Content-Length");
  bool isNumber = false;
  const qint64 announced = length.toLongLong(&isNumber);
  m_end.cut = cut;
  m_end.error = m_reply->error();
  m_end.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  if (isNumber && announced >= 0) {
    m_end.contentLength = announced;
  }
  m_end.isChunked = m_reply->rawHeader("Transfer-Encoding").toLower().contains("chunked");
  m_end.received = m_answerBody.size();
  m_end.bodySize = m_request.body.size();
  m_end.bodyTaken = m_body == nullptr ? 0 : m_body->taken();
}

void HttpExchange::end(ExchangeEnd::Cut cut) {
  if (m_ended) {
    return;
  }
  if (cut == ExchangeEnd::Cut::None && m_reply->isOpen()) {
    readBody();
    if (m_ended) {
      return;
    }
  }
  m_ended = true;
  m_deadline.stop();
  // The body first: what is judged below must stay true afterwards.
  if (m_body != nullptr) {
    m_body->cut();
  }
  if (cut == ExchangeEnd::Cut::None && m_reply->error() == QNetworkReply::OperationCanceledError) {
    cut = ExchangeEnd::Cut::Silence;
  }
  fillEnd(cut);

  HttpOutcome outcome;
  outcome.kind = kindOf(m_end);
  if (outcome.kind != HttpOutcome::NotSent) {
    outcome.answer.status = m_end.status;
    outcome.answer.headers = m_reply->rawHeaderPairs();
  }
  if (outcome.kind == HttpOutcome::Answered) {
    outcome.answer.body = std::move(m_answerBody);
  } else {
    outcome.error = errorOf(m_end, outcome.kind, m_request.url.host());
  }
  m_done(this, std::move(outcome));
}

}  // namespace heliograph::net
