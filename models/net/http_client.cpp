// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QPointer>
#include <QThread>
#include <algorithm>

#include "core/logging.h"
#include "net/http_exchange.h"
#include "net/qt_request.h"

namespace heliograph::net {
namespace {

// What QNetworkAccessManager opens to one host; more would wait inside of it, where no deadline of ours can see them.
constexpr int connectionsPerManager = 6;

HttpOutcome notSent(Error error) {
  HttpOutcome outcome;
  outcome.kind = HttpOutcome::NotSent;
  outcome.error = std::move(error);
  return outcome;
}

Error cancelledInLine() {
  return {ErrorCode::Cancelled, QStringLiteral("The request was stopped before it began. Nothing was sent."), {}};
}

}  // namespace

struct HttpClient::Job {
  HttpRequest request;
  QPointer<QObject> context;
  Callback callback;
  int triesLeft = 1;
};

struct HttpClient::Lane {
  QNetworkAccessManager manager;
  struct Flight {
    std::unique_ptr<QNetworkAccessManager> ownManager;  ///< only without reuse; goes after the exchange
    std::unique_ptr<HttpExchange> exchange;
    Job job;
  };
  std::vector<Flight> flights;
};

HttpClient::HttpClient(HttpClientOptions options, QObject* parent) : QObject(parent), m_options(std::move(options)) {
  for (int i = 0; i < std::max(1, m_options.managers); ++i) {
    m_lanes.push_back(std::make_unique<Lane>());
  }
}

HttpClient::~HttpClient() = default;

int HttpClient::capacity() const {
  return static_cast<int>(m_lanes.size()) * connectionsPerManager;
}

int HttpClient::inFlight() const {
  int count = 0;
  for (const auto& lane : m_lanes) {
    count += static_cast<int>(lane->flights.size());
  }
  return count;
}

int HttpClient::waiting() const {
  return static_cast<int>(m_line.size());
}

void HttpClient::send(HttpRequest request, QObject* context, Callback callback) {
  if (request.method == HttpRequest::Method::Get) {
    request.body.clear();
  }
  enqueue({std::move(request), context, std::move(callback), 1});
}

void HttpClient::fetch(HttpRequest request, QObject* context, Callback callback) {
  request.method = HttpRequest::Method::Get;
  request.body.clear();
  enqueue({std::move(request), context, std::move(callback), 2});
}

void HttpClient::enqueue(Job job) {
  Q_ASSERT(QThread::currentThread() == thread());
  m_line.push_back(std::move(job));
  // Later, so that a request which is refused at once isn't answered from inside the call.
  QMetaObject::invokeMethod(this, &HttpClient::startNext, Qt::QueuedConnection);
}

HttpClient::Lane* HttpClient::freeLane() {
  const auto least = std::min_element(m_lanes.begin(), m_lanes.end(), [](const auto& a, const auto& b) {
    return a->flights.size() < b->flights.size();
  });
  return (*least)->flights.size() < static_cast<std::size_t>(connectionsPerManager) ? least->get() : nullptr;
}

void HttpClient::startNext() {
  const QPointer<HttpClient> self(this);
  while (self != nullptr && !m_line.empty()) {
    Lane* lane = freeLane();
    if (lane == nullptr) {
      return;
    }
    Job job = std::move(m_line.front());
    m_line.pop_front();
    start(std::move(job), *lane);
  }
}

void HttpClient::start(Job job, Lane& lane) {
  auto qtRequest = toQtRequest(job.request, m_options);
  if (!qtRequest) {
    deliver(std::move(job), notSent(std::move(qtRequest.error())));
    return;
  }
  Lane::Flight flight;
  if (!m_options.reuseConnections) {
    flight.ownManager = std::make_unique<QNetworkAccessManager>();
  }
  QNetworkAccessManager& manager = flight.ownManager ? *flight.ownManager : lane.manager;
  flight.exchange = std::make_unique<HttpExchange>(
      manager, job.request, *qtRequest,
      [this](HttpExchange* exchange, HttpOutcome outcome) { finished(exchange, std::move(outcome)); }, nullptr);
  flight.job = std::move(job);
  lane.flights.push_back(std::move(flight));
}

void HttpClient::finished(HttpExchange* exchange, HttpOutcome outcome) {
  for (const auto& lane : m_lanes) {
    const auto found = std::find_if(lane->flights.begin(), lane->flights.end(),
                                    [&](const auto& flight) { return flight.exchange.get() == exchange; });
    if (found == lane->flights.end()) {
      continue;
    }
    Job job = std::move(found->job);
    // The exchange is still on the stack.
    found->exchange.release()->deleteLater();
    if (found->ownManager) {
      found->ownManager.release()->deleteLater();
    }
    lane->flights.erase(found);
    if (outcome.kind != HttpOutcome::Answered) {
      qCInfo(logNet) << "request without an answer:" << outcome.error.detail;
      if (--job.triesLeft > 0 && outcome.error.code != ErrorCode::Cancelled) {
        m_line.push_front(std::move(job));
        startNext();
        return;
      }
    }
    QMetaObject::invokeMethod(this, &HttpClient::startNext, Qt::QueuedConnection);
    deliver(std::move(job), std::move(outcome));
    return;
  }
}

void HttpClient::deliver(Job job, HttpOutcome outcome) {
  if (job.context != nullptr && job.callback) {
    job.callback(std::move(outcome));
  }
}

void HttpClient::abortAll() {
  const QPointer<HttpClient> self(this);
  auto line = std::exchange(m_line, {});
  std::vector<QPointer<HttpExchange>> exchanges;
  for (const auto& lane : m_lanes) {
    for (const auto& flight : lane->flights) {
      exchanges.emplace_back(flight.exchange.get());
    }
  }
  for (Job& job : line) {
    if (self == nullptr) {
      return;
    }
    deliver(std::move(job), notSent(cancelledInLine()));
  }
  for (const auto& exchange : exchanges) {
    if (exchange != nullptr) {
      exchange->abort();
    }
  }
}

}  // namespace heliograph::net
