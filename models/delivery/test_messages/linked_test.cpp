// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/linked_test.h"

#include <QElapsedTimer>
#include <QPromise>
#include <memory>

namespace heliograph::delivery {
namespace {

using LinkedPromise = std::shared_ptr<QPromise<Result<LinkedTestResult>>>;

void endLinkedTest(const LinkedPromise& promise, Result<LinkedTestResult> result) {
  promise->addResult(std::move(result));
  promise->finish();
}

Result<library::ReadySource> readySource(const LinkedTestRequest& request, const net::SecretStore& store) {
  HELIOGRAPH_TRY(library::checkLinkedSource(request.source));
  library::ReadySource ready{request.source, {}};
  QStringList missing;
  for (const library::LinkedSecretField& field : library::linkedSecretFields(request.source)) {
    QString secret = request.secrets.value(field.field);
    if (secret.isEmpty()) {
      const auto kept = store.read(library::linkedSecretOwner(request.source.name), field.field);
      if (!kept && kept.error().code != ErrorCode::NotFound) return fail(kept.error());
      secret = kept.value_or(QString());
    }
    if (secret.isEmpty()) missing << field.title;
    ready.secrets.values.insert(field.field, secret);
  }
  if (missing.isEmpty()) return ready;
  return fail(ErrorCode::Credentials,
              QStringLiteral("Not there yet: %1. Enter it, then test.").arg(missing.join(QStringLiteral(", "))));
}

LinkedTestResult linkedResult(const library::LinkedOutcome& outcome, const library::ReadySource& ready) {
  LinkedTestResult result;
  result.failure = outcome.failure;
  result.status = outcome.status;
  result.answer = outcome.answer;
  result.answer.body = library::withoutSecrets(std::move(result.answer.body), ready.secrets);
  for (auto& [name, value] : result.answer.headers) value = library::withoutSecrets(std::move(value), ready.secrets);
  return result;
}

}  // namespace

QFuture<Result<LinkedTestResult>> LinkedTest::run(const LinkedTestRequest& request) const {
  auto promise = std::make_shared<QPromise<Result<LinkedTestResult>>>();
  promise->start();
  m_http.post([context = m_context, options = m_options, request, promise](net::HttpClient& client) {
    auto source = readySource(request, context.secrets);
    if (!source) return endLinkedTest(promise, fail(source.error()));
    const auto ready = std::make_shared<const library::ReadySource>(std::move(*source));
    const auto cache = std::make_shared<library::LinkedCache>(context.clock);
    auto* fetcher = new library::LinkedFetcher(*cache, context.clock, options, &client);
    QElapsedTimer timer;
    timer.start();
    fetcher->test(ready, request.parameters, &client,
                  [ready, cache, fetcher, timer, promise,
                   parameters = request.parameters](const library::LinkedOutcome& outcome) {
                    LinkedTestResult result = linkedResult(outcome, *ready);
                    result.milliseconds = timer.elapsed();
                    result.parameters = parameters;
                    // The cache has to outlive it.
                    QObject::connect(fetcher, &QObject::destroyed, [cache] {});
                    fetcher->deleteLater();
                    endLinkedTest(promise, std::move(result));
                  });
  });
  return promise->future();
}

}  // namespace heliograph::delivery
