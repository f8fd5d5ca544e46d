// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/guarded_flight.h"

#include <algorithm>

#include "net/address_guard.h"

namespace heliograph::net {
namespace {

using End = GuardedOutcome::End;

bool isWebAddress(const QUrl& url) {
  const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
  return url.isValid() && isHttp && !url.host().isEmpty() && url.userInfo().isEmpty();
}

int portOf(const QUrl& url) {
  return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool isSameOrigin(const QUrl& left, const QUrl& right) {
  return left.scheme() == right.scheme() && left.host() == right.host() && portOf(left) == portOf(right);
}

bool isRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

End endOf(const HttpOutcome& outcome) {
  switch (outcome.error.code) {
    case ErrorCode::Timeout:
      return End::Timeout;
    case ErrorCode::LimitExceeded:
      return End::TooLarge;
    case ErrorCode::InvalidInput:
      return End::BadUrl;
    case ErrorCode::Cancelled:
      return End::Cancelled;
    default:
      return End::Unreachable;
  }
}

}  // namespace

GuardedFlight::GuardedFlight(HttpClient& client, NameResolver& resolver, GuardedRequest request, QObject* context,
                             GuardedFetcher::Callback callback, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_resolver(resolver),
      m_request(std::move(request)),
      m_context(context),
      m_callback(std::move(callback)),
      m_deadline(m_request.deadline, Qt::PreciseTimer),
      m_timer(this) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, [this] { end(End::Timeout); });
}

void GuardedFlight::begin() {
  m_timer.start(m_request.deadline);
  if (isWebAddress(m_request.url)) {
    hop();
  } else {
    end(End::BadUrl);
  }
}

void GuardedFlight::hop() {
  const QString host = m_request.url.host();
  if (const auto literal = literalAddress(host)) {
    found(literal->isNull() ? QList<QHostAddress>{QHostAddress()} : QList<QHostAddress>{*literal});
    return;
  }
  m_resolver.resolve(host, this, [this](const QList<QHostAddress>& addresses) { found(addresses); });
}

bool GuardedFlight::isAllowed(const QHostAddress& address) const {
  return isSingleAddress(address) && (m_request.allowPrivate || isPublicAddress(address));
}

void GuardedFlight::found(const QList<QHostAddress>& addresses) {
  if (m_ended) return;
  if (addresses.isEmpty()) return end(End::Unreachable);
  // One that isn't allowed among others is no honest answer either.
  const bool allowed = std::all_of(addresses.begin(), addresses.end(),
                                   [this](const QHostAddress& address) { return isAllowed(address); });
  if (!allowed) return end(End::RefusedAddress);
  m_addresses = addresses;
  ask();
}

void GuardedFlight::ask() {
  HttpRequest request;
  request.method = HttpRequest::Method::Get;
  request.url = m_request.url;
  request.peer = m_addresses.takeFirst();
  request.headers = m_request.headers;
  request.deadline = std::max(std::chrono::milliseconds(1), std::chrono::milliseconds(m_deadline.remainingTime()));
  request.transferTimeout = std::chrono::milliseconds(0);
  request.maxAnswerBytes = m_request.maxAnswerBytes;
  // Not fetch(), which asks a second time.
  m_client.send(std::move(request), this, [this](HttpOutcome outcome) { answered(std::move(outcome)); });
}

void GuardedFlight::answered(HttpOutcome outcome) {
  if (m_ended) return;
  if (outcome.kind == HttpOutcome::Answered) {
    if (isRedirect(outcome.answer.status) && redirected(outcome.answer)) return;
    return end(End::Answered, std::move(outcome.answer));
  }
  const bool wasNotAsked = outcome.kind == HttpOutcome::NotSent && outcome.error.code == ErrorCode::Network;
  if (wasNotAsked && !m_addresses.isEmpty()) return ask();
  HttpAnswer head;
  if (endOf(outcome) == End::TooLarge) head = {outcome.answer.status, std::move(outcome.answer.headers), {}};
  end(endOf(outcome), std::move(head));
}

bool GuardedFlight::redirected(const HttpAnswer& answer) {
  const QByteArray location = headerValue(answer.headers, "Location");
  if (location.isEmpty() || m_redirects == GuardedRequest::mostRedirects) return false;
  ++m_redirects;
  QUrl target = m_request.url.resolved(QUrl::fromEncoded(location));
  target.setFragment(QString());
  if (!isWebAddress(target)) {
    end(End::RefusedAddress);
    return true;
  }
  if (!isSameOrigin(target, m_request.url)) m_request.headers.clear();
  m_request.url = target;
  hop();
  return true;
}

void GuardedFlight::end(End end, HttpAnswer answer) {
  if (std::exchange(m_ended, true)) return;
  m_timer.stop();
  deleteLater();
  if (m_context != nullptr) m_callback({end, std::move(answer), m_request.url});
}

}  // namespace heliograph::net
