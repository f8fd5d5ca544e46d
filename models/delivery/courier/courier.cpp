// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/courier.h"

#include <QUuid>
#include <algorithm>

#include "core/logging.h"
#include "delivery/outbox/run_repository.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

/// How long an ending courier tries to write its results into a workspace that can't be written.
constexpr auto kLastTries = 10s;

/// Why nobody has an access token; empty if somebody can send.
QString tokenProblemOf(const RunContext& context) {
  QString problem;
  for (const auto& candidate : context.candidates()) {
    const auto token = context.tokens.find(candidate->provider.id);
    if (token == context.tokens.end() || token->second.state != providers::AccessTokens::State::Failed) return {};
    problem = QStringLiteral("No access token for “%1”: %2").arg(candidate->provider.name, token->second.problem);
  }
  return problem;
}

std::vector<OutboxId> rowsOf(const std::vector<Batch>& batches) {
  std::vector<OutboxId> rows;
  for (const Batch& batch : batches) {
    for (const ClaimedRow& row : batch.rows) rows.push_back(row.id);
  }
  return rows;
}

}  // namespace

Courier::Courier(const DeliveryContext& context, const DeliveryOptions& options, int couriers,
                 std::shared_ptr<library::LinkedCache> cache)
    : m_context(context),
      m_options(options),
      m_couriers(couriers),
      m_owner(QUuid::createUuid().toString(QUuid::Id128)),
      m_runs(context),
      m_log(context.database, context.clock, m_runs.providers(), options.mostRefusedPercent),
      m_picker(context.database, context.clock, m_owner, options.claimLease),
      m_desk(context, m_owner, options.sendLease),
      m_timer(this),
      m_cache(std::move(cache)) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &Courier::beat);
}

Courier::~Courier() = default;

void Courier::begin() {
  m_client = std::make_unique<net::HttpClient>(m_options.http);
  m_linked = std::make_unique<LinkedStage>(m_context, m_options, m_cache);
  beat();
}

void Courier::wake() {
  if (m_client && !m_finishing) m_timer.start(0ms);
}

void Courier::finish() {
  m_finishing = true;
  m_finishingSince = std::chrono::steady_clock::now();
  if (m_linked) {
    const auto waiting = m_linked->takeAll();
    m_stranded.insert(m_stranded.end(), waiting.begin(), waiting.end());
  }
  beat();
}

void Courier::beat() {
  if (!m_client) return;
  const auto turned = turn();
  report(turned);
  const bool busy = m_inFlight > 0 || m_linked->size() > 0 || !m_log.isEmpty();
  m_timer.start(turned && busy ? m_options.beat : m_options.idleBeat);
  endIfDone();
}

Result<bool> Courier::turn() {
  std::vector<RunContext*> runs;
  Result<> looked;
  if (!m_finishing && m_inFlight < m_options.inFlight) looked = findSendableRuns(runs);
  const auto lapsed = m_linked->takeLapsed(m_runs);
  m_stranded.insert(m_stranded.end(), lapsed.begin(), lapsed.end());
  const bool nothing =
      m_log.isEmpty() && m_stranded.empty() && m_untried.empty() && runs.empty() && m_linked->size() == 0;
  if (nothing) return looked.map([] { return false; });
  auto batches = writeAndPick(runs);
  if (!batches) return fail(batches.error());
  HELIOGRAPH_TRY(send(std::move(*batches)));
  return looked.map([] { return true; });
}

Result<> Courier::send(std::vector<Batch> batches) {
  holdForLinked(batches);
  if (batches.empty()) return {};
  const std::vector<OutboxId> picked = rowsOf(batches);
  for (const Batch& batch : batches) m_untried.insert(batch.provider->provider.id);
  auto flights = m_desk.dispatch(std::move(batches));
  if (!flights) {
    m_stranded.insert(m_stranded.end(), picked.begin(), picked.end());
    return fail(flights.error());
  }
  for (const Flight& flight : *flights) m_untried.erase(flight.provider->provider.id);
  for (Flight& flight : *flights) launch(std::move(flight));
  return {};
}

/// Those whose texts read linked content wait until it is there. What can't be asked for goes back by itself.
void Courier::holdForLinked(std::vector<Batch>& batches) {
  std::erase_if(batches, [this](Batch& batch) {
    if (batch.context->linked.isEmpty() || batch.isComplete) return false;
    if (const auto taken = m_linked->take(std::move(batch)); !taken) {
      qCWarning(logDelivery).noquote() << "linked content:" << errorCodeName(taken.error().code);
    }
    return true;
  });
}

/// Fills `runs` as far as it gets: what is wrong with one run, or with the secret store, doesn't stop the others, nor
/// the writing of results.
Result<> Courier::findSendableRuns(std::vector<RunContext*>& runs) {
  auto running = RunRepository(m_context.database, m_context.clock).inState(RunState::Running);
  if (!running) return fail(running.error());
  m_runs.keepOnly(*running);
  Result<> looked;
  for (const Run& run : *running) {
    auto context = m_runs.of(run);
    if (!context) {
      looked = fail(context.error());
      continue;
    }
    tell(**context);
    if (!(*context)->linked.isReady()) continue;
    if (!(*context)->mayLeave(m_context.clock.now())) continue;
    const bool othersMayCome = !(*context)->route->unready.empty();
    if ((*context)->isStuck && !othersMayCome) {
      const bool lacksCountry = (*context)->lacksCountry && (*context)->leftOut.empty();
      HELIOGRAPH_TRY(pauseRun(**context, lacksCountry ? hold::noCountry : hold::noProvider));
    } else if (!(*context)->candidates().empty()) {
      runs.push_back(*context);
    } else if (!(*context)->route->ready.empty()) {
      HELIOGRAPH_TRY(pauseRun(**context, hold::noProvider));
    }
  }
  return looked;
}

void Courier::tell(RunContext& context) {
  const providers::ResolvedRoute& route = *context.route;
  Obstacle obstacle;
  if (route.ready.empty() || (context.isStuck && !route.unready.empty())) {
    obstacle.words = route.unready.empty() ? QStringLiteral("No provider is left to send through. Add one.")
                                           : route.unready.front().reason;
    if (!route.unready.empty() && route.unready.front().lacksSecret) obstacle.secretOf = route.unready.front().id;
  } else if (!context.linked.isReady()) {
    obstacle.words = context.linked.obstacle();
  } else {
    obstacle.words = tokenProblemOf(context);
  }
  if (context.told == obstacle) return;
  context.told = obstacle;
  Q_EMIT cannotSend(context.run, obstacle);
}

/// Nobody is left to send through: a person has to look. Resuming begins with all of them again; RunMending lets it go
/// on by itself.
Result<> Courier::pauseRun(RunContext& context, const QString& reason) {
  const RunId run = context.run;
  m_runs.forget(run);
  return RunRepository(m_context.database, m_context.clock)
      .move(run, RunState::Running, RunState::Paused, reason)
      .map([](bool) {});
}

Result<std::vector<Batch>> Courier::writeAndPick(const std::vector<RunContext*>& runs) {
  openGates(runs);
  auto transaction = storage::Transaction::begin(m_context.database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(m_log.write());
  HELIOGRAPH_TRY(m_runs.readLeftOut());
  for (const ProviderId provider : m_untried) {
    HELIOGRAPH_TRY(ProviderCircuit(m_context.database).note(provider, Contact::None, 0));
  }
  HELIOGRAPH_TRY(Outbox(m_context.database).giveBack(m_stranded, m_owner));
  HELIOGRAPH_TRY(prepareTokens(runs));
  for (RunContext* run : runs) run->awaitingLinked = m_linked->waitingOf(run->run);
  auto batches = m_picker.pick(runs, m_gates, m_options.inFlight - m_inFlight - m_linked->size());
  if (!batches) return batches;
  const auto released = m_linked->releasable(m_gates, *batches);
  if (!released) return fail(released.error());
  HELIOGRAPH_TRY(transaction->commit());
  m_log.written();
  m_stranded.clear();
  m_untried.clear();
  for (Batch& batch : m_linked->release(*released, m_runs)) {
    batch.isComplete = true;
    batches->push_back(std::move(batch));
  }
  return batches;
}

void Courier::openGates(const std::vector<RunContext*>& runs) {
  for (const RunContext* run : runs) {
    for (const auto& candidate : run->candidates()) {
      const int bears = candidate->definition.limits.inFlight;
      const int ours = bears > 0 ? std::clamp(bears / m_couriers, 1, m_options.inFlight) : m_options.inFlight;
      m_gates.try_emplace(candidate->provider.id, ours);
    }
  }
}

/// Nothing is picked for a provider whose token is awaited or refused.
Result<> Courier::prepareTokens(const std::vector<RunContext*>& runs) {
  for (RunContext* run : runs) {
    for (const auto& candidate : run->candidates()) {
      if (candidate->definition.authentication.strategy != providers::Authentication::Strategy::OAuth2) continue;
      auto look = providers::AccessTokens::prepare(m_context.tokens, *m_client, *candidate, m_context.clock);
      auto& before = run->tokens[candidate->provider.id];
      const bool isNews = !look.problem.isEmpty() && look.problem != before.problem;
      before = std::move(look);
      if (isNews) HELIOGRAPH_TRY(m_runs.providers().recordProblem(candidate->provider.id, before.problem));
    }
  }
  return {};
}

void Courier::report(const Result<bool>& turned) {
  const Error now = turned ? Error{ErrorCode::Internal, {}, {}} : turned.error();
  if (now.message == m_trouble.message) return;
  m_trouble = now;
  if (!turned) qCWarning(logDelivery).noquote() << "courier:" << errorCodeName(now.code) << now.detail;
  Q_EMIT trouble(now);
}

void Courier::endIfDone() {
  if (!m_finishing || m_inFlight > 0) return;
  const bool isLeft = !m_log.isEmpty() || !m_stranded.empty();
  if (isLeft && std::chrono::steady_clock::now() - m_finishingSince < kLastTries + m_options.deadline) return;
  m_timer.stop();
  m_linked.reset();
  m_client.reset();
  storage::Database::closeConnectionsOfThread();
  Q_EMIT ended();
}

}  // namespace heliograph::delivery
