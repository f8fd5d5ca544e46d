// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/delivery_desk.h"

#include <QUuid>
#include <algorithm>

#include "core/logging.h"
#include "delivery/held/taking_back.h"
#include "delivery/outbox/outbox.h"
#include "delivery/run/winner_choice.h"
#include "delivery/settling/unclear_asking.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

constexpr int kAskAtOnce = 60;
constexpr int kTakeBackAtOnce = 240;
constexpr std::chrono::seconds kAskAgainAfter{30};

}  // namespace

DeliveryDesk::DeliveryDesk(const DeliveryContext& context, const DeliveryOptions& options)
    : m_context(context),
      m_options(options),
      m_owner(QUuid::createUuid().toString(QUuid::Id128)),
      m_runs(context.database, context.clock),
      m_watch(context),
      m_mending(context),
      m_timer(this) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &DeliveryDesk::tick);
}

void DeliveryDesk::begin() {
  // A few questions at a time need few connections.
  net::HttpClientOptions few = m_options.http;
  few.managers = 2;
  m_client = std::make_unique<net::HttpClient>(few);
  m_receipts = std::make_unique<ReceiptPolling>(m_context, *m_client);
  tick();
}

void DeliveryDesk::wake() {
  m_timer.start(std::chrono::milliseconds(0));
}

void DeliveryDesk::finish() {
  m_timer.stop();
  m_fillings.clear();
  m_client.reset();
  m_receipts.reset();
  if (auto told = endRuns().and_then([this] { return tell(); }); !told) {
    qCInfo(logDelivery).noquote() << "last figures:" << told.error().detail;
  }
  storage::Database::closeConnectionsOfThread();
  Q_EMIT ended();
}

void DeliveryDesk::noteCannotSend(RunId run, const Obstacle& obstacle) {
  m_watch.noteCannotSend(run, obstacle);
}

void DeliveryDesk::tick() {
  const auto looked = look();
  const Error now = looked ? Error{} : looked.error();
  if (now.message != m_trouble) {
    m_trouble = now.message;
    if (!looked) qCWarning(logDelivery).noquote() << "delivery:" << errorCodeName(now.code) << now.detail;
    Q_EMIT trouble(now);
  }
  m_timer.start(m_moreToFill ? std::chrono::milliseconds(0) : m_options.tick);
}

/// Every step is taken whatever became of the others: a run that can't be filled doesn't keep the rest from ending.
Result<> DeliveryDesk::look() {
  m_moreToFill = false;
  Result<> looked;
  for (const auto step : {&DeliveryDesk::letHeldPass, &DeliveryDesk::startRuns, &DeliveryDesk::expireRows,
                          &DeliveryDesk::fillRuns, &DeliveryDesk::endRuns, &DeliveryDesk::chooseWinners,
                          &DeliveryDesk::letMendedGoOn, &DeliveryDesk::keepRestsHere, &DeliveryDesk::takeBack,
                          &DeliveryDesk::askAboutUnclear, &DeliveryDesk::askForReceipts, &DeliveryDesk::tell}) {
    if (auto done = (this->*step)(); !done && looked) looked = std::move(done);
  }
  return looked;
}

Result<> DeliveryDesk::startRuns() {
  return m_runs.startDue().map([](int) {});
}

Result<> DeliveryDesk::expireRows() {
  const Outbox outbox(m_context.database);
  auto stale = outbox.hasExpired();
  if (!stale) return fail(stale.error());
  if (!*stale) return {};
  auto transaction = storage::Transaction::begin(m_context.database);
  if (!transaction) return fail(transaction.error());
  auto unclear = outbox.expire();
  if (!unclear) return fail(unclear.error());
  HELIOGRAPH_TRY(transaction->commit());
  if (*unclear > 0) qCInfo(logDelivery) << *unclear << "messages are unclear: their sender ended";
  return {};
}

Result<> DeliveryDesk::fillRuns() {
  auto filling = m_runs.inState(RunState::Filling);
  if (!filling) return fail(filling.error());
  Result<> filled;
  for (const Run& run : *filling) {
    if (auto done = fill(run); !done && filled) filled = std::move(done);
  }
  return filled;
}

/// One chunk, so that stopping and the other runs never wait long.
Result<> DeliveryDesk::fill(const Run& run) {
  auto it = m_fillings.find(run.id);
  if (it == m_fillings.end()) {
    auto missed = m_runs.missIfLeft(run, m_owner);
    if (!missed) return fail(missed.error());
    if (*missed) return {};
    auto opened = RunFilling::open(m_context.database, m_context.clock, run, m_owner, m_options);
    if (!opened && opened.error().code == ErrorCode::InvalidInput) {
      return m_runs.move(run.id, RunState::Filling, RunState::Held, hold::audienceUnknown).map([](bool) {});
    }
    if (!opened) return fail(opened.error());
    it = m_fillings.emplace(run.id, std::move(*opened)).first;
  }
  auto step = it->second.fill();
  // After a failure the people read so far have no row; the next look begins again at the cursor.
  if (!step || *step != RunFilling::Step::More) m_fillings.erase(it);
  if (!step) return fail(step.error());
  if (*step == RunFilling::Step::More) m_moreToFill = true;
  return {};
}

Result<> DeliveryDesk::endRuns() {
  auto running = m_runs.inState(RunState::Running);
  if (!running) return fail(running.error());
  for (const Run& run : *running) {
    HELIOGRAPH_TRY(m_runs.finishIfEmpty(run.id).map([](bool) {}));
    if (run.firstBatch > 0) HELIOGRAPH_TRY(m_runs.holdIfFirstSent(run.id).map([](bool) {}));
    if (run.hasTest && !run.winner) HELIOGRAPH_TRY(m_runs.holdIfTestSent(run).map([](bool) {}));
  }
  return {};
}

Result<> DeliveryDesk::chooseWinners() {
  auto held = m_runs.inState(RunState::Held);
  if (!held) return fail(held.error());
  const WinnerChoice choice(m_context.database, m_context.clock);
  for (const Run& run : *held) HELIOGRAPH_TRY(choice.settle(run).map([](bool) {}));
  return {};
}

Result<> DeliveryDesk::letMendedGoOn() {
  return m_mending.look();
}

Result<> DeliveryDesk::letHeldPass() {
  return HeldMessages(m_context.database, m_context.clock).letPass().map([](qint64) {});
}

/// Of runs whose providers can't keep more messages until their time.
Result<> DeliveryDesk::keepRestsHere() {
  auto running = m_runs.inState(RunState::Running);
  if (!running) return fail(running.error());
  const HeldMessages held(m_context.database, m_context.clock);
  for (const Run& run : *running) {
    if (!run.isHandedOver) continue;
    auto rest = held.hasRest(run.id);
    if (!rest) return fail(rest.error());
    if (!*rest) continue;
    auto can = m_watch.canHandOver(run);
    if (!can) return fail(can.error());
    if (!*can) HELIOGRAPH_TRY(held.keepRestHere(run).map([](bool) {}));
  }
  return {};
}

Result<> DeliveryDesk::takeBack() {
  const HeldMessages held(m_context.database, m_context.clock);
  auto wanted = m_takingBack ? Result<bool>(false) : held.hasToTakeBack();
  if (!wanted) return fail(wanted.error());
  if (!*wanted) return {};
  auto messages = held.takeForTakingBack(kTakeBackAtOnce);
  if (!messages) return fail(messages.error());
  m_takingBack = true;
  TakingBack::start(m_context, *m_client, *messages, [this](const Result<>&) {
    m_takingBack = false;
    wake();
  });
  return {};
}

Result<> DeliveryDesk::askAboutUnclear() {
  auto toAsk = hasToAsk();
  if (!toAsk) return fail(toAsk.error());
  if (!*toAsk || m_asking) return {};
  auto rows = UnclearRepository(m_context.database).unasked(m_options.askAfter, kAskAtOnce, m_askPauses.pausing());
  if (!rows) return fail(rows.error());
  if (rows->empty()) return {};
  m_asking = true;
  std::set<ProviderId> asked;
  for (const UnclearRow& row : *rows) asked.insert(row.provider);
  UnclearAsking::start(m_context, *m_client, *rows, [this, asked](const Result<AskReport>& report) {
    m_asking = false;
    if (report) {
      m_askPauses.note(asked, report->silent);
    } else {
      m_askAgainAt = std::chrono::steady_clock::now() + kAskAgainAfter;
    }
  });
  return {};
}

Result<> DeliveryDesk::askForReceipts() {
  return m_options.askForReceipts ? m_receipts->look() : Result<>();
}

/// Not while the providers can't be reached: then what is unclear is left for later.
Result<bool> DeliveryDesk::hasToAsk() const {
  if (!m_options.askUnclear || std::chrono::steady_clock::now() < m_askAgainAt) return false;
  return UnclearRepository(m_context.database).hasUnasked(m_askPauses.pausing());
}

Result<> DeliveryDesk::tell() {
  auto runs = m_runs.open();
  if (!runs) return fail(runs.error());
  // Those that were open a moment ago are told once more, with how they ended.
  for (const auto& [id, progress] : m_told) {
    const RunId run = id;
    if (std::any_of(runs->begin(), runs->end(), [&](const Run& one) { return one.id == run; })) continue;
    auto ended = m_runs.byId(run);
    if (!ended) return fail(ended.error());
    runs->push_back(*ended);
  }
  std::vector<RunProgress> open;
  for (const Run& run : *runs) {
    auto now = m_watch.look(run);
    if (!now) return fail(now.error());
    const auto told = m_told.find(run.id);
    if (told == m_told.end() || told->second != *now) Q_EMIT progress(*now);
    if (run.isOver()) {
      m_told.erase(run.id);
      m_watch.forget(run.id);
    } else {
      m_told[run.id] = *now;
      open.push_back(*now);
    }
  }
  auto work = hasWork(open);
  if (!work) return fail(work.error());
  const bool wasIdle = std::exchange(m_idle, !*work).value_or(false);
  if (!*work && !wasIdle) Q_EMIT idle();
  return {};
}

Result<bool> DeliveryDesk::hasWork(const std::vector<RunProgress>& open) const {
  for (const RunProgress& run : open) {
    if (run.state == RunState::Filling) return true;
    const qint64 away = run.count(RowState::Claimed) + run.count(RowState::Sending);
    if (away > 0) return true;
    // Nothing can be done for hours about what waits for the end of quiet hours.
    if (run.state == RunState::Running && !m_watch.cannotSend(run.run) && !run.quietOnly && !run.isKeptOnly())
      return true;
  }
  auto toTakeBack = HeldMessages(m_context.database, m_context.clock).hasToTakeBack();
  if (!toTakeBack || *toTakeBack || m_takingBack) return toTakeBack.map([](bool) { return true; });
  auto toAsk = hasToAsk();
  if (!toAsk || *toAsk) return toAsk;
  auto due = m_runs.nextDue();
  if (!due) return fail(due.error());
  return due->isValid() && *due <= m_context.clock.now();
}

}  // namespace heliograph::delivery
