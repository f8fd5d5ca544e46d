// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_fetcher.h"

namespace heliograph::library {
namespace {

using End = net::GuardedOutcome::End;

QString failureOfEnd(End end) {
  switch (end) {
    case End::BadUrl:
      return linked_failure::badUrl;
    case End::RefusedAddress:
      return linked_failure::refusedAddress;
    case End::Timeout:
      return linked_failure::timeout;
    case End::TooLarge:
      return linked_failure::tooLarge;
    case End::Cancelled:
      return linked_failure::cancelled;
    case End::Unreachable:
    case End::Answered:
      break;
  }
  return linked_failure::unreachable;
}

QString failureOfStatus(int status) {
  if (status == 401 || status == 403) return linked_failure::unauthorised;
  if (status >= 500) return linked_failure::serverError;
  if (status >= 400) return linked_failure::clientError;
  if (status >= 300) return linked_failure::redirected;
  return {};
}

LinkedOutcome failedOutcome(const QString& code) {
  LinkedOutcome outcome;
  outcome.failure = code;
  return outcome;
}

}  // namespace

LinkedFetcher::LinkedFetcher(LinkedCache& cache, const Clock& clock, const LinkedFetchOptions& options, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_clock(clock),
      m_options(options),
      m_client(options.http),
      m_guarded(m_client, *m_options.resolver) {}

LinkedFetcher::~LinkedFetcher() {
  const LinkedOutcome cancelled = failedOutcome(linked_failure::cancelled);
  for (const Question& question : m_line) {
    if (!question.key.isEmpty()) m_cache.give(question.key, cancelled);
  }
  for (const auto& [serial, key] : m_underWay) {
    if (!key.isEmpty()) m_cache.give(key, cancelled);
  }
}

void LinkedFetcher::fetch(const std::shared_ptr<const ReadySource>& ready, const LinkedValues& parameters,
                          QObject* context, const LinkedCallback& callback) {
  auto request = linkedRequest(*ready, parameters);
  if (!request) return callback(failedOutcome(linked_failure::badUrl));
  const QByteArray key = linkedKey(*ready, *request);
  LinkedOutcome kept;
  switch (m_cache.look(key, kept, context, callback)) {
    case LinkedCache::Look::Found:
      return callback(kept);
    case LinkedCache::Look::Wait:
      return;
    case LinkedCache::Look::Yours:
      m_line.push_back({ready, std::move(*request), key, context, callback});
      askNext();
  }
}

void LinkedFetcher::test(const std::shared_ptr<const ReadySource>& ready, const LinkedValues& parameters,
                         QObject* context, const LinkedCallback& callback) {
  auto request = linkedRequest(*ready, parameters);
  if (!request) return callback(failedOutcome(linked_failure::badUrl));
  m_line.push_back({ready, std::move(*request), {}, context, callback});
  askNext();
}

void LinkedFetcher::askNext() {
  while (!m_line.empty() && m_asking < m_options.atATime) {
    Question question = std::move(m_line.front());
    m_line.pop_front();
    net::GuardedRequest request = std::move(question.request);
    request.deadline = m_options.timeout;
    ++m_asking;
    const int serial = ++m_serial;
    m_underWay.emplace(serial, question.key);
    m_guarded.fetch(std::move(request), this,
                    [this, serial, question = std::move(question)](const net::GuardedOutcome& outcome) {
                      --m_asking;
                      m_underWay.erase(serial);
                      answered(question, outcome);
                    });
  }
}

void LinkedFetcher::answered(const Question& question, const net::GuardedOutcome& outcome) {
  const LinkedOutcome read = this->read(question, outcome);
  if (!question.key.isEmpty()) m_cache.give(question.key, read);
  const QPointer<LinkedFetcher> self(this);
  tell(question, read);
  if (self != nullptr) askNext();
}

LinkedOutcome LinkedFetcher::read(const Question& question, const net::GuardedOutcome& outcome) const {
  if (outcome.end != End::Answered) return failedOutcome(failureOfEnd(outcome.end));
  LinkedOutcome read;
  read.status = outcome.answer.status;
  read.answer = {outcome.answer.status, outcome.answer.headers, outcome.answer.body, m_clock.now()};
  read.failure = failureOfStatus(read.status);
  if (!read.failure.isEmpty()) return read;
  read.content = LinkedContent::make(question.ready->source, read.answer);
  if (!read.content) read.failure = linked_failure::notJson;
  return read;
}

void LinkedFetcher::tell(const Question& question, const LinkedOutcome& outcome) {
  if (question.context != nullptr) question.callback(outcome);
}

}  // namespace heliograph::library
